import type { Editor } from '@tiptap/react';
import { sectionsOf } from '../../core/document/editing/sections.ts';
import { MenuAt, type MenuEntry } from '../ui/menu.tsx';
import type { Panel } from './editor-context.ts';
import { sectionActions } from './section-actions.ts';
import { isFolded } from './section-folding.ts';
import { words } from './words.ts';

type Props = {
  readonly editor: Editor;
  readonly panel: Extract<Panel, { kind: 'section' }>;
  readonly onClose: () => void;
};

const entriesFor = (editor: Editor, at: number): readonly MenuEntry[] => {
  const sections = sectionsOf(editor.state.doc);
  const section = sections.find((each) => each.at === at);
  if (!section) return [];
  const actions = sectionActions(editor, at);
  const has = section.node.firstChild?.type.name === 'sectionHeading';
  return [
    { label: words(has ? 'section.editHeading' : 'section.heading'), onSelect: actions.heading },
    {
      label: words(isFolded(editor.state, at) ? 'section.openEntry' : 'section.foldEntry'),
      onSelect: actions.toggleFold,
    },
    {
      label: words('section.moveUp'),
      separator: true,
      disabled: section.index === 0,
      onSelect: () => actions.move('up'),
    },
    {
      label: words('section.moveDown'),
      disabled: section.index === sections.length - 1,
      onSelect: () => actions.move('down'),
    },
    { label: words('section.add'), separator: true, onSelect: actions.addBelow },
    { label: words('section.remove'), disabled: sections.length < 2, onSelect: actions.remove },
  ];
};

/** The menu at a section's label. Put away without a choice it gives the focus back to its button. */
export const SectionMenu = ({ editor, panel, onClose }: Props) => {
  const at = panel.at();
  if (at === undefined) return null;
  return (
    <MenuAt
      anchor={panel.anchor}
      label={words('section.menu')}
      entries={() => entriesFor(editor, at)}
      onClose={(chosen) => {
        onClose();
        if (!chosen && document.activeElement?.closest('[role="menu"]')) panel.anchor.focus();
      }}
    />
  );
};

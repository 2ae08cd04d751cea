import type { EditorState } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { type Direction, moveBlock } from '../../core/document/editing/move-block.ts';
import { addSection, sectionAtCaret } from '../../core/document/editing/sections.ts';
import { type CommandReason, useCommand } from '../app/commands.ts';
import { announce } from '../ui/announce.ts';
import { blockMoved } from './move-words.ts';
import { asOwnStep, currentSection, sectionActions } from './section-actions.ts';
import { isFolded } from './section-folding.ts';
import { useAtCaret } from './use-at-caret.ts';
import { words } from './words.ts';

type Actions = ReturnType<typeof sectionActions>;

/** Lines that keep their place; `doc` stands for everything being selected. */
const fixed = new Set(['doc', 'headline', 'sectionHeading']);

/** What of the caret's place decides which of these commands can run. Reading it costs the same in every post. */
const placeOf = (state: EditorState) => {
  const section = sectionAtCaret(state);
  const index = section?.index ?? 0;
  return {
    first: index === 0,
    last: index === state.doc.childCount - 2,
    several: state.doc.childCount > 2,
    folded: section !== null && isFolded(state, section.at),
    movable: !fixed.has(state.selection.$head.parent.type.name),
  };
};

const when = (enabled: boolean) => (enabled ? {} : { enabled, reason: 'not-here' as CommandReason });

/** Says what the commands for blocks and sections do while a post is open for writing. */
export const BlockCommands = ({ editor }: { readonly editor: Editor }) => {
  const place = useAtCaret(editor, placeOf);
  const inCurrent = (act: (actions: Actions) => void) => (): void => {
    act(sectionActions(editor, currentSection(editor)));
  };

  const move = (direction: Direction) => (): void => {
    const before = editor.state;
    const moved = moveBlock(direction)(before, asOwnStep(editor));
    announce(moved ? blockMoved(before, editor.state, direction) : words('moved.no'));
  };

  useCommand('block.move-up', move('up'), when(place.movable));
  useCommand('block.move-down', move('down'), when(place.movable));
  useCommand('section.add', () => {
    addSection(currentSection(editor))(editor.state, asOwnStep(editor));
    editor.view.focus();
  });
  useCommand(
    'section.heading',
    inCurrent((actions) => actions.heading()),
  );
  useCommand(
    'section.move-up',
    inCurrent((actions) => actions.move('up')),
    when(!place.first),
  );
  useCommand(
    'section.move-down',
    inCurrent((actions) => actions.move('down')),
    when(!place.last),
  );
  useCommand(
    'section.fold',
    inCurrent((actions) => actions.toggleFold()),
    {
      ticked: place.folded,
    },
  );
  useCommand(
    'section.remove',
    inCurrent((actions) => actions.remove()),
    when(place.several),
  );
  return null;
};

import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { labelOf } from '../../core/sources/label.ts';
import { announce } from '../ui/announce.ts';
import type { EditorContext, EditorUi } from './editor-context.ts';
import { words } from './words.ts';

const citationAt = (target: EventTarget | null): EditorUi['citation'] => {
  const element = target instanceof Element ? target.closest('cite[data-source]') : null;
  const source = element?.getAttribute('data-source');
  return element && source ? { element, source } : null;
};

/** The citation that the caret stands in. */
const citationAtCaret = (view: EditorView): EditorUi['citation'] => {
  const { selection, schema } = view.state;
  const mark = schema.marks.citation?.isInSet(selection.$head.marks());
  if (!mark || !selection.empty) return null;
  const { node } = view.domAtPos(selection.head);
  return citationAt(node instanceof Element ? node : node.parentElement);
};

const citedName = (ui: EditorContext['ui'], { source }: NonNullable<EditorUi['citation']>): string => {
  const cited = ui.getState().sources.find(({ id }) => id === source);
  if (!cited) return words('source.removed');
  return words('source.cited', { name: [labelOf(cited), cited.title].filter(Boolean).join(', ') });
};

/** Notes which citation the pointer or the caret is on, so that its source can be shown. */
export const citationHints = ({ ui }: EditorContext): Extension => {
  const note = (citation: EditorUi['citation']): void => {
    if (ui.getState().citation?.element !== citation?.element) ui.setState({ citation });
  };
  let told: Element | null = null;
  return Extension.create({
    name: 'citationHints',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handleDOMEvents: {
            mouseover: (view, event) => {
              note(citationAt(event.target) ?? (view.hasFocus() ? citationAtCaret(view) : null));
              return false;
            },
            mouseleave: () => {
              note(null);
              return false;
            },
            keydown: (_view, event) => {
              if (event.key === 'Escape') note(null);
              return false;
            },
            blur: () => {
              note(null);
              return false;
            },
          },
        },
        view: () => ({
          update: (view, before) => {
            if (view.state.selection.eq(before.selection) || view.state.doc !== before.doc) return;
            const citation = view.hasFocus() ? citationAtCaret(view) : null;
            // The card is for the eye; the caret that comes into a citation says whose it is.
            if (citation && citation.element !== told) announce(citedName(ui, citation));
            told = citation?.element ?? null;
            note(citation);
          },
        }),
      }),
    ],
  });
};

import { Extension } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { type EditorState, Plugin } from '@tiptap/pm/state';
import { unwatched } from './page-watch.ts';
import { afterRest, windowClock } from './rest.ts';

/** Milliseconds after the last letter until the paragraph has its own height again. */
const stillFor = 1000;

/** Pixels by which the end of the words may move without a line being more or less. */
const sameLine = 4;

type Still = {
  readonly dom: HTMLElement;
  /** From the lower edge of the last words to that of the paragraph, in pixels of the screen. */
  readonly below: number;
};

type Place = { readonly at: number; readonly paragraph: ProseMirrorNode };

/** The paragraph of a section that holds the caret; null where the caret is in something else. */
const placeOf = ({ selection: { $head } }: EditorState): Place | null =>
  $head.depth === 2 && $head.parent.type.name === 'paragraph' ? { at: $head.before(), paragraph: $head.parent } : null;

/** Whether all that happened is one letter more in the caret's paragraph. */
const isLetter = (before: EditorState, after: EditorState): boolean => {
  if (after.doc.content.size !== before.doc.content.size + 1) return false;
  const [was, is] = [placeOf(before), placeOf(after)];
  return was !== null && is?.at === was.at && is.paragraph.content.size === was.paragraph.content.size + 1;
};

const lastTextOf = (dom: HTMLElement): Text | null => {
  let last = dom.lastChild;
  while (last instanceof HTMLElement) last = last.lastChild;
  return last instanceof Text ? last : null;
};

/** From the end of the words to the paragraph's lower edge; null where it does not end with words. */
const belowWords = (dom: HTMLElement): number | null => {
  const text = lastTextOf(dom);
  if (text === null) return null;
  const end = document.createRange();
  end.setStart(text, text.length);
  const line = end.getClientRects()[0];
  return line === undefined ? null : dom.getBoundingClientRect().bottom - line.bottom;
};

/**
 * While letters come, the paragraph they go into keeps its height, so that the browser lays out this paragraph and not
 * what stands around it: each block of the section would be asked whether it moved. A letter that makes a line more or less
 * is seen at once; whatever else happens, or nothing for a second, gives the paragraph its own height back.
 */
export const stillParagraph = Extension.create({
  name: 'stillParagraph',
  addProseMirrorPlugins: () => [
    new Plugin({
      view: (view) => {
        let still: Still | null = null;
        const release = (): void => {
          const dom = still?.dom;
          still = null;
          if (dom) unwatched(view, () => dom.removeAttribute('style'));
        };
        const hold = (at: number): void => {
          const dom = view.nodeDOM(at);
          if (!(dom instanceof HTMLElement) || dom.hasAttribute('style')) return;
          const below = belowWords(dom);
          if (below === null) return;
          const { height } = getComputedStyle(dom);
          unwatched(view, () => Object.assign(dom.style, { contain: 'strict', height }));
          still = { dom, below };
        };
        const isStill = ({ dom, below }: Still): boolean => {
          const now = belowWords(dom);
          return now !== null && Math.abs(now - below) < sameLine && dom.scrollHeight <= dom.clientHeight;
        };
        const rest = afterRest(windowClock, stillFor, release);
        return {
          update: (_view, before) => {
            const { state } = view;
            if (state.doc === before.doc && placeOf(state)?.at === placeOf(before)?.at) return;
            const place = placeOf(state);
            if (place === null || view.composing || !isLetter(before, state)) {
              release();
              return;
            }
            if (still !== null && (!still.dom.isConnected || !isStill(still))) release();
            if (still === null) hold(place.at);
            rest.disturb();
          },
          destroy: () => {
            rest.cancel();
            release();
          },
        };
      },
    }),
  ],
});

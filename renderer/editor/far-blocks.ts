import { Extension } from '@tiptap/core';
import { type EditorState, Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { beforeCommands } from '../app/commands.ts';
import { typesText } from '../ui/key-press-of.ts';
import { unwatched } from './page-watch.ts';
import { afterRest, windowClock } from './rest.ts';

/** Changes of the same block, one after another, that count as writing. */
const writing = 3;

/** Milliseconds without a change after which all blocks are as ever. */
const restFor = 2000;

/** Heights of the window above and below what is in sight within which blocks are left as they are. */
const nearScreens = 2;

/** Fewer blocks far away than this cost less to watch than to put aside. */
const worthwhile = 100;

/** Keys that go with writing and lead nowhere else. */
const writingKeys: ReadonlySet<string> = new Set(['Shift', 'AltGraph', 'CapsLock', 'Dead', 'Backspace', 'Delete']);

/** Whether all that happened lies within one block of a section, the caret with it. */
const staysInBlock = ({ doc: was, selection: from }: EditorState, { doc, selection: to }: EditorState): boolean => {
  const [section, block] = [to.$head.index(0), to.$head.depth > 0 ? to.$head.index(1) : 0];
  if (to.$head.depth < 2 || from.$head.depth < 2 || !to.empty) return false;
  if (from.$head.index(0) !== section || from.$head.index(1) !== block) return false;
  return doc.childCount === was.childCount && doc.child(section).childCount === was.child(section).childCount;
};

const farBlocksOf = (view: EditorView): readonly HTMLElement[] => {
  const [above, below] = [-nearScreens * innerHeight, (nearScreens + 1) * innerHeight];
  return [...view.dom.querySelectorAll<HTMLElement>('.section-text > :not(h2, h3, h4, hr, .has-caret)')].filter(
    (it) => {
      const { top, bottom } = it.getBoundingClientRect();
      return bottom < above || top > below;
    },
  );
};

/**
 * While somebody writes, blocks far out of sight are put aside. A block with `content-visibility: auto` is asked in every
 * frame whether it came into sight, and in a long post that is most of what a key press costs; with `hidden` it is not.
 * Both keep the room they have. Whatever could lead there gives the blocks back before it is answered: another key than
 * one that writes, the pointer, the wheel, scrolling, a change elsewhere, another focus; so does a rest. What is hidden is
 * nothing to an assistive technology either: while one reads the window, all blocks stay.
 */
export const farBlocks = Extension.create<{ readonly assistive: () => boolean }>({
  name: 'farBlocks',
  addOptions: () => ({ assistive: () => false }),
  addProseMirrorPlugins() {
    const { assistive } = this.options;
    return [
      new Plugin({
        view: (view) => {
          let aside: readonly HTMLElement[] = [];
          let changes = 0;
          let idle = 0;
          const putAside = (): void => {
            if (assistive()) return;
            const far = farBlocksOf(view);
            if (far.length < worthwhile) return;
            aside = far;
            unwatched(view, () => {
              for (const { style } of aside) style.contentVisibility = 'hidden';
            });
          };
          const giveBack = (): void => {
            cancelIdleCallback(idle);
            changes = 0;
            if (aside.length === 0) return;
            unwatched(view, () => {
              for (const block of aside) {
                block.style.contentVisibility = '';
                if (block.style.length === 0) block.removeAttribute('style');
              }
            });
            aside = [];
          };
          const rest = afterRest(windowClock, restFor, giveBack);
          const onKeyDown = (event: KeyboardEvent): void => {
            if (!typesText(event) && !writingKeys.has(event.key)) giveBack();
          };
          const elsewhere = [
            'pointerdown',
            'wheel',
            'scroll',
            'focusout',
            'dragenter',
            'resize',
            'beforeprint',
          ] as const;
          const stopForCommands = beforeCommands(giveBack);
          addEventListener('keydown', onKeyDown, { capture: true });
          for (const type of elsewhere) addEventListener(type, giveBack, { capture: true, passive: true });
          return {
            update: (_view, before) => {
              const { state } = view;
              if (state.doc === before.doc && state.selection.eq(before.selection)) return;
              if (view.composing || !staysInBlock(before, state)) {
                giveBack();
                return;
              }
              changes += 1;
              if (changes === writing) idle = requestIdleCallback(putAside);
              rest.disturb();
            },
            destroy: () => {
              rest.cancel();
              giveBack();
              stopForCommands();
              removeEventListener('keydown', onKeyDown, { capture: true });
              for (const type of elsewhere) removeEventListener(type, giveBack, { capture: true });
            },
          };
        },
      }),
    ];
  },
});

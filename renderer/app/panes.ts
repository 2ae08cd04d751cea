import { firstStop } from '../ui/tab-stops.ts';
import { useWindow } from './window-state.ts';

/** The panes that F6 walks through, in their order on the screen. */
export const paneNames = ['toolbar', 'library', 'editor', 'side'] as const;
export type PaneName = (typeof paneNames)[number];

const paneOf = (name: PaneName): HTMLElement | null => document.querySelector(`[data-pane="${name}"]`);

/** Puts the focus into a pane: into the text of the editor, else on the pane's first stop of Tab. */
export const focusPane = (name: PaneName): void => {
  if (name === 'editor') {
    const { editor } = useWindow.getState();
    if (editor !== null) {
      editor.focus();
      return;
    }
  }
  const pane = paneOf(name);
  if (pane !== null) (firstStop(pane) ?? pane).focus();
};

/** Moves the focus to the next pane in sight (`by` 1) or the one before it (-1), around the corner at the ends. */
export const walkPanes = (by: 1 | -1): void => {
  const there = paneNames.filter((name) => paneOf(name) !== null);
  const now = there.findIndex((name) => paneOf(name)?.contains(document.activeElement));
  const next = there.at((now === -1 && by === -1 ? 0 : now) + by) ?? there[0];
  const wrapped = now + by >= there.length ? there[0] : next;
  if (wrapped !== undefined) focusPane(wrapped);
};

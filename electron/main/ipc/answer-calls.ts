import { ipcMain, type WebFrameMain } from 'electron';
import { callNames, channelOf } from '../../../core/ipc-names.ts';
import { failed } from '../../../core/trouble.ts';
import type { Dispatch } from './dispatch.ts';

/** Whether a frame is the window's own page: of that origin, and not a preview or a player inside it. */
export const isOwnPage = (frame: Pick<WebFrameMain, 'origin' | 'parent'> | null, origin: string): boolean =>
  frame !== null && frame.parent === null && frame.origin === origin;

/**
 * Answers every call of the contract from the window's own page. It listens at once and waits for `dispatch`, so that
 * the window can load while the rest of the main process still starts.
 */
export const answerCalls = (dispatch: Promise<Dispatch>, origin: string): void => {
  for (const [group, names] of Object.entries(callNames)) {
    for (const name of names) {
      ipcMain.handle(channelOf(group, name), async (event, input: unknown) => {
        if (isOwnPage(event.senderFrame, origin)) return (await dispatch)(group, name, input);
        return failed('app/bad-request', { detail: 'Only the window of the app may call.' });
      });
    }
  }
};

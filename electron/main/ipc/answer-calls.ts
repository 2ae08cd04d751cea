import { ipcMain, type WebFrameMain } from 'electron';
import type { Opening } from '../../../core/ipc.ts';
import { callNames, channelOf } from '../../../core/ipc-names.ts';
import { failed, type Result } from '../../../core/trouble.ts';
import type { Dispatch } from './dispatch.ts';

/** Whether a frame is the window's own page: of that origin, and not a preview or a player inside it. */
export const isOwnPage = (frame: Pick<WebFrameMain, 'origin' | 'parent'> | null, origin: string): boolean =>
  frame !== null && frame.parent === null && frame.origin === origin;

/**
 * Answers every call of the contract from the window's own page, in JSON. `opening` is all that it needs for its first
 * paint; the rest of the main process (`dispatch`) may still have to be loaded when it is called.
 */
export const answerCalls = (
  opening: () => Promise<Result<Opening>>,
  dispatch: () => Promise<Dispatch>,
  origin: string,
): void => {
  for (const [group, names] of Object.entries(callNames)) {
    for (const name of names) {
      ipcMain.handle(channelOf(group, name), async (event, input: unknown) => {
        if (!isOwnPage(event.senderFrame, origin)) {
          return JSON.stringify(failed('app/bad-request', { detail: 'Only the window of the app may call.' }));
        }
        return JSON.stringify(
          await (group === 'app' && name === 'opening' ? opening() : (await dispatch())(group, name, input)),
        );
      });
    }
  }
};

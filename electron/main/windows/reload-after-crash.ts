import { type BrowserWindow, dialog } from 'electron';
import type { Log } from '../log.ts';

/** A page that crashes again within this time, in milliseconds, is not simply loaded once more. */
const tooSoon = 30_000;

/**
 * Loads the page again when its process ended: what was typed is in the library up to the last half second. When it
 * ends again at once, the writer is asked first.
 */
export const reloadAfterCrash = (window: BrowserWindow, log: Log): void => {
  let lastCrash = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log.error(`The window's process ended: ${reason} (${exitCode})`);
    const now = performance.now();
    const again = now - lastCrash < tooSoon;
    lastCrash = now;
    if (!again) return window.reload();
    const asked = dialog.showMessageBox(window, {
      type: 'error',
      message: 'The window stopped working twice.',
      detail: 'What you wrote is saved on this computer. Load the window again, or quit and start Rejoinder anew.',
      buttons: ['Load again', 'Quit'],
      cancelId: 1,
      noLink: true,
    });
    void asked.then(({ response }) => (response === 0 ? window.reload() : window.close()));
  });
};

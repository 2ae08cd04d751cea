import type { Log } from './log.ts';

/** How long the window gets to put everything on disk before the writer is asked; milliseconds. */
export const patience = 3000;

/** What leaving needs of the app. */
export type Leaving = {
  /** Asks the writer when something would be left undone; false means stay. */
  readonly mayLeave: () => Promise<boolean>;
  /** Asks the window to put everything on disk; false when there is no window that could hold words. */
  readonly askWindow: () => boolean;
  /** Asks the writer whether what the window could not put on disk may be lost; false means stay. */
  readonly mayLose: () => Promise<boolean>;
  /** Stops the outbox and closes the library. */
  readonly shutDown: () => Promise<void>;
  /** Ends the process. */
  readonly end: () => void;
  readonly log: Log;
};

/**
 * The way out: ask, let the window write, close the library, end. Words that cannot be written keep it open until the
 * writer has decided. However often and from wherever it is asked for (window, menu, system), it runs once; after a
 * "stay" it can be asked for again.
 */
export const makeLeaving = (it: Leaving) => {
  let underWay = false;
  let windowIsReady = (_saved: boolean): void => {};

  /** False when the window has words that are not on disk, or does not say in time that it has none. */
  const windowWrites = async (): Promise<boolean> => {
    const ready = new Promise<boolean>((resolve) => {
      windowIsReady = resolve;
    });
    if (!it.askWindow()) return true;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(resolve, patience, 'late');
    });
    const saved = await Promise.race([ready, late]);
    clearTimeout(timer);
    if (saved === 'late') it.log.warn('The window did not get ready to close in time.');
    return saved === true;
  };

  const mayLeave = async (): Promise<boolean> => {
    try {
      return await it.mayLeave();
    } catch (error) {
      // A window that cannot be closed helps nobody; jobs go on from their journal at the next start.
      it.log.error('Asking whether to leave', error);
      return true;
    }
  };

  const leave = async (): Promise<void> => {
    if (!(await mayLeave()) || !((await windowWrites()) || (await it.mayLose()))) {
      underWay = false;
      return;
    }
    try {
      await it.shutDown();
    } catch (error) {
      it.log.error('Shutting down', error);
    }
    it.end();
  };

  return {
    leave: (): void => {
      if (underWay) return;
      underWay = true;
      void leave();
    },
    /** The window has put everything on disk, or could not (`saved` is false). */
    readyToClose: (saved: boolean): void => windowIsReady(saved),
  };
};

import type { Log } from './log.ts';

/** How long the window gets to put everything on disk before it is closed all the same; milliseconds. */
export const patience = 3000;

/** What leaving needs of the app. */
export type Leaving = {
  /** Asks the writer when something would be left undone; false means stay. */
  readonly mayLeave: () => Promise<boolean>;
  /** Asks the window to put everything on disk; false when there is no window to ask. */
  readonly askWindow: () => boolean;
  /** Stops the outbox and closes the library. */
  readonly shutDown: () => Promise<void>;
  /** Ends the process. */
  readonly end: () => void;
  readonly log: Log;
};

/**
 * The way out: ask, let the window write, close the library, end. However often and from wherever it is asked for
 * (window, menu, system), it runs once; after a "stay" it can be asked for again.
 */
export const makeLeaving = (it: Leaving) => {
  let underWay = false;
  let windowIsReady = (): void => {};

  const windowWrites = async (): Promise<void> => {
    const written = new Promise<'written'>((resolve) => {
      windowIsReady = () => resolve('written');
    });
    if (!it.askWindow()) return;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(resolve, patience, 'late');
    });
    if ((await Promise.race([written, late])) === 'late') it.log.warn('The window did not get ready to close in time.');
    clearTimeout(timer);
  };

  const leave = async (): Promise<void> => {
    if (!(await it.mayLeave())) {
      underWay = false;
      return;
    }
    await windowWrites();
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
    /** The window has put everything on disk. */
    readyToClose: (): void => windowIsReady(),
  };
};

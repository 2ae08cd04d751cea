/** Timers and time as the window has them; tests have their own. */
export type Clock = {
  /** Runs something after some milliseconds; answers the way to call it off. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
  /** Milliseconds that only grow. */
  readonly now: () => number;
};

export const windowClock: Clock = {
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  now: () => performance.now(),
};

export type Rest = {
  /** Something happened: the rest begins anew. */
  readonly disturb: () => void;
  readonly cancel: () => void;
  /** True while a rest is awaited. */
  readonly awaited: () => boolean;
};

/**
 * Runs something once there was nothing to disturb it for so many milliseconds. It is disturbed at every key press, and
 * setting a timer costs more than the rest of what a key press runs; so one timer is kept and looks at the time.
 */
export const afterRest = (clock: Clock, milliseconds: number, run: () => void): Rest => {
  let last = 0;
  let cancel: (() => void) | null = null;
  const wait = (time: number): void => {
    cancel = clock.after(time, () => {
      cancel = null;
      const left = last + milliseconds - clock.now();
      if (left > 0) wait(left);
      else run();
    });
  };
  return {
    disturb: () => {
      last = clock.now();
      if (cancel === null) wait(milliseconds);
    },
    cancel: () => {
      cancel?.();
      cancel = null;
    },
    awaited: () => cancel !== null,
  };
};

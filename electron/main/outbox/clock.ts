/** Time as the outbox sees it; milliseconds UTC. `after` answers what calls it off. */
export type Clock = {
  readonly now: () => number;
  readonly after: (milliseconds: number, run: () => void) => () => void;
};

/** Timers cannot be set further ahead than this, and a computer that slept may be late: look again at least hourly. */
const longest = 3_600_000;

/** The computer's own clock. A far-off call comes early, after an hour; whoever asked must look at the time again. */
export const systemClock: Clock = {
  now: Date.now,
  after: (milliseconds, run) => {
    const timer = setTimeout(run, Math.min(Math.max(milliseconds, 0), longest));
    return () => clearTimeout(timer);
  },
};

import { timingSafeEqual } from 'node:crypto';

/** The way back from the browser for one sign-in. */
export type ReturnPath = {
  /** Where the platform's page sends the browser, with the state that makes this way its own. */
  readonly address: string;
  /** The address that the browser came back to, with that state; only the first one counts. Never settles after `close`. */
  readonly arrival: Promise<URL>;
  readonly close: () => void;
};

/** Opens a way back for one sign-in at that target. `state` is unguessable and used once. */
export type OpenReturnPath = (target: string, state: string) => Promise<ReturnPath>;

/** Compares a state without telling by the time it takes how much of a guess was right. */
export const isState = (given: string | null, expected: string): boolean => {
  const one = Buffer.from(given ?? '');
  const other = Buffer.from(expected);
  return one.length === other.length && timingSafeEqual(one, other);
};

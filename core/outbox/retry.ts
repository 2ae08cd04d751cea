import { isTransient, type Trouble, type TroubleCode } from '../trouble.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** How long a job goes out without asking, in milliseconds: one day after it was sent off. */
export const freshFor = 24 * hour;

/** When late doubles are looked for after a job has ended, in milliseconds; once more at the next start. */
export const sweepDelays: readonly number[] = [minute, 10 * minute, hour];

const delays: readonly number[] = [2 * second, 5 * second, 15 * second, minute, 5 * minute, 15 * minute];

/** Milliseconds to wait after so many tries without progress (1 and up): 2 s growing to 15 min. */
export const backoff = (attempts: number): number =>
  delays[Math.min(Math.max(attempts, 1), delays.length) - 1] ?? 15 * minute;

/** Troubles of an answer that says nothing about whether the request was carried out. */
const unclearCodes: ReadonlySet<TroubleCode> = new Set([
  'app/bug',
  'network/timeout',
  'network/failed',
  'network/too-large',
  'publish/server-error',
  'publish/unexpected-answer',
  'publish/uncertain',
]);

/** Whether the request that ended in this trouble may have been carried out, now or when it arrives late. */
export const mayHaveArrived = (it: Trouble): boolean => it.unclear === true || unclearCodes.has(it.code);

/** Troubles that may be over as soon as the computer is connected again. */
export const isOfNetwork = (it: Trouble): boolean => it.code.startsWith('network/') && isTransient(it);

/** Whether the outbox tries again by itself: the network, the server, or the library's process may be back soon. */
export const triesAgain = (it: Trouble): boolean => isTransient(it) || it.code === 'library/unavailable';

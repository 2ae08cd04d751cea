import type { Draw } from '../../../core/pictures/drawing.ts';
import { failed, type Result } from '../../../core/trouble.ts';

const cancelled: Result<Uint8Array> = failed('media/cancelled');

/** Settles when the signal is aborted; without one, never. */
const abortion = (signal: AbortSignal | undefined): Promise<Result<Uint8Array>> =>
  new Promise((resolve) => signal?.addEventListener('abort', () => resolve(cancelled), { once: true }));

/**
 * Draws one picture at a time, in the order in which they were asked for: a large one takes much memory. Aborted, a drawing answers
 * `media/cancelled` at once, also one that waits, and the next one begins when what `draw` itself does has ended.
 */
export const inTurns = (draw: Draw): Draw => {
  let last: Promise<unknown> = Promise.resolve();
  return (drawing, signal) => {
    if (signal?.aborted) return Promise.resolve(cancelled);
    const turn = last.then(() => (signal?.aborted ? cancelled : draw(drawing, signal)));
    last = turn.catch(() => undefined);
    return Promise.race([turn, abortion(signal)]);
  };
};

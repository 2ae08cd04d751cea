import { expect, test } from 'vitest';
import { sha256Schema } from '../../../core/document/media.ts';
import type { Draw, Drawing } from '../../../core/pictures/drawing.ts';
import { ok, type Result } from '../../../core/trouble.ts';
import { inTurns } from './in-turns.ts';

const drawing = (width: number): Drawing => ({
  sha256: sha256Schema.parse('a'.repeat(64)),
  type: 'image/jpeg',
  quality: 82,
  cut: null,
  width,
  height: 1,
});

/** Drawings that end when they are told to, by their width; an abort ends what is drawn. */
const byHand = () => {
  const begun: number[] = [];
  const ends = new Map<number, (drawn: Result<Uint8Array>) => void>();
  const draw: Draw = ({ width }, signal) =>
    new Promise((resolve) => {
      begun.push(width);
      ends.set(width, resolve);
      signal?.addEventListener('abort', () => resolve({ ok: false, error: { code: 'media/not-made' } }));
    });
  return { begun, draw, end: (width: number): void => ends.get(width)?.(ok(new Uint8Array([width]))) };
};

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('pictures are drawn one after the other', async () => {
  const { begun, draw, end } = byHand();
  const inTurn = inTurns(draw);
  const [first, second] = [inTurn(drawing(1)), inTurn(drawing(2))];
  await settled();
  expect(begun).toEqual([1]);
  end(1);
  expect(await first).toEqual(ok(new Uint8Array([1])));
  await settled();
  expect(begun).toEqual([1, 2]);
  end(2);
  expect(await second).toEqual(ok(new Uint8Array([2])));
});

test('an abort ends what is drawn, and what waits for its turn is never begun', async () => {
  const { begun, draw, end } = byHand();
  const inTurn = inTurns(draw);
  const controllers = [new AbortController(), new AbortController()];
  const [first, second] = controllers.map(({ signal }, at) => inTurn(drawing(at + 1), signal));
  const third = inTurn(drawing(3));
  await settled();
  controllers[1]?.abort();
  expect(await second).toMatchObject({ error: { code: 'media/cancelled' } });
  controllers[0]?.abort();
  expect(await first).toMatchObject({ error: { code: 'media/cancelled' } });
  await settled();
  expect(begun).toEqual([1, 3]);
  end(3);
  expect(await third).toMatchObject({ ok: true });
  expect(await inTurn(drawing(4), AbortSignal.abort())).toMatchObject({ error: { code: 'media/cancelled' } });
  expect(begun).toEqual([1, 3]);
});

import { expect, test } from 'vitest';
import { afterRest, type Clock } from './rest.ts';

const handClock = () => {
  let now = 0;
  let timer: { at: number; run: () => void } | null = null;
  let set = 0;
  const clock: Clock = {
    now: () => now,
    after: (milliseconds, run) => {
      set += 1;
      timer = { at: now + milliseconds, run };
      return () => {
        timer = null;
      };
    },
  };
  const pass = (milliseconds: number): void => {
    const end = now + milliseconds;
    while (timer !== null && timer.at <= end) {
      const { at, run } = timer;
      timer = null;
      now = at;
      run();
    }
    now = end;
  };
  return { clock, pass, timersSet: () => set };
};

test('runs once, a full rest after the last disturbance', () => {
  const { clock, pass } = handClock();
  let runs = 0;
  const rest = afterRest(clock, 500, () => {
    runs += 1;
  });
  rest.disturb();
  pass(400);
  rest.disturb();
  pass(499);
  expect(runs).toBe(0);
  expect(rest.awaited()).toBe(true);
  pass(1);
  expect(runs).toBe(1);
  pass(5_000);
  expect(runs).toBe(1);
  expect(rest.awaited()).toBe(false);
});

test('sets no timer for each disturbance', () => {
  const { clock, pass, timersSet } = handClock();
  const rest = afterRest(clock, 500, () => undefined);
  for (let key = 0; key < 100; key += 1) {
    rest.disturb();
    pass(1);
  }
  expect(timersSet()).toBe(1);
});

test('does not run after it was called off', () => {
  const { clock, pass } = handClock();
  let runs = 0;
  const rest = afterRest(clock, 500, () => {
    runs += 1;
  });
  rest.disturb();
  rest.cancel();
  pass(1_000);
  expect(runs).toBe(0);
  rest.disturb();
  pass(500);
  expect(runs).toBe(1);
});

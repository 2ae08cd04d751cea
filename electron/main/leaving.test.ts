import { expect, test, vi } from 'vitest';
import { type Leaving, makeLeaving, patience } from './leaving.ts';

const quiet = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {} };

const recorder = (more: Partial<Leaving> = {}) => {
  const steps: string[] = [];
  const step = (name: string) => () => {
    steps.push(name);
  };
  const ended = Promise.withResolvers<void>();
  const leaving = makeLeaving({
    mayLeave: async () => true,
    askWindow: () => steps.push('ask window') > 0,
    mayLose: async () => steps.push('ask writer') > 0,
    shutDown: async () => step('shut down')(),
    end: () => {
      step('end')();
      ended.resolve();
    },
    log: quiet,
    ...more,
  });
  return { steps, leaving, ended: ended.promise };
};

test('the window writes before the library closes and the process ends, once', async () => {
  const { steps, leaving, ended } = recorder();
  leaving.leave();
  leaving.leave();
  await vi.waitFor(() => expect(steps).toEqual(['ask window']));
  leaving.readyToClose(true);
  await ended;
  expect(steps).toEqual(['ask window', 'shut down', 'end']);
});

test('a window that does not answer in time is closed only when the writer says so', async () => {
  vi.useFakeTimers();
  const { steps, leaving, ended } = recorder();
  leaving.leave();
  await vi.advanceTimersByTimeAsync(patience - 1);
  expect(steps).toEqual(['ask window']);
  await vi.advanceTimersByTimeAsync(1);
  await ended;
  vi.useRealTimers();
  expect(steps).toEqual(['ask window', 'ask writer', 'shut down', 'end']);
});

test('a window that could not write everything is closed only when the writer says so', async () => {
  const answers = [false, true];
  const { steps, leaving, ended } = recorder({ mayLose: async () => answers.shift() === true });
  leaving.leave();
  await vi.waitFor(() => expect(steps).toEqual(['ask window']));
  leaving.readyToClose(false);
  await vi.waitFor(() => {
    leaving.leave();
    expect([steps, answers]).toEqual([['ask window', 'ask window'], [true]]);
  });
  leaving.readyToClose(false);
  await ended;
  expect(steps).toEqual(['ask window', 'ask window', 'shut down', 'end']);
});

test('a writer who stays can leave later', async () => {
  const answers = [false, true];
  const { steps, leaving, ended } = recorder({
    mayLeave: async () => answers.shift() === true,
    askWindow: () => false,
  });
  leaving.leave();
  await vi.waitFor(() => expect(answers).toEqual([true]));
  expect(steps).toEqual([]);
  await vi.waitFor(() => {
    leaving.leave();
    expect(answers).toEqual([]);
  });
  await ended;
  expect(steps).toEqual(['shut down', 'end']);
});

test('the process ends even when the library does not close', async () => {
  const { leaving, ended } = recorder({ askWindow: () => false, shutDown: () => Promise.reject(new Error('busy')) });
  leaving.leave();
  await ended;
});

test('a bug in the question about waiting jobs keeps nobody in: the window still writes first', async () => {
  const { steps, leaving, ended } = recorder({ mayLeave: () => Promise.reject(new Error('no outbox')) });
  leaving.leave();
  await vi.waitFor(() => expect(steps).toEqual(['ask window']));
  leaving.readyToClose(true);
  await ended;
  expect(steps).toEqual(['ask window', 'shut down', 'end']);
});

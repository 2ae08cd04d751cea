import { expect, test } from 'vitest';
import { stepInTree } from './tree-keys.ts';

const tree = [1, 1, 2, 3, 2, 1].map((level) => ({ level }));

test.each([
  [0, 'ArrowDown', 1],
  [5, 'ArrowDown', null],
  [0, 'ArrowUp', null],
  [3, 'ArrowUp', 2],
  [3, 'Home', 0],
  [0, 'End', 5],
  [1, 'ArrowRight', 2],
  [3, 'ArrowRight', null],
  [5, 'ArrowRight', null],
  [3, 'ArrowLeft', 2],
  [4, 'ArrowLeft', 1],
  [1, 'ArrowLeft', null],
  [1, 'x', null],
])('from entry %i, %s leads to %s', (at, key, to) => {
  expect(stepInTree(tree, at, key)).toBe(to);
});

test('an empty tree leads nowhere', () => {
  for (const key of ['ArrowDown', 'ArrowUp', 'Home', 'End', 'ArrowLeft', 'ArrowRight']) {
    expect(stepInTree([], 0, key)).toBeNull();
  }
});

import { describe, expect, it } from 'vitest';
import { median, percentile, rowOf } from './statistics.ts';

describe('statistics of the benchmarks', () => {
  it('takes the middle of odd and even counts', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });

  it('interpolates percentiles', () => {
    expect(percentile([0, 10], 0.95)).toBeCloseTo(9.5);
    expect(percentile([], 0.5)).toBeNaN();
  });

  it('compares pair by pair, so that a machine that slows down half way does not change the ratio', () => {
    const rounds = [
      { ours: 1, peer: 2, peerAgain: 2 },
      { ours: 10, peer: 20, peerAgain: 20 },
      { ours: 1, peer: 2, peerAgain: 2 },
    ];
    const row = rowOf({ name: 'a', unit: 'ms', peerName: 'b', target: 0.4 }, rounds);
    expect(row.ratio).toBe(0.5);
    expect(row.ok).toBe(false);
    expect(row.spread).toEqual([1, 1]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { median, percentile, ratioOf } from './statistics.ts';

describe('figures of a bench', () => {
  test('a percentile is one of the values, whatever their order', () => {
    expect(percentile([30, 10, 20, 40], 0.5)).toBe(20);
    expect(percentile([30, 10, 20, 40], 0.99)).toBe(40);
    expect(percentile([7], 0)).toBe(7);
    expect(median([])).toBeNaN();
  });

  test('ratios are taken round by round, so that a slow round of both counts for nothing', () => {
    expect(ratioOf([12, 120, 30], [10, 100, 20])).toEqual({ median: 1.2, least: 1.2, most: 1.5 });
  });
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { delayBefore, pause } from './backoff.ts';

test('the wait is anything from nothing to a bound that doubles up to the cap', () => {
  const bounds = { base: 500, cap: 30_000 };
  expect([0, 1, 2, 6, 50].map((attempt) => delayBefore(attempt, bounds, () => 1))).toEqual([
    500, 1000, 2000, 30_000, 30_000,
  ]);
  expect(delayBefore(9, bounds, () => 0)).toBe(0);
  fc.assert(
    fc.property(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, chance) => {
      const delay = delayBefore(attempt, bounds, () => chance);
      return delay >= 0 && delay <= bounds.cap;
    }),
  );
});

test('a pause ends with its signal', async () => {
  const controller = new AbortController();
  const pausing = pause(60_000, controller.signal);
  controller.abort(new Error('enough'));
  await expect(pausing).rejects.toThrow('enough');
  await expect(pause(60_000, controller.signal)).rejects.toThrow('enough');
  await pause(0, new AbortController().signal);
});

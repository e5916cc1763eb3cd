import { expect, test } from '@jest/globals';
import { spread, type Place } from './spread.ts';

const frame: Place = [400, 360];

function nearest(places: readonly Place[]): number {
  const distances = places.flatMap(([x, y], index) =>
    places.slice(index + 1).map(([otherX, otherY]) => Math.hypot(otherX - x, otherY - y)),
  );
  return Math.min(...distances);
}

test('what has room around it stays where it is', () => {
  const places: Place[] = [
    [100, 100],
    [300, 200],
  ];
  expect(spread(places, 25, frame)).toEqual(places);
});

test('marks that would lie over each other part, each a little', () => {
  const [one, other] = spread(
    [
      [100, 100],
      [110, 100],
    ],
    25,
    frame,
  );
  expect(one?.[0]).toBeCloseTo(92.5, 0);
  expect(other?.[0]).toBeCloseTo(117.5, 0);
});

test('a crowd at one place parts, and stays within the frame', () => {
  const crowd: Place[] = Array.from({ length: 20 }, (_, index) => [380 - (index % 5) * 4, 200 + (index % 4) * 3]);
  const parted = spread(crowd, 25, frame);
  expect(nearest(parted)).toBeGreaterThan(20);
  for (const [x, y] of parted) {
    expect(x).toBeGreaterThanOrEqual(12.5);
    expect(x).toBeLessThanOrEqual(387.5);
    expect(y).toBeGreaterThanOrEqual(12.5);
    expect(y).toBeLessThanOrEqual(347.5);
  }
});

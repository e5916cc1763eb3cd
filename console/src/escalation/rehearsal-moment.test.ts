import { expect, test } from '@jest/globals';
import { momentOf, wallClock } from './rehearsal-moment.ts';

const berlin = 'Europe/Berlin';
const at = (text: string): number => Date.parse(text);

test('the clocks of a zone show their own time, winter and summer', () => {
  expect(wallClock(at('2026-01-15T22:30:00Z'), berlin)).toBe('2026-01-15T23:30');
  expect(wallClock(at('2026-07-15T22:30:00Z'), berlin)).toBe('2026-07-16T00:30');
});

test('last Saturday at three is the last one that is past there', () => {
  expect(momentOf('saturday', at('2026-11-29T12:00:00Z'), berlin)).toBe('2026-11-28T03:00');
  expect(momentOf('saturday', at('2026-11-27T12:00:00Z'), berlin)).toBe('2026-11-21T03:00');
  // A Saturday itself, before and after three; and one that has begun there alone.
  expect(momentOf('saturday', at('2026-11-28T01:59:00Z'), berlin)).toBe('2026-11-21T03:00');
  expect(momentOf('saturday', at('2026-11-28T02:00:00Z'), berlin)).toBe('2026-11-28T03:00');
  expect(momentOf('saturday', at('2026-11-27T20:00:00Z'), 'Asia/Tokyo')).toBe('2026-11-28T03:00');
});

test('tonight is the evening of the day that it is there', () => {
  expect(momentOf('tonight', at('2026-11-28T23:30:00Z'), berlin)).toBe('2026-11-29T23:00');
});

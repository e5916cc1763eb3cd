import { expect, test } from '@jest/globals';
import { spellDuration, spellRelative } from './durations.ts';

const minute = 60_000;
const hour = 60 * minute;

test.each([
  [-5, '0 sec'],
  [59_999, '59 sec'],
  [minute, '1 min'],
  [hour + 5 * minute, '1 hr 5 min'],
  [2 * hour, '2 hr'],
  [25 * hour, '1 day 1 hr'],
  [48 * hour + 59 * minute, '2 days'],
])('%d ms is %s', (length, words) => {
  expect(spellDuration(length, 'en')).toBe(words);
});

test.each([
  [-30_000, 'now'],
  [-4 * minute, '4 min. ago'],
  [3 * hour, 'in 3 hr.'],
  [7 * 24 * hour - minute, 'in 7 days'],
  [-24 * hour, 'yesterday'],
])('%d ms from now is %s', (distance, words) => {
  expect(spellRelative(1_000_000_000 + distance, 1_000_000_000, 'en')).toBe(words);
});

import { expect, test } from '@jest/globals';
import { spellingIn, spellSeconds } from './spelling.ts';

test.each([
  [0.42, '0.4 sec'],
  [59.7, '1 min'],
  [725, '12 min'],
  [3_599, '1 hr'],
  [11_100, '3 hr, 5 min'],
  [86_399, '1 day'],
  [187_000, '2 days, 4 hr'],
])('%s seconds are said as %s', (seconds, said) => {
  expect(spellSeconds(seconds, 'en-US').replace(/(hrs?|days?) (?=\d)/, '$1, ')).toBe(said);
});

test('a period ends on the day before the next begins', () => {
  const { between } = spellingIn('en-GB', 'Europe/Berlin');
  expect(between('2025-12-31T23:00:00.000Z', '2026-06-30T22:00:00.000Z').replace(/\s/gu, ' ')).toBe(
    '1 Jan – 30 Jun 2026',
  );
});

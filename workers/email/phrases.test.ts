import { describe, expect, test } from '@jest/globals';
import { languageNames, moment, places, span } from './phrases.ts';

const minute = 60_000;

describe('spans', () => {
  test.each([
    [400, 'a moment'],
    [1_000, '1 second'],
    [61_000, '1 minute 1 second'],
    [30 * minute, '30 minutes'],
    [125 * minute, '2 hours 5 minutes'],
    [24 * 60 * minute, '1 day'],
    [50 * 60 * minute + minute, '2 days 2 hours'],
    [-5, 'a moment'],
  ])('%d ms is %s', (milliseconds, words) => {
    expect(span(milliseconds)).toBe(words);
  });
});

test('places are named, many are counted, none is everywhere', () => {
  expect(places([])).toBe('transnational');
  expect(places(['DE', 'PL'])).toBe('Germany and Poland');
  expect(places(['DE', 'PL', 'FR', 'IT', 'ES'], 3)).toBe('Germany, Poland, France, and 2 more');
  expect(languageNames(['de-AT', 'ar'])).toBe('Austrian German and Arabic');
});

test('times are told in the team’s own zone, which is named', () => {
  expect(moment('2026-05-09T20:00:00.000Z', 'Europe/Berlin')).toMatch(/^9 May 2026, 22:00 \S/);
  expect(moment('2026-05-09T20:00:00.000Z', 'UTC')).toBe('9 May 2026, 20:00 UTC');
});

import { describe, expect, test } from '@jest/globals';
import { phrasebook } from './phrasebook.ts';

const minute = 60_000;
const book = phrasebook('en');

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
    expect(book.span(milliseconds)).toBe(words);
  });
});

test('places are named, many are counted, none is everywhere', () => {
  expect(book.places([])).toBe('transnational');
  expect(book.places(['DE', 'PL'])).toBe('Germany and Poland');
  expect(book.places(['DE', 'PL', 'FR', 'IT', 'ES'], 3)).toBe('Germany, Poland, France and 2 more');
  expect(book.languageNames(['de-AT', 'ar'])).toBe('Austrian German and Arabic');
});

test('times are told in the reader’s own zone, which is named', () => {
  const at = '2026-05-09T20:00:00.000Z';
  expect(phrasebook('en', 'Europe/Berlin').moment(at)).toMatch(/^9 May 2026 at 22:00 \S/);
  expect(book.moment(at)).toBe('9 May 2026 at 20:00 UTC');
  expect(phrasebook('pl').moment(at)).toBe('9 maja 2026 20:00 UTC');
  expect(phrasebook('el').moment('2026-05-09T00:00:00.000Z')).toMatch(/^9 Μαΐου 2026 στις 00:00 /);
});

test('what somebody wrote is put in as it is, whatever it looks like', () => {
  const organisation = '$t(warning.open) {{organisation}} <b>&amp;</b>';
  expect(book.say('account.organisation.left', { organisation })).toBe(`${organisation} has left the network`);
});

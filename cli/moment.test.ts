import { expect, test } from '@jest/globals';
import { moment } from './moment.ts';

const now = new Date('2026-03-01T12:00:00.000Z');

test.each([
  ['90m', '2026-03-01T13:30:00.000Z'],
  ['72h', '2026-03-04T12:00:00.000Z'],
  ['7d', '2026-03-08T12:00:00.000Z'],
  ['2026-05-09T18:30:00+02:00', '2026-05-09T16:30:00.000Z'],
])('%s is %s', (text, expected) => {
  expect(moment(text, now)).toBe(expected);
});

test.each(['', 'soon', '7', '7w', '-3h', '9999999h', '2026-05-09', '2026-13-01T00:00:00Z'])('"%s" is none', (text) => {
  expect(() => moment(text, now)).toThrow('RFC 3339');
});

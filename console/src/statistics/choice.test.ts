import { expect, test } from '@jest/globals';
import { formatChoice, parseChoice, statisticsParameters } from './choice.ts';

const read = (text: string) => parseChoice(new URLSearchParams(text));

test('the address holds the choice, and leaves out what is none', () => {
  const text = 'period=own&since=2026-01-01&until=2026-06-30&status=exercise';
  expect(formatChoice(read(text)).toString()).toBe(text);
  expect(read('period=ever&since=yesterday&status=test&organisation=x')).toEqual({});
  expect(formatChoice(read('period=months')).toString()).toBe('');
});

test('periods begin at midnight where the reader is, and the last day counts to its end', () => {
  const now = new Date(2026, 4, 20, 10);
  const midnight = (year: number, month: number, day: number) => new Date(year, month - 1, day).toISOString();
  expect(statisticsParameters({}, now)).toEqual({ timeZone: expect.any(String) });
  expect(statisticsParameters({ period: 'quarter' }, now)).toMatchObject({ since: midnight(2026, 4, 1) });
  expect(statisticsParameters({ period: 'lastYear' }, now)).toMatchObject({
    since: midnight(2025, 1, 1),
    until: midnight(2026, 1, 1),
  });
  expect(statisticsParameters({ period: 'own', since: '2026-02-01', until: '2026-02-28' }, now)).toMatchObject({
    since: midnight(2026, 2, 1),
    until: midnight(2026, 3, 1),
  });
});

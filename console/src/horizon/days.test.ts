import { describe, expect, test } from '@jest/globals';
import { inZone } from '../../../test/support/zone.ts';
import {
  dayAfter,
  dayInMonth,
  dayOf,
  firstOf,
  firstWeekdayOf,
  monthAfter,
  monthOf,
  startOf,
  weekOf,
  weeksOf,
} from './days.ts';

/** Every day of a year as a zone has it: those that go wrong, and those that are no 24 hours long. */
const yearOf = (zone: string): { wrong: string[]; odd: [day: string, hours: number][] } =>
  inZone(
    zone,
    `import { dayAfter, dayOf, startOf, weekOf } from './console/src/horizon/days.ts';
    answer = { wrong: [], odd: [] };
    for (let day = '2026-01-01'; day < '2027-01-01'; day = dayAfter(day, 1)) {
      const [begins, ends] = [startOf(day), startOf(dayAfter(day, 1))];
      const held = dayOf(begins) === day && dayOf(ends - 1) === day && dayAfter(dayAfter(day, 1), -1) === day;
      const week = weekOf(day, 1);
      if (!held || week > day || dayAfter(week, 6) < day || new Date(startOf(week)).getDay() !== 1) answer.wrong.push(day);
      const hours = (ends - begins) / 3_600_000;
      if (hours !== 24) answer.odd.push([day, hours]);
    }`,
  );

describe('days', () => {
  test.each([
    ['Europe/Berlin', ['2026-03-29', 23], ['2026-10-25', 25]],
    // The clocks change at midnight: a day begins at one, or the day before has midnight twice.
    ['America/Santiago', ['2026-04-04', 25], ['2026-09-06', 23]],
    ['America/Havana', ['2026-03-08', 23], ['2026-11-01', 25]],
    ['Africa/Cairo', ['2026-04-24', 23], ['2026-10-29', 25]],
    ['Pacific/Kiritimati'],
  ])('are whole and follow each other in %s, also where the clocks change', (zone, ...odd) => {
    expect(yearOf(zone)).toEqual({ wrong: [], odd });
  });

  test('a moment is of the reader’s day', () => {
    const days = ['America/New_York', 'Pacific/Kiritimati'].map((zone) =>
      inZone<string[]>(
        zone,
        `import { dayOf } from './console/src/horizon/days.ts';
        answer = ['2026-12-04T04:59:59.999Z', '2026-12-04T05:00:00Z', '2026-12-04T09:59:59Z', '2026-12-04T10:00:00Z'].map(dayOf);`,
      ),
    );
    expect(days).toEqual([
      ['2026-12-03', '2026-12-04', '2026-12-04', '2026-12-04'],
      ['2026-12-04', '2026-12-04', '2026-12-04', '2026-12-05'],
    ]);
  });

  test('move over the ends of months, years and leap years', () => {
    expect([dayAfter('2026-12-31', 1), dayAfter('2028-03-01', -1), dayAfter('2026-01-01', -365)]).toEqual([
      '2027-01-01',
      '2028-02-29',
      '2025-01-01',
    ]);
    expect(dayOf(startOf('2026-12-04'))).toBe('2026-12-04');
  });

  test('keep their number in another month, or are its last', () => {
    expect([dayInMonth('2026-01-31', 1), dayInMonth('2027-12-31', 2), dayInMonth('2026-03-30', -1)]).toEqual([
      '2026-02-28',
      '2028-02-29',
      '2026-02-28',
    ]);
    expect([dayInMonth('2026-12-04', 1), dayInMonth('2026-01-04', -1)]).toEqual(['2027-01-04', '2025-12-04']);
  });
});

describe('months and weeks', () => {
  test('months go over the ends of years', () => {
    const december = monthOf('2026-12-04');
    expect([december, monthAfter(december, 1), monthAfter(december, -12)]).toEqual([
      { year: 2026, month: 11 },
      { year: 2027, month: 0 },
      { year: 2025, month: 11 },
    ]);
    expect(firstOf(monthAfter(december, 2))).toBe('2027-02-01');
  });

  test('weeks begin on the weekday that they begin with where one reads', () => {
    // A Sunday.
    expect([1, 6, 7].map((first) => weekOf('2026-11-29', first))).toEqual(['2026-11-23', '2026-11-28', '2026-11-29']);
    expect(['de', 'en-US', 'ar-EG'].map(firstWeekdayOf)).toEqual([1, 7, 6]);
  });

  test('a month is shown in six weeks that hold all of it, whatever it begins with', () => {
    // It begins with a Monday and has four weeks; one that begins with a Sunday has six.
    for (const [day, first, last] of [
      ['2027-02-10', '2027-02-01', '2027-03-14'],
      ['2026-11-10', '2026-10-26', '2026-12-06'],
    ] as const) {
      const weeks = weeksOf(monthOf(day), 1);
      expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7, 7]);
      expect([weeks[0]?.[0], weeks[5]?.[6]]).toEqual([first, last]);
      expect(new Set(weeks.flat()).size).toBe(42);
    }
  });
});

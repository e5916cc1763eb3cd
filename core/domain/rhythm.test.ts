import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Rhythm } from '../contract/mail-subscriber.ts';
import { localDate } from './local-time.ts';
import { nextSlot } from './rhythm.ts';

const daily = (hour: number): Rhythm => ({ type: 'daily', hour });
const at = (rhythm: Rhythm, timeZone: string, after: string, laterThan: string | null = null): string | undefined => {
  const slot = nextSlot({ rhythm, timeZone }, new Date(after), laterThan);
  return slot ? `${slot.date} ${slot.at.toISOString()}` : undefined;
};

describe('the next digest', () => {
  test.each<[string, Rhythm, string, string, string | null, string | undefined]>([
    [
      'comes at its hour',
      daily(8),
      'Europe/Berlin',
      '2026-01-10T06:59:59Z',
      null,
      '2026-01-10 2026-01-10T07:00:00.000Z',
    ],
    [
      'comes after, not at, the moment',
      daily(8),
      'Europe/Berlin',
      '2026-01-10T07:00:00Z',
      null,
      '2026-01-11 2026-01-11T07:00:00.000Z',
    ],
    [
      'at an hour that spring skips comes at the next that exists',
      daily(2),
      'Europe/Berlin',
      '2026-03-28T12:00:00Z',
      null,
      '2026-03-29 2026-03-29T01:00:00.000Z',
    ],
    [
      'at an hour that autumn repeats comes at the first',
      daily(2),
      'Europe/Berlin',
      '2026-10-24T12:00:00Z',
      null,
      '2026-10-25 2026-10-25T00:00:00.000Z',
    ],
    [
      'does not come again at the second',
      daily(2),
      'Europe/Berlin',
      '2026-10-25T00:00:00Z',
      '2026-10-25',
      '2026-10-26 2026-10-26T01:00:00.000Z',
    ],
    [
      'in a zone with half-hour summer time keeps its hour',
      daily(2),
      'Australia/Lord_Howe',
      '2026-10-03T00:00:00Z',
      null,
      '2026-10-04 2026-10-03T15:30:00.000Z',
    ],
    [
      'of a day that a zone skipped whole comes when the next begins',
      daily(9),
      'Pacific/Apia',
      '2011-12-29T20:00:00Z',
      null,
      '2011-12-30 2011-12-30T10:00:00.000Z',
    ],
    [
      'comes on its weekday',
      { type: 'weekly', day: 'mon', hour: 8 },
      'Europe/Berlin',
      '2026-01-10T12:00:00Z',
      null,
      '2026-01-12 2026-01-12T07:00:00.000Z',
    ],
    [
      'never has a date that was had, however the zone was changed',
      daily(8),
      'Pacific/Honolulu',
      '2026-01-28T20:00:00Z',
      '2026-01-29',
      '2026-01-30 2026-01-30T18:00:00.000Z',
    ],
    [
      'is none where mail comes with each event',
      { type: 'instant' },
      'Europe/Berlin',
      '2026-01-10T12:00:00Z',
      null,
      undefined,
    ],
  ])('%s', (_, rhythm, timeZone, after, laterThan, expected) => {
    expect(at(rhythm, timeZone, after, laterThan)).toBe(expected);
  });

  test('comes once a day in every zone, through all changes of its clock', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const moment = fc.date({ min: new Date('2024-01-01Z'), max: new Date('2029-01-01Z'), noInvalidDate: true });
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 23 }), moment, (timeZone, hour, start) => {
        let after = start;
        let had: string | null = null;
        for (let days = 0; days < 5; days += 1) {
          const slot = nextSlot({ rhythm: daily(hour), timeZone }, after, had);
          if (!slot) throw new Error('There is no next one.');
          expect(slot.at > after).toBe(true);
          if (had !== null) expect(slot.date).toBe(Temporal.PlainDate.from(had).add({ days: 1 }).toString());
          const local = localDate(slot.at.getTime(), timeZone).toString();
          expect(local >= slot.date).toBe(true);
          had = slot.date;
          after = slot.at;
        }
      }),
      { numRuns: 200 },
    );
  });
});

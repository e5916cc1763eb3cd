import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { hours as zoned, moment as moments, quiet } from '../../test/support/arbitrary-hours.ts';
import { inZone } from '../../test/support/zone.ts';
import type { Weekday } from '../contract/vocabularies.ts';
import { quietEnd, type Hours } from './hours.ts';

const MINUTE = 60_000;
const week: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

function nightly(timeZone: string, from: string, to: string, days = week): Hours {
  return { timeZone, quiet: [{ days, from, to }] };
}

function endOf(hours: Hours | null, at: string): string | null {
  return quietEnd(hours, new Date(at))?.toISOString().replace(':00.000Z', 'Z') ?? null;
}

describe('quiet hours', () => {
  const berlin = nightly('Europe/Berlin', '22:00', '07:00', ['mon', 'fri']);

  test('hold nothing where there are none', () => {
    expect(endOf(null, '2026-06-01T23:00:00Z')).toBeNull();
    expect(endOf({ timeZone: 'Europe/Berlin', quiet: [] }, '2026-06-01T23:00:00Z')).toBeNull();
    expect(endOf(nightly('Europe/Berlin', '00:00', '00:00', []), '2026-06-01T23:00:00Z')).toBeNull();
  });

  test('begin with `from` and end just before `to`', () => {
    const night = '2026-06-02T05:00Z';
    expect(endOf(berlin, '2026-06-01T19:59:59.999Z')).toBeNull();
    expect(endOf(berlin, '2026-06-01T20:00:00.000Z')).toBe(night);
    expect(endOf(berlin, '2026-06-02T04:59:59.999Z')).toBe(night);
    expect(endOf(berlin, '2026-06-02T05:00:00.000Z')).toBeNull();
  });

  test('go by the day on which they begin', () => {
    expect(endOf(berlin, '2026-06-06T03:00:00Z')).toBe('2026-06-06T05:00Z');
    expect(endOf(berlin, '2026-06-06T21:00:00Z')).toBeNull();
    expect(endOf(berlin, '2026-06-01T03:00:00Z')).toBeNull();
  });

  test('last a day where `to` is `from`', () => {
    const sunday = nightly('Europe/Berlin', '08:00', '08:00', ['sun']);
    expect(endOf(sunday, '2026-06-08T05:59:00Z')).toBe('2026-06-08T06:00Z');
  });

  test('are one where they touch or overlap', () => {
    const weekend: Hours = {
      timeZone: 'Europe/Berlin',
      quiet: [
        { days: ['fri'], from: '18:00', to: '00:00' },
        { days: ['sat', 'sun'], from: '00:00', to: '00:00' },
        { days: ['sun'], from: '20:00', to: '07:00' },
      ],
    };
    for (const at of ['2026-06-05T16:00:00Z', '2026-06-05T22:00:00Z', '2026-06-07T21:00:00Z', '2026-06-08T04:59:00Z']) {
      expect(endOf(weekend, at)).toBe('2026-06-08T05:00Z');
    }
  });

  test('that leave nothing open hold nothing; one open minute a week is enough', () => {
    expect(endOf(nightly('Europe/Berlin', '00:00', '00:00'), '2026-06-01T12:00:00Z')).toBeNull();
    const open: Hours = {
      timeZone: 'Europe/Berlin',
      quiet: [
        { days: week.slice(0, 6), from: '02:30', to: '02:30' },
        { days: ['sun'], from: '02:31', to: '02:30' },
      ],
    };
    expect(endOf(open, '2026-06-07T00:31:00Z')).toBe('2026-06-14T00:30Z');
    // In the week of 29 March that minute does not exist.
    for (const at of ['2026-03-22T01:31:00Z', '2026-03-29T00:59:00Z', '2026-04-05T00:29:00Z']) {
      expect(endOf(open, at)).toBe('2026-04-05T00:30Z');
    }
  });
});

describe('where DST skips an hour, the next time that exists', () => {
  test.each([
    ['Europe/Berlin', '22:00', '02:30'],
    ['Europe/Sofia', '22:00', '03:30'],
    ['Atlantic/Azores', '22:00', '00:00'],
    ['Atlantic/Azores', '22:00', '00:59'],
    ['Europe/Dublin', '22:00', '01:00'],
  ])('ends them in %s (%s–%s)', (timeZone, from, to) => {
    const saturday = nightly(timeZone, from, to, ['sat']);
    expect(endOf(saturday, '2026-03-29T00:59:59.999Z')).toBe('2026-03-29T01:00Z');
    expect(endOf(saturday, '2026-03-29T01:00:00Z')).toBeNull();
  });

  test.each([
    ['Europe/Berlin', '02:00', '06:00', '2026-03-29T04:00Z'],
    ['Europe/Sofia', '03:30', '06:00', '2026-03-29T03:00Z'],
    ['Atlantic/Azores', '00:30', '06:00', '2026-03-29T06:00Z'],
    ['Europe/Dublin', '01:30', '06:00', '2026-03-29T05:00Z'],
  ])('begins them in %s (%s–%s)', (timeZone, from, to, end) => {
    const sunday = nightly(timeZone, from, to, ['sun']);
    expect(endOf(sunday, '2026-03-29T00:59:59.999Z')).toBeNull();
    expect(endOf(sunday, '2026-03-29T01:00:00Z')).toBe(end);
  });

  test('and hours that lie within what is skipped do not happen', () => {
    const sunday = nightly('Europe/Berlin', '02:10', '02:50', ['sun']);
    expect(endOf(sunday, '2026-03-29T01:00:00Z')).toBeNull();
    expect(endOf(sunday, '2026-04-05T00:20:00Z')).toBe('2026-04-05T00:50Z');
  });

  test('also where a whole day is skipped', () => {
    const friday = nightly('Pacific/Apia', '22:00', '06:00', ['fri']);
    expect(endOf(friday, '2011-12-30T10:00:00Z')).toBe('2011-12-30T16:00Z');
  });
});

describe('where DST repeats an hour, the first', () => {
  test.each([
    ['Europe/Berlin', '22:00', '02:30'],
    ['Europe/Sofia', '22:00', '03:30'],
    ['Atlantic/Azores', '22:00', '00:30'],
    ['Europe/Dublin', '22:00', '01:30'],
  ])('ends them in %s (%s–%s)', (timeZone, from, to) => {
    const saturday = nightly(timeZone, from, to, ['sat']);
    expect(endOf(saturday, '2026-10-25T00:29:59.999Z')).toBe('2026-10-25T00:30Z');
    // The same local time once more, an hour later.
    expect(endOf(saturday, '2026-10-25T01:29:00Z')).toBeNull();
  });

  test.each([
    ['Europe/Berlin', '02:30', '06:00', '2026-10-25T05:00Z'],
    ['Europe/Sofia', '03:30', '06:00', '2026-10-25T04:00Z'],
    ['Atlantic/Azores', '00:30', '06:00', '2026-10-25T07:00Z'],
    ['Europe/Dublin', '01:30', '06:00', '2026-10-25T06:00Z'],
  ])('begins them in %s (%s–%s)', (timeZone, from, to, end) => {
    const sunday = nightly(timeZone, from, to, ['sun']);
    expect(endOf(sunday, '2026-10-25T00:29:59.999Z')).toBeNull();
    // 01:15Z is before `from` by the clock on the wall, and still within.
    for (const at of ['2026-10-25T00:30:00Z', '2026-10-25T01:15:00Z']) {
      expect(endOf(sunday, at)).toBe(end);
    }
  });
});

test('a day that has begun stays begun, though clocks go back into the day before', () => {
  const sunday = nightly('America/St_Johns', '00:00', '06:00', ['sun']);
  const morning = '2010-11-07T09:30Z';
  for (const at of ['2010-11-07T02:30:30Z', '2010-11-07T03:00:00Z']) expect(endOf(sunday, at)).toBe(morning);
});

describe('of any hours', () => {
  test('the end is not quiet, and all that lies before it ends there too', () => {
    fc.assert(
      fc.property(zoned, moments, fc.double({ min: 0, max: 1, noNaN: true }), (hours, at, share) => {
        const end = quietEnd(hours, at);
        if (end === null) return undefined;
        expect(end.getTime()).toBeGreaterThan(at.getTime());
        expect(quietEnd(hours, end)).toBeNull();
        const between = new Date(at.getTime() + Math.floor(share * (end.getTime() - at.getTime() - 1)));
        for (const moment of [between, new Date(end.getTime() - 1)]) expect(quietEnd(hours, moment)).toEqual(end);
        return undefined;
      }),
      { numRuns: 300 },
    );
  });

  test('where clocks never change, it is what a walk from minute to minute finds', () => {
    const isQuiet = (hours: Hours, at: number) => {
      const [weekday, clock] = [(new Date(at).getUTCDay() + 6) % 7, new Date(at).toISOString().slice(11, 16)];
      return hours.quiet.some(({ days, from, to }) => {
        const overnight = to <= from;
        const today = days.includes(week[weekday]!) && from <= clock && (overnight || clock < to);
        return today || (overnight && days.includes(week[(weekday + 6) % 7]!) && clock < to);
      });
    };
    const walk = (hours: Hours, at: number): number | null => {
      const minutes = Array.from({ length: 8 * 24 * 60 }, (_, minute) => Math.floor(at / MINUTE + minute) * MINUTE);
      const end = minutes.find((minute) => !isQuiet(hours, minute));
      return end === undefined || end <= at ? null : end;
    };
    fc.assert(
      fc.property(quiet, moments, (each, at) => {
        const hours = { timeZone: 'UTC', quiet: each };
        expect(quietEnd(hours, at)?.getTime() ?? null).toBe(walk(hours, at.getTime()));
      }),
      { numRuns: 100 },
    );
  });

  test('the time zone of the process does not matter', () => {
    const script = `
      import { quietEnd } from './core/domain/hours.ts';
      const hours = { timeZone: 'Europe/Sofia', quiet: [{ days: ['sat', 'sun'], from: '22:00', to: '03:30' }] };
      const ats = Array.from({ length: 60 }, (_, hour) => new Date(Date.UTC(2026, 9, 24, hour)));
      answer = [new Date(0).getTimezoneOffset(), JSON.stringify(ats.map((at) => quietEnd(hours, at)))];`;
    const [west, east] = ['America/New_York', 'Asia/Tokyo'].map((zone) => inZone<[number, string]>(zone, script));
    expect([west?.[0], east?.[0]]).toEqual([300, -540]);
    expect(west?.[1]).toContain('2026-10-25T00:30:00.000Z');
    expect(west?.[1]).toBe(east?.[1]);
  });
});

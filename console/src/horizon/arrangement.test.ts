import { describe, expect, test } from '@jest/globals';
import type { HorizonEntry, ListedOnHorizon } from '../../../core/contract/horizon.ts';
import { arranged, byCountry, byDay, byWeek, runningOn, worstOf } from './arrangement.ts';

/** A moment by the reader's own clocks, whatever these are: of December 2026. */
const at = (day: number, hours = 0, minutes = 0): string => new Date(2026, 11, day, hours, minutes).toISOString();
const now = Date.parse(at(4, 12));
const today = '2026-12-04';

function entry(id: string, onset: string, expires: string, more: Partial<HorizonEntry> = {}): ListedOnHorizon {
  const told = { id, onset, expires, state: 'active', countries: ['DE'], severity: 'severe', ...more };
  return told as unknown as ListedOnHorizon;
}

const ids = (entries: readonly ListedOnHorizon[]): string[] => entries.map(({ id }) => id);

describe('what is under way, ahead and past', () => {
  const entries = [
    entry('ended last month', at(-10), at(-9), { state: 'expired' }),
    entry('began days ago', at(1, 9), at(6, 18)),
    entry('called off yesterday', at(3, 9), at(5), { state: 'cancelled' }),
    entry('over this morning', at(4, 8), at(4, 10), { state: 'expired' }),
    entry('begins this minute', at(4, 12), at(4, 20)),
    entry('this evening', at(4, 18), at(5, 2)),
    entry('called off for tomorrow', at(5, 9), at(6), { state: 'cancelled' }),
  ];

  test('are told apart by the present moment; what is called off, or over today, stays on its day', () => {
    const { underway, ahead, past } = arranged(entries, now, '2026-11-01');
    expect(ids(underway)).toEqual(['began days ago', 'begins this minute']);
    expect(ids(ahead)).toEqual(['over this morning', 'this evening', 'called off for tomorrow']);
    expect(ids(past)).toEqual(['called off yesterday', 'ended last month']);
  });

  test('begin with the first day shown: of what lasts for days, with what still lasts on it', () => {
    const from = (day: string): string[] => Object.values(arranged(entries, now, day)).flatMap(ids);
    expect(from(today)).toEqual([
      'began days ago',
      'begins this minute',
      'over this morning',
      'this evening',
      'called off for tomorrow',
    ]);
    expect(from('2026-12-05')).toEqual(['began days ago', 'called off for tomorrow']);
    expect(from('2026-12-07')).toEqual([]);
  });

  test('what ends at midnight is not of the day that begins then', () => {
    const ends = [entry('at midnight', at(1, 20), at(6)), entry('a minute later', at(1, 20), at(6, 0, 1))];
    expect(ids(arranged(ends, now, '2026-12-05').underway)).toEqual(['at midnight', 'a minute later']);
    expect(ids(arranged(ends, now, '2026-12-06').underway)).toEqual(['a minute later']);
  });
});

describe('days and weeks', () => {
  test('an entry stands on the day on which it begins, midnight and the last minute included', () => {
    const entries = [
      entry('midnight', at(4), at(5)),
      entry('last minute', at(4, 23, 59), at(9)),
      entry('next', at(5), at(6)),
    ];
    expect(byDay(entries).map(({ day, entries: begun }) => [day, ids(begun)])).toEqual([
      ['2026-12-04', ['midnight', 'last minute']],
      ['2026-12-05', ['next']],
    ]);
  });

  test('days are put together by the weeks that the reader’s calendar has', () => {
    // The 6th is a Sunday.
    const entries = [entry('Saturday', at(5), at(6)), entry('Sunday', at(6), at(7)), entry('Monday', at(7), at(8))];
    const weeks = (first: number) => byWeek(entries, first).map(({ week, days }) => [week, days.length]);
    expect(weeks(1)).toEqual([
      ['2026-11-30', 2],
      ['2026-12-07', 1],
    ]);
    expect(weeks(7)).toEqual([
      ['2026-11-29', 1],
      ['2026-12-06', 2],
    ]);
  });

  test('what lasts for days runs on each after its first, not on one that it ends at the midnight of, and not once it is over', () => {
    const lasting = [
      entry('for days', at(4, 20), at(7, 9)),
      entry('until midnight', at(4, 20), at(6)),
      entry('called off', at(4, 20), at(7), { state: 'cancelled' }),
    ];
    const running = [4, 5, 6, 7, 8].map((day) => ids(runningOn(lasting, `2026-12-0${day}`)));
    expect(running).toEqual([[], ['for days', 'until midnight'], ['for days'], ['for days'], []]);
  });
});

test('countries stand in the order of their names; what is of several with each, and what is of none first', () => {
  const entries = [
    entry('both', at(4), at(5), { countries: ['PL', 'AT'] }),
    entry('everywhere', at(4), at(5), { countries: [] }),
    { id: 'marked', onset: at(4), expires: at(5), state: 'active' } as unknown as ListedOnHorizon,
    entry('one', at(5), at(6), { countries: ['PL'] }),
  ];
  const names: Record<string, string> = { AT: 'Österreich', PL: 'Polen' };
  const groups = byCountry(entries, (code) => names[code] ?? code, new Intl.Collator('de').compare);
  expect(groups.map(({ country, entries: found }) => [country, ids(found)])).toEqual([
    [null, ['everywhere', 'marked']],
    ['AT', ['both']],
    ['PL', ['both', 'one']],
  ]);
});

test('the worst of a day counts nothing that was called off, and knows nothing of what is marked alone', () => {
  const of = (...severities: [HorizonEntry['severity'], HorizonEntry['state']][]) =>
    worstOf(severities.map(([severity, state]) => entry(severity, at(4), at(5), { severity, state })));
  expect(of(['minor', 'active'], ['severe', 'active'], ['extreme', 'cancelled'])).toBe('severe');
  expect(of(['extreme', 'expired'])).toBeUndefined();
  expect(worstOf([{ id: 'marked', state: 'active' } as unknown as ListedOnHorizon])).toBeUndefined();
});

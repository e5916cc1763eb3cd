import { describe, expect, test } from '@jest/globals';
import type { OrganisationKind } from '../contract/vocabularies.ts';
import type { Caller } from './organisation.ts';
import { divisions, periodOf, statisticsOf } from './statistics.ts';

const teams = [{ id: 'berlin', organisationId: 'one', name: 'Berlin' }];

function caller(kind: OrganisationKind, everyTeam = true): Caller {
  const organisation = { id: 'one', kind } as Caller['organisation'];
  return { organisation, teams, everyTeam, scopes: [], as: {} as Caller['as'] };
}

describe('whose statistics somebody gets', () => {
  const organisations = new Map([
    ['other', { kind: 'cso' }],
    ['theirs', { kind: 'platform' }],
  ] as const);
  const of = (who: Caller, wanted?: string) => statisticsOf(who, organisations, wanted);

  test('members their own organisation’s, withheld warnings among them; of a platform those of the teams that they belong to', () => {
    expect(of(caller('cso'))).toEqual({ scope: 'raised', organisationId: 'one', withheld: true });
    expect(of(caller('cso'), 'one')).toEqual(of(caller('cso')));
    expect(of(caller('platform'))).toEqual({ scope: 'received', organisationId: 'one', teams: null });
    expect(of(caller('platform', false))).toMatchObject({ scope: 'received', teams: ['berlin'] });
  });

  test('nobody another’s but the coordinator, who gets none that the other raised without its name', () => {
    for (const kind of ['cso', 'platform', 'observer'] as const) {
      expect(() => of(caller(kind), 'other')).toThrow('Only the coordinator');
      expect(() => of(caller(kind), 'nobody')).toThrow('Only the coordinator');
    }
    expect(of(caller('coordinator'))).toEqual({ scope: 'network' });
    expect(of(caller('coordinator'), 'other')).toEqual({ scope: 'raised', organisationId: 'other', withheld: false });
    expect(of(caller('coordinator', false), 'theirs')).toMatchObject({ scope: 'received', teams: null });
    expect(of(caller('coordinator'), 'one')).toMatchObject({ scope: 'raised', withheld: true });
    expect(() => of(caller('coordinator'), 'nobody')).toThrow('There is no such organisation');
  });
});

describe('the period', () => {
  const now = new Date('2026-03-31T10:00:00.000Z');
  const iso = (dates: readonly Date[]): string[] => dates.map((date) => date.toISOString());

  test('is the last year, by months; a short one is by weeks; and it is as asked', () => {
    expect(periodOf({}, now)).toEqual({
      since: new Date('2025-03-31T10:00:00.000Z'),
      until: now,
      by: 'month',
      timeZone: 'UTC',
    });
    const since = '2026-01-01T00:00:00.000Z';
    expect(periodOf({ since }, now).by).toBe('week');
    expect(periodOf({ since, by: 'month' }, now).by).toBe('month');
  });

  test.each([
    ['before it ends', { since: '2026-03-31T10:00:00.000Z' }],
    ['three years', { since: '2023-01-01T00:00:00.000Z' }],
  ])('is refused where it does not begin %s, or is longer', (reason, query) => {
    expect(() => periodOf(query, now)).toThrow(expect.objectContaining({ problem: 'invalid-request' }));
    expect(() => periodOf(query, now)).toThrow(reason);
  });

  test('is divided at midnight in its zone, through the changes of the clocks', () => {
    const months = { since: '2026-02-14T12:00:00.000Z', until: '2026-05-01T00:00:00.000Z', by: 'month' } as const;
    expect(iso(divisions(periodOf({ ...months, timeZone: 'Europe/Berlin' }, now)))).toEqual([
      '2026-02-14T12:00:00.000Z',
      '2026-02-28T23:00:00.000Z',
      '2026-03-31T22:00:00.000Z',
      '2026-04-30T22:00:00.000Z',
    ]);
    const weeks = { since: '2026-03-23T00:00:00.000Z', until: '2026-04-06T00:00:00.000Z', by: 'week' } as const;
    expect(iso(divisions(periodOf(weeks, now)))).toEqual(['2026-03-23T00:00:00.000Z', '2026-03-30T00:00:00.000Z']);
  });
});

import { describe, expect, test } from '@jest/globals';
import type { OrganisationKind } from '../contract/vocabularies.ts';
import type { Marking } from './audience.ts';
import { canonicalFilter, type Facets } from './filter.ts';
import type { Directory } from './directory.ts';
import type { Organisation } from './organisation.ts';
import { missingToRaise, previewAudience, type Draft } from './preview.ts';

const id = (n: number): string => `0198c0de-0000-7000-8000-${String(n).padStart(12, '0')}`;

function organisation(n: number, kind: OrganisationKind, changes: Partial<Organisation> = {}): Organisation {
  const clearance = kind === 'observer' ? 'TLP:GREEN' : 'TLP:RED';
  const rest = { countries: [], languages: [], listed: true, suspended: false, braked: false, raiseLimits: null };
  return { id: id(n), name: `${kind} ${n}`, kind, clearance, ...rest, ...changes };
}

function directory(
  organisations: Organisation[],
  following: [organisation: number, languages: string[]][] = [],
): Directory {
  const subscriptions = following.map(([n, languages], index) => ({
    id: id(100 + index),
    organisationId: id(n),
    teamId: id(200 + n),
    name: 's',
    filter: canonicalFilter({ languages }),
    channels: [{ type: 'live' as const }],
    paused: false,
    createdAt: '',
    updatedAt: '',
  }));
  const own = (n: string) => subscriptions.filter(({ organisationId }) => organisationId === n);
  return {
    sequence: 1,
    organisations: new Map(organisations.map((one) => [one.id, one])),
    teams: new Map(),
    teamById: new Map(),
    members: new Map(),
    membersByOrganisation: new Map(),
    subscriptions,
    subscriptionsByOrganisation: new Map(organisations.map((one) => [one.id, own(one.id)])),
    policies: new Map(),
    confirmedAddresses: new Map(),
    ownMail: new Map(),
  };
}

const issuer = organisation(1, 'cso');
const network = [
  issuer,
  organisation(2, 'platform'),
  organisation(3, 'platform'),
  organisation(4, 'platform', { listed: false }),
  organisation(5, 'platform', { suspended: true }),
  organisation(6, 'observer'),
  organisation(7, 'coordinator'),
];

describe('whom a draft reaches', () => {
  const of = (draft: Draft, following: [number, string[]][] = []) =>
    previewAudience(directory(network, following), issuer.id, draft, []);

  test('counts all that are admitted but the issuer, names those that are listed', () => {
    const { reach, leftOut } = of({ tlp: 'TLP:GREEN', languages: ['de-AT'] }, [
      [2, ['de']],
      [4, ['de']],
      [3, ['pl']],
    ]);
    expect(reach.organisations).toBe(5);
    expect(reach.byKind).toEqual({ cso: 0, platform: 3, coordinator: 1, observer: 1 });
    expect(reach.platforms.map(({ name, follows }) => [name, follows])).toEqual([
      ['platform 2', true],
      ['platform 3', false],
    ]);
    expect(reach.subscribers).toBe('1-9');
    expect(leftOut).toEqual([]);
  });

  test('marking and audience leave out; what is not written yet rules nobody out', () => {
    const { reach, leftOut, reads } = of({ audience: { except: [id(3)] } }, [[2, ['de']]]);
    expect(reads.tlp).toBe('TLP:AMBER');
    expect(leftOut.map(({ name }) => name)).toEqual(['observer 6', 'platform 3']);
    expect(reach.platforms).toMatchObject([{ name: 'platform 2', follows: true }]);
  });

  test('TLP:RED reaches the named ones; a coordinator that gets the marking alone is not reached', () => {
    const { reach, leftOut } = of({ tlp: 'TLP:RED', audience: { only: [id(2)] } });
    expect([reach.organisations, reach.subscribers]).toEqual([1, '0']);
    expect(leftOut.map(({ name }) => name)).toContain('coordinator 7');
  });

  test('says whether the issuer is named', () => {
    expect(of({ tlp: 'TLP:CLEAR', withholdIssuer: true }).reads).toMatchObject({ issuerNamed: false, alreadyOut: [] });
  });
});

describe('what is out already when a revision tightens', () => {
  const facets: Facets = { countries: [], languages: ['de'], grounds: [], severity: 'minor', status: 'actual' };
  const open: Marking = { tlp: 'TLP:GREEN', withholdIssuer: false, only: null, except: null };
  const out = (draft: Draft, before: Partial<Marking> = {}) => {
    const history = {
      id: id(300),
      issuerId: issuer.id,
      revisions: [{ revision: 1, marking: { ...open, ...before }, facets }],
    };
    const { alreadyOut } = previewAudience(directory(network), issuer.id, draft, [], history).reads;
    return Object.fromEntries(alreadyOut.map(({ name, has }) => [name, has.join(' ')]));
  };

  test('nothing, where nothing is tightened or it is loosened', () => {
    expect(out({ tlp: 'TLP:GREEN' })).toEqual({});
    expect(out({ tlp: 'TLP:CLEAR' })).toEqual({});
    expect(out({ tlp: 'TLP:GREEN' }, { withholdIssuer: true })).toEqual({});
  });

  test('the issuer’s name, with everybody who was shown it; the coordinator goes on seeing it', () => {
    expect(out({ tlp: 'TLP:GREEN', withholdIssuer: true })).toEqual({
      'platform 2': 'issuer',
      'platform 3': 'issuer',
      'A member of the network': 'issuer',
      'observer 6': 'issuer',
    });
    expect(out({ tlp: 'TLP:GREEN', withholdIssuer: true }, { withholdIssuer: true })).toEqual({});
  });

  test('the looser marking, with everybody who had it under that, and the text, with those who would lose it', () => {
    expect(out({ tlp: 'TLP:AMBER', audience: { except: [id(3)] } })).toEqual({
      'platform 2': 'marking',
      'platform 3': 'text marking',
      'A member of the network': 'marking',
      'observer 6': 'text marking',
      'coordinator 7': 'marking',
    });
  });
});

test.each([
  [0, '0'],
  [9, '1-9'],
  [10, '10-99'],
  [100, '100-999'],
  [1_000, '1000+'],
] as const)('%i subscribers are said as %s', (count, said) => {
  const following = Array.from({ length: count }, (): [number, string[]] => [2, []]);
  expect(previewAudience(directory(network, following), issuer.id, {}, []).reach.subscribers).toBe(said);
});

test('what a raise would still refuse is pointed at, each once', () => {
  const issuerKey = { kind: 'cso' as const, scopes: ['warnings:write' as const, 'warnings:red' as const] };
  const sent = { headline: 'a', expires: '2020-01-01T00:00:00.000Z', tlp: 'TLP:RED', correction: true };
  const missing = missingToRaise(sent, sent as Draft, issuerKey, new Date('2026-01-01'), () => true);
  expect(missing).toEqual(
    expect.arrayContaining(['/language', '/description', '/expires', '/audience/only', '/correction']),
  );
  expect(new Set(missing).size).toBe(missing.length);
  expect(missing).not.toContain('/headline');
});

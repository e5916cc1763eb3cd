import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { facets, filter, marking, organisationIds } from '../../test/support/arbitrary.ts';
import { aRaise } from '../../test/support/warnings.ts';
import type { Filter } from '../contract/filter.ts';
import { codesOf, tlps, type Status } from '../contract/vocabularies.ts';
import { access, type Marking } from './audience.ts';
import { organisationReader, type Directory, type Subscription } from './directory.ts';
import { matches } from './filter.ts';
import type { Organisation } from './organisation.ts';
import { reopenedTeams } from './reopening.ts';
import { changedMembers, contentOf, markedRevision, type WarningContent, type WarningSnapshot } from './warning.ts';

const now = new Date('2026-05-09T18:00:00.000Z');
const issuerId = '00000000-0000-7000-8000-0000000000ee';

/** What of a warning decides who is reopened. */
const content: fc.Arbitrary<WarningContent> = fc
  .record({
    facets,
    marking,
    instruction: fc.constantFrom('', '', 'Bitte prüfen.'),
    asks: fc.constantFrom([], [], ['raise_monitoring' as const]),
  })
  .map(({ facets: seen, marking: { only, except, tlp, withholdIssuer }, instruction, asks }): WarningContent => ({
    ...contentOf(aRaise(), now),
    countries: [...seen.countries],
    languages: [...seen.languages],
    grounds: [...seen.grounds],
    severity: seen.severity,
    tlp,
    withholdIssuer,
    instruction,
    asks: [...asks],
    audience: { ...(only && { only: [...only] }), ...(except && { except: [...except] }) },
  }));

/** Platforms of one team each, whose id is the organisation's. */
const directory: fc.Arbitrary<Directory> = fc
  .record({
    organisations: fc.tuple(
      ...organisationIds.map((id) =>
        fc.record({
          id: fc.constant(id),
          kind: fc.constantFrom('platform' as const, 'platform' as const, 'observer' as const),
          clearance: fc.constantFrom(...codesOf(tlps)),
          suspended: fc.constantFrom(false, false, false, true),
        }),
      ),
    ),
    subscriptions: fc.array(
      fc.record({ organisationId: fc.constantFrom(...organisationIds), filter, paused: fc.constantFrom(false, true) }),
      { maxLength: 8 },
    ),
  })
  .map(({ organisations, subscriptions }) => {
    const common = { name: 'One', countries: [], languages: [], listed: true, braked: false, raiseLimits: null };
    const teams = organisationIds.map((id) => ({ id, organisationId: id, name: 'One' }));
    const following = subscriptions.map((one, index): Subscription => {
      const rest = { name: 'All', channels: [{ type: 'live' as const }], createdAt: '', updatedAt: '' };
      return { id: String(index), teamId: one.organisationId, ...rest, ...one };
    });
    return {
      sequence: 1,
      organisations: new Map(organisations.map((one): [string, Organisation] => [one.id, { ...common, ...one }])),
      teams: new Map(teams.map((team) => [team.id, [team]])),
      teamById: new Map(teams.map((team) => [team.id, team])),
      members: new Map(),
      membersByOrganisation: new Map(),
      subscriptions: following,
      subscriptionsByOrganisation: new Map(),
      policies: new Map(),
      confirmedAddresses: new Map(),
      ownMail: new Map(),
    };
  });

/** Two contents of a warning, of which the later changes some members of the earlier. */
const revision = fc
  .tuple(
    content,
    content,
    fc.subarray(['countries', 'languages', 'severity', 'instruction', 'asks', 'tlp', 'audience'] as const),
  )
  .map(([before, other, names]) => ({
    before,
    after: { ...before, ...Object.fromEntries(names.map((name) => [name, other[name]])) } as WarningContent,
  }));

const floors = { minor: 0, moderate: 1, severe: 2, extreme: 3 };

/** Whether what a revision added matches a filter. */
function isAdded(by: Filter, before: WarningContent, after: WarningContent, status: Status): boolean {
  const seenWith = (changes: object) => matches(by, { ...after, status, ...changes });
  const countries = after.countries.filter((one) => !before.countries.includes(one)).map((one) => [one]);
  if (after.countries.length === 0) countries.push([]);
  const languages = after.languages.filter((one) => !before.languages.includes(one)).map((one) => [one]);
  // A warning of no country was for every country: naming some adds none.
  const ofMore = before.countries.length > 0 ? countries : [];
  return ofMore.some((one) => seenWith({ countries: one })) || languages.some((one) => seenWith({ languages: one }));
}

test('a revision reopens whom the contract’s sentence names, and nobody else', () => {
  fc.assert(
    fc.property(directory, revision, facets, fc.boolean(), (network, { before, after }, { status }, correction) => {
      const history = {
        id: 'w',
        issuerId,
        revisions: [markedRevision(1, status, before), markedRevision(2, status, after)],
      };
      const snapshot = { content: before, status } as WarningSnapshot;
      const changed = changedMembers(before, after);
      const found = reopenedTeams(network, snapshot, history, { content: after, changed, correction });
      const newOrders = changed.includes('instruction') || changed.includes('asks');
      if (floors[after.severity] > floors[before.severity] || (newOrders && !correction)) {
        expect(found).toBe('every');
        return;
      }
      const [was, is] = history.revisions.map((one) => one.marking) as [Marking, Marking];
      const expected = [...network.organisations.values()].filter((organisation) => {
        const reader = organisationReader(organisation);
        if (organisation.kind !== 'platform' || access(issuerId, is, reader) === 'none') return false;
        const isNew = access(issuerId, was, reader) === 'none';
        return network.subscriptions.some(
          (one) =>
            one.organisationId === organisation.id &&
            !one.paused &&
            (isAdded(one.filter, before, after, status) || (isNew && matches(one.filter, { ...after, status }))),
        );
      });
      expect([...(found as ReadonlySet<string>)].toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
    }),
    { numRuns: 1_000 },
  );
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { facets, filter, marking } from '../../test/support/arbitrary.ts';
import { aRaise } from '../../test/support/warnings.ts';
import { accessThenAndNow, heardBy, type MailReader, type MarkedRevision } from './audience.ts';
import { composeDigest, type DigestEntry, type DigestMaterial } from './digest.ts';
import { differencesBetween } from './difference.ts';
import { contentOf, type WarningContent } from './warning.ts';

const base = contentOf(aRaise(), new Date('2026-05-09T18:30:00Z'));
const nobody: MailReader = { vouchers: [] };
const trusted: MailReader = {
  vouchers: [{ organisationId: 'voucher', kind: 'cso', clearance: 'TLP:AMBER', suspended: false, red: true }],
};
const issuerId = 'issuer';

/** What happens to one warning: what it is raised as, then each revision, then how it ends. */
const life = fc.record({
  revisions: fc.array(fc.tuple(marking, facets), { minLength: 1, maxLength: 4 }),
  end: fc.constantFrom('warning.cancelled' as const, 'warning.expired' as const, null),
});

/** Warnings whose events are mixed into one log, each in its own order. */
const log = fc
  .array(life, { minLength: 1, maxLength: 4 })
  .chain((lives) => {
    const steps = lives.flatMap(({ revisions, end }, warning) => [
      ...revisions.map((_, index) => ({ warning, revision: index + 1, end: null })),
      ...(end ? [{ warning, revision: revisions.length, end }] : []),
    ]);
    return fc.tuple(
      fc.constant(lives),
      fc
        .shuffledSubarray(
          steps.map((_, place) => place),
          { minLength: steps.length, maxLength: steps.length },
        )
        .map((order) => {
          // The places are shuffled between the warnings; within each the order stays.
          const queues = lives.map((_, warning) => steps.filter((step) => step.warning === warning));
          return order.map((place) => queues[steps[place]?.warning ?? 0]?.shift()).filter((step) => step !== undefined);
        }),
    );
  })
  .map(([lives, steps]): DigestMaterial => ({
    entries: steps.map(({ warning, revision, end }, index): DigestEntry => ({
      sequence: index + 1,
      type: end ?? (revision === 1 ? 'warning.raised' : 'warning.revised'),
      warningId: `w${warning}`,
      revision,
    })),
    warnings: new Map(
      lives.map(({ revisions }, warning) => [
        `w${warning}`,
        {
          history: {
            id: `w${warning}`,
            issuerId,
            revisions: revisions.map(([marked, seen], index): MarkedRevision => ({
              revision: index + 1,
              marking: marked,
              facets: seen,
            })),
          },
          status: 'actual' as const,
          retracted: false,
          contents: new Map(
            revisions.map(([marked, seen], index): [number, WarningContent] => [
              index + 1,
              { ...base, tlp: marked.tlp, countries: [...seen.countries], severity: seen.severity },
            ]),
          ),
        },
      ]),
    ),
    ahead: [],
  }));

test('however the log is cut into digests, each event that may be told stands in exactly one, and none is empty', () => {
  const cuts = fc.array(fc.integer({ min: 0, max: 24 }), { maxLength: 6 });
  fc.assert(
    fc.property(log, filter, fc.constantFrom(nobody, trusted), cuts, (material, asked, reader, ends) => {
      const bounds = [...new Set([0, ...ends, material.entries.length])]
        .filter((end) => end <= material.entries.length)
        .toSorted((one, other) => one - other);
      for (const [index, upTo] of bounds.entries()) {
        const after = bounds[index - 1] ?? 0;
        const entries = material.entries.filter(({ sequence }) => sequence > after && sequence <= upTo);
        const digest = composeDigest({ ...material, entries }, reader, asked);
        const items = digest?.groups.flatMap((group) => group.items) ?? [];
        expect(digest === null).toBe(items.length === 0);
        const ids = items.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const wanted = entries.filter(({ warningId, revision }) => {
          const history = material.warnings.get(warningId)?.history;
          if (!history) return false;
          const allowed = accessThenAndNow(history, revision, reader) !== 'none';
          return allowed && heardBy(history, revision, reader, asked);
        });
        expect(ids.toSorted()).toEqual([...new Set(wanted.map(({ warningId }) => warningId))].toSorted());
        for (const { content, access } of items) {
          expect(['TLP:CLEAR', ...(reader === trusted ? ['TLP:GREEN'] : [])]).toContain(content.tlp);
          expect(['full', 'withheld']).toContain(access);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('differences are told member by member', () => {
  const after = { ...base, severity: 'extreme' as const, countries: ['AT', 'DE'], headline: 'Anders' };
  expect(differencesBetween(base, after)).toEqual([
    { type: 'code', member: 'severity', from: 'severe', to: 'extreme' },
    { type: 'list', member: 'countries', added: ['AT'], removed: [] },
    { type: 'text', member: 'headline' },
  ]);
  expect(differencesBetween(base, { ...base, tlp: 'TLP:CLEAR', withholdIssuer: true })).toEqual([]);
});

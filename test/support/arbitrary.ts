import fc from 'fast-check';
import type { Filter } from '../../core/contract/filter.ts';
import { codesOf, grounds, severityOrder, statuses, tlps } from '../../core/contract/vocabularies.ts';
import type { MarkedRevision, Marking, WarningHistory } from '../../core/domain/audience.ts';
import { canonicalFilter, type Facets } from '../../core/domain/filter.ts';
import type { Reader } from '../../core/domain/organisation.ts';

/** Few enough to meet each other often. */
export const organisationIds = Array.from({ length: 4 }, (_, index) => `00000000-0000-7000-8000-00000000000${index}`);
const organisationId = fc.constantFrom(...organisationIds);
const countries = fc.uniqueArray(fc.constantFrom('DE', 'AT', 'FR', 'PL'), { maxLength: 3 });
const languages = ['de', 'de-AT', 'fr', 'pt-BR', 'pl'];
const tlp = fc.constantFrom(...codesOf(tlps));
const ground = fc.constantFrom(...codesOf(grounds).slice(0, 4));

export const facets: fc.Arbitrary<Facets> = fc.record({
  countries,
  languages: fc.uniqueArray(fc.constantFrom(...languages), { minLength: 1, maxLength: 3 }),
  grounds: fc.uniqueArray(ground, { minLength: 1, maxLength: 3 }),
  severity: fc.constantFrom(...severityOrder),
  status: fc.constantFrom(...codesOf(statuses)),
});

export const filter: fc.Arbitrary<Filter> = fc
  .record({
    countries,
    languages: fc.uniqueArray(fc.constantFrom(...languages, 'pt'), { maxLength: 3 }),
    grounds: fc.uniqueArray(ground, { maxLength: 2 }),
    severity: fc.constantFrom(...severityOrder),
    statuses: fc.uniqueArray(fc.constantFrom(...codesOf(statuses)), { minLength: 1 }),
  })
  .map(canonicalFilter);

export const marking: fc.Arbitrary<Marking> = fc
  .record({
    tlp,
    withholdIssuer: fc.boolean(),
    only: fc.option(fc.uniqueArray(organisationId, { minLength: 1 })),
    except: fc.option(fc.uniqueArray(organisationId)),
  })
  .map((one) => (one.tlp === 'TLP:RED' && one.only === null ? { ...one, only: [organisationIds[0] as string] } : one));

export const reader: fc.Arbitrary<Reader> = fc.record({
  organisationId,
  kind: fc.constantFrom('cso', 'platform', 'coordinator', 'observer'),
  clearance: tlp,
  suspended: fc.boolean(),
  red: fc.boolean(),
});

export const history: fc.Arbitrary<WarningHistory> = fc
  .tuple(organisationId, fc.array(fc.tuple(marking, facets), { minLength: 1, maxLength: 4 }))
  .map(([issuerId, revisions]) => ({
    id: '00000000-0000-7000-8000-0000000000ff',
    issuerId,
    revisions: revisions.map(([one, seen], index): MarkedRevision => ({
      revision: index + 1,
      marking: one,
      facets: seen,
    })),
  }));

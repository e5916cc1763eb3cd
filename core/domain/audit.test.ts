import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import type { MarkedRevision, WarningHistory } from './audience.ts';
import { mayVerify, readingReasons, unauditedTypes } from './audit.ts';
import type { Reader } from './organisation.ts';

const facets = {} as MarkedRevision['facets'];

function history(...markings: Partial<MarkedRevision['marking']>[]): WarningHistory {
  const open = { tlp: 'TLP:GREEN', withholdIssuer: false, only: null, except: null } as const;
  const revisions = markings.map((marking, index) => ({
    revision: index + 1,
    marking: { ...open, ...marking },
    facets,
  }));
  return { id: 'w', issuerId: 'issuer', revisions };
}

function reader(changes: Partial<Reader>): Reader {
  return { organisationId: 'agora', kind: 'platform', clearance: 'TLP:RED', suspended: false, red: true, ...changes };
}

const red = { tlp: 'TLP:RED', only: ['agora'] } as const;
const coordinator = reader({ organisationId: 'hub', kind: 'coordinator' });

describe('a reading is noted', () => {
  test.each<[string, WarningHistory, number, Reader, string[]]>([
    ['of TLP:RED', history(red), 1, reader({}), ['red']],
    ['of what became TLP:RED later', history({}, red), 1, reader({}), ['red']],
    ['of what was TLP:RED then', history(red, {}), 1, reader({}), ['red']],
    ['by the issuer itself, of TLP:RED', history(red), 1, reader({ organisationId: 'issuer', kind: 'cso' }), ['red']],
    ['of a withheld issuer, by the coordinator', history({ withholdIssuer: true }), 1, coordinator, ['withheld']],
    ['of an issuer withheld later', history({}, { withholdIssuer: true }), 1, coordinator, ['withheld']],
    ['of the issuer in a marking alone', history({ ...red, withholdIssuer: true }), 1, coordinator, ['withheld']],
    ['of both', history({ tlp: 'TLP:RED', only: ['hub'], withholdIssuer: true }), 1, coordinator, ['red', 'withheld']],
  ])('%s', (_what, known, revision, by, reasons) => {
    expect(readingReasons(known, revision, by)).toEqual(reasons);
  });

  test.each<[string, WarningHistory, number, Reader]>([
    ['of an open warning', history({}), 1, reader({})],
    ['of TLP:RED by whoever is not on the list', history(red), 1, reader({ red: false })],
    ['of TLP:RED by whoever is not named', history(red), 1, reader({ organisationId: 'plaza' })],
    ['of the marking of TLP:RED', history(red), 1, coordinator],
    ['of a warning whose issuer others do not learn', history({ withholdIssuer: true }), 1, reader({})],
    ['of a revision that there is not', history(red), 2, reader({})],
  ])('but not %s', (_what, known, revision, by) => {
    expect(readingReasons(known, revision, by)).toEqual([]);
  });
});

describe('an entry is given as it was hashed', () => {
  const own = { organisationId: 'agora', revision: null };
  test.each<[string, Parameters<typeof mayVerify>, boolean]>([
    ['to who did it', [own, undefined, reader({})], true],
    ['to who was concerned by what the network did', [{ ...own, organisationId: null }, undefined, reader({})], true],
    ['to the coordinator', [own, undefined, coordinator], true],
    [
      'to who was concerned by what another’s people did',
      [{ ...own, organisationId: 'hub' }, undefined, reader({})],
      false,
    ],
    ['about a warning to who may see it', [{ ...own, revision: 1 }, history(red), reader({})], true],
    ['about a warning to who may not', [{ ...own, revision: 1 }, history(red), reader({ red: false })], false],
    ['about a warning to who has its marking alone', [{ ...own, revision: 1 }, history(red), coordinator], false],
    ['about a warning that is not held', [{ ...own, revision: 1 }, undefined, reader({})], false],
  ])('%s: %#', (_what, asked, may) => {
    expect(mayVerify(...asked)).toBe(may);
  });
});

test('what is audited is what its index holds', async () => {
  expect(await readFile('core/store/migrations/0012_audit.sql', 'utf8')).toContain(`type !~ '${unauditedTypes}'`);
  const audited = (type: string): boolean => !new RegExp(unauditedTypes).test(type);
  expect(['warning.read', 'escalation-policy.changed', 'key.added', 'sign-in.refused'].every(audited)).toBe(true);
  expect(['comment.added', 'escalation.fired', 'warning.corroborated'].some(audited)).toBe(false);
});

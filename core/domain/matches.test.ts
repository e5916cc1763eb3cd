import { expect, test } from '@jest/globals';
import type { Severity, Tlp } from '../contract/vocabularies.ts';
import type { MarkedRevision, WarningHistory } from './audience.ts';
import { canonicalFilter } from './filter.ts';
import { countMatches } from './matches.ts';
import type { Reader } from './organisation.ts';

const reader: Reader = {
  organisationId: 'agora',
  kind: 'platform',
  clearance: 'TLP:RED',
  suspended: false,
  red: false,
};

function revision(number: number, languages: string[], severity: Severity, tlp: Tlp): MarkedRevision {
  const only = tlp === 'TLP:RED' ? ['agora'] : null;
  const marking = { tlp, withholdIssuer: false, only, except: null };
  return {
    revision: number,
    marking,
    facets: { countries: ['DE'], languages, grounds: ['antisemitism'], severity, status: 'actual' },
  };
}

const warning = (id: string, ...revisions: MarkedRevision[]): WarningHistory => ({ id, issuerId: 'amal', revisions });
const german = canonicalFilter({ languages: ['de'] });

test('counts by the rule that delivers: matched now or ever, with the severity of now, the newest named first', () => {
  const histories = [
    warning('1', revision(1, ['de'], 'extreme', 'TLP:AMBER')),
    warning('2', revision(1, ['de'], 'minor', 'TLP:AMBER'), revision(2, ['pl'], 'severe', 'TLP:AMBER')),
    warning('3', revision(1, ['pl'], 'extreme', 'TLP:AMBER')),
    warning('4', revision(1, ['de-AT'], 'severe', 'TLP:AMBER')),
    warning('5', revision(1, ['de'], 'severe', 'TLP:AMBER')),
  ];
  expect(countMatches(histories, reader, german)).toEqual({
    count: 4,
    bySeverity: { extreme: 1, severe: 3, moderate: 0, minor: 0 },
    newest: ['1', '2', '4'],
  });
});

test('what its reader may not have counts for nothing, be it marked so now or then', () => {
  const red = warning('1', revision(1, ['de'], 'extreme', 'TLP:RED'));
  const tightened = warning('2', revision(1, ['de'], 'extreme', 'TLP:AMBER'), revision(2, ['de'], 'minor', 'TLP:RED'));
  expect(countMatches([red, tightened], reader, german).count).toBe(0);
  expect(countMatches([red, tightened], { ...reader, red: true }, german).count).toBe(2);
});

test('a coordinator counts what is marked TLP:RED for others by its marking alone', () => {
  const coordinator: Reader = { ...reader, organisationId: 'hub', kind: 'coordinator' };
  const red = warning('1', revision(1, ['de'], 'extreme', 'TLP:RED'));
  expect(countMatches([red], coordinator, german).count).toBe(0);
  expect(countMatches([red], coordinator, canonicalFilter())).toEqual({
    count: 1,
    bySeverity: { extreme: 0, severe: 0, moderate: 0, minor: 0 },
    newest: [],
  });
});

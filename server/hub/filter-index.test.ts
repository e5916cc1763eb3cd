import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { facets, filter } from '../../test/support/arbitrary.ts';
import { canonicalFilter, matches } from '../../core/domain/filter.ts';
import { FilterIndex } from './filter-index.ts';

describe('the index of filters', () => {
  test('finds what the plain matcher finds, whatever was added and removed before', () => {
    fc.assert(
      fc.property(fc.array(filter, { maxLength: 12 }), fc.array(fc.nat(11)), facets, (filters, removed, seen) => {
        const index = new FilterIndex();
        for (const one of filters) index.add(one);
        const gone = new Set(removed.map((place) => filters[place]));
        for (const one of gone) if (one) index.remove(one);
        const expected = filters.filter((one) => !gone.has(one) && matches(one, seen));
        expect(new Set(index.matching(seen))).toEqual(new Set(expected));
        expect(index.matching(seen)).toHaveLength(expected.length);
      }),
      { numRuns: 1_000 },
    );
  });

  test('looks at few of many', () => {
    const index = new FilterIndex();
    const asked = canonicalFilter({ countries: ['MT'], languages: ['mt'] });
    index.add(asked);
    for (const language of ['de', 'fr', 'pl']) index.add(canonicalFilter({ countries: ['DE'], languages: [language] }));
    const seen = { languages: ['mt'], grounds: ['antisemitism'], severity: 'severe', status: 'actual' } as const;
    expect(index.matching({ countries: ['MT'], ...seen })).toEqual([asked]);
    expect(index.matching({ countries: [], ...seen })).toEqual([asked]);
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { facets, filter } from '../../test/support/arbitrary.ts';
import { canonicalFilter, matches, type Facets } from './filter.ts';

const seen: Facets = {
  countries: ['DE'],
  languages: ['pt-BR'],
  grounds: ['antisemitism'],
  severity: 'moderate',
  status: 'actual',
};

describe('a filter', () => {
  test('without members takes the contract’s defaults', () => {
    expect(canonicalFilter()).toEqual({
      countries: [],
      languages: [],
      grounds: [],
      severity: 'minor',
      statuses: ['actual', 'exercise'],
    });
  });

  test('is canonical: the same wish is the same text', () => {
    fc.assert(
      fc.property(filter, (one) => {
        const shuffled = {
          ...one,
          countries: [...one.countries, ...one.countries].toReversed(),
          grounds: [...one.grounds].toReversed(),
        };
        expect(canonicalFilter(shuffled)).toEqual(canonicalFilter(one));
      }),
    );
  });

  test.each<[boolean, string, Parameters<typeof canonicalFilter>[0]]>([
    [true, 'an empty one', {}],
    [true, 'one of several countries', { countries: ['FR', 'DE'] }],
    [false, 'another country', { countries: ['FR'] }],
    [true, 'a range of the language', { languages: ['pt'] }],
    [false, 'a narrower range', { languages: ['pt-BR-x-y'] }],
    [true, 'the severity as floor', { severity: 'moderate' }],
    [false, 'a higher floor', { severity: 'severe' }],
    [false, 'another status', { statuses: ['test'] }],
    [false, 'one list that does not match beside one that does', { countries: ['DE'], grounds: ['age'] }],
  ])('%s: %s', (expected, _, wish) => {
    expect(matches(canonicalFilter(wish), seen)).toBe(expected);
  });

  test('a warning of no country matches every country', () => {
    expect(matches(canonicalFilter({ countries: ['MT'] }), { ...seen, countries: [] })).toBe(true);
  });

  test('asking for less never finds less', () => {
    fc.assert(
      fc.property(filter, facets, (by, given) => {
        fc.pre(matches(by, given));
        for (const wider of [
          { ...by, countries: [] },
          { ...by, languages: [] },
          { ...by, grounds: [] },
          { ...by, severity: 'minor' as const },
          { ...by, statuses: ['actual', 'exercise', 'test'] as const },
        ]) {
          expect(matches({ ...wider, statuses: [...wider.statuses] }, given)).toBe(true);
        }
      }),
    );
  });

  test('matches exactly what the contract’s sentences say', () => {
    const isInRange = (range: string, tag: string) => `${tag.toLowerCase()}-`.startsWith(`${range.toLowerCase()}-`);
    const shares = <T>(asked: readonly T[], given: readonly T[], meets: (one: T, other: T) => boolean) =>
      asked.length === 0 || asked.some((one) => given.some((other) => meets(one, other)));
    const equals = (one: string, other: string) => one === other;
    const floors = { minor: 0, moderate: 1, severe: 2, extreme: 3 };
    fc.assert(
      fc.property(filter, facets, (by, given) => {
        const transnational = given.countries.length === 0;
        expect(matches(by, given)).toBe(
          (transnational || shares(by.countries, given.countries, equals)) &&
            shares(by.languages, given.languages, isInRange) &&
            shares<string>(by.grounds, given.grounds, equals) &&
            floors[given.severity] >= floors[by.severity] &&
            by.statuses.includes(given.status),
        );
      }),
      { numRuns: 2_000 },
    );
  });
});

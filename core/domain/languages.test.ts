import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { languageMatches, narrowerRange } from './languages.ts';

const subtag = fc.string({ unit: fc.constantFrom('a', 'b', 'B', '1'), minLength: 1, maxLength: 3 });
const subtags = fc.array(subtag, { minLength: 1, maxLength: 4 });

describe('languageMatches', () => {
  test.each([
    ['pt', 'pt'],
    ['pt', 'pt-BR'],
    ['PT', 'pt-br'],
    ['zh-hant', 'zh-Hant-TW'],
    ['de-CH', 'de-ch-1996'],
  ])('%s matches %s', (range, tag) => {
    expect(languageMatches(range, tag)).toBe(true);
  });

  test.each([
    ['de-AT', 'de'],
    ['de-AT', 'de-DE'],
    ['de', 'deu'],
    ['deu', 'de'],
    ['yue', 'zh-yue-HK'],
    ['zh-TW', 'zh-Hant-TW'],
    ['e', 'de-DE'],
  ])('%s does not match %s', (range, tag) => {
    expect(languageMatches(range, tag)).toBe(false);
  });

  test('matches exactly when the subtags of the range begin those of the tag', () => {
    fc.assert(
      fc.property(subtags, subtags, (range, tag) => {
        const begins = range.every((each, index) => each.toLowerCase() === tag[index]?.toLowerCase());
        expect(languageMatches(range.join('-'), tag.join('-'))).toBe(begins);
      }),
    );
  });

  test('matches itself and whatever is narrower, in any case', () => {
    fc.assert(
      fc.property(subtags, fc.array(subtag), (range, more) => {
        const tag = [...range, ...more].join('-');
        expect(languageMatches(range.join('-').toUpperCase(), tag)).toBe(true);
        expect(languageMatches(range.join('-'), tag.toLowerCase())).toBe(true);
      }),
    );
  });
});

describe('narrowerRange', () => {
  test.each([
    ['de-AT', 'de'],
    ['zh-Hant-TW', 'zh'],
    ['de', undefined],
    ['yue', undefined],
  ])('%s is narrower than %s', (range, language) => {
    expect(narrowerRange(range)).toBe(language);
  });

  test('names a language that the range misses and that would match all that the range does', () => {
    fc.assert(
      fc.property(subtags, (range) => {
        const language = narrowerRange(range.join('-'));
        expect(language).toBe(range.length === 1 ? undefined : range[0]);
        expect(language === undefined || languageMatches(language, range.join('-'))).toBe(true);
        expect(language !== undefined && languageMatches(range.join('-'), language)).toBe(false);
      }),
    );
  });
});

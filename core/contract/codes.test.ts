import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { iso31661, iso31662 } from 'iso-3166';
import {
  canonicalLanguage,
  countryCodes,
  countryOfSubdivision,
  countryRefusal,
  subdivisionRefusal,
  timeZoneRefusal,
} from './codes.ts';

const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom('\uD800', 'a'.repeat(100_000)));

describe('countries', () => {
  test('are those of ISO 3166-1', () => {
    expect([...countryCodes]).toEqual(iso31661.map(({ alpha2 }) => alpha2).toSorted());
    for (const code of countryCodes) expect(countryRefusal(code)).toBeUndefined();
  });

  test.each([
    ['EL', 'EL is not an ISO 3166-1 code: Greece is GR.'],
    ['el', 'el is not an ISO 3166-1 code: Greece is GR.'],
    ['UK', 'UK is not an ISO 3166-1 code: the United Kingdom is GB.'],
    ['XK', 'XK is not an ISO 3166-1 code: it is user-assigned.'],
    ['gr', 'gr is not in upper case: write GR.'],
    ['SU', 'SU is not an ISO 3166-1 code.'],
    ['DEU', 'DEU is not an ISO 3166-1 code.'],
    ['', 'This is not an ISO 3166-1 code.'],
    ['G\u0000', 'This is not an ISO 3166-1 code.'],
  ])('%j is refused', (code, sentence) => {
    expect(countryRefusal(code)).toBe(sentence);
  });
});

describe('subdivisions', () => {
  test('are those of ISO 3166-2, each in its country', () => {
    for (const { code } of iso31662) {
      expect(subdivisionRefusal(code)).toBeUndefined();
      expect(countryCodes).toContain(countryOfSubdivision(code));
    }
  });

  test.each([
    ['de-by', 'de-by is not in upper case: write DE-BY.'],
    ['DE-XX', 'DE-XX is not an ISO 3166-2 code.'],
    ['DE', 'DE is not an ISO 3166-2 code.'],
    ['EL-A', 'EL-A is not an ISO 3166-2 code: Greece is GR.'],
    ['UK-ENG', 'UK-ENG is not an ISO 3166-2 code: the United Kingdom is GB.'],
  ])('%j is refused', (code, sentence) => {
    expect(subdivisionRefusal(code)).toBe(sentence);
  });
});

describe('languages', () => {
  test.each([
    ['pt-br', 'pt-BR'],
    ['PT', 'pt'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['IW', 'he'],
    ['zh-yue', 'yue'],
    ['zh-yue-hk', 'yue-HK'],
    ['ES-419', 'es-419'],
    ['sgn-de', 'gsg'],
    ['de-ch-1996', 'de-CH-1996'],
    ['sl-ROZAJ', 'sl-rozaj'],
    ['de-de-u-co-phonebk', 'de-DE-u-co-phonebk'],
    ['rmn', 'rmn'],
    ['bh', 'bho'],
    ['az-baku1926', 'az-baku1926'],
  ])('%s is %s', (tag, canonical) => {
    expect(canonicalLanguage(tag)).toEqual({ tag: canonical });
  });

  test.each([
    ['und', 'und does not name a language.'],
    ['MUL', 'mul does not name a language.'],
    ['zxx-Latn', 'zxx does not name a language.'],
    ['x-secret', 'x-secret is for private use.'],
    ['en-x-secret', 'en-x-secret is for private use.'],
    ['qaa', 'qaa is for private use.'],
    ['qtz-DE', 'qtz is for private use.'],
    ['i-klingon', 'i-klingon is a grandfathered tag.'],
    ['en-GB-oed', 'en-GB-oed is a grandfathered tag.'],
    ['zh-min', 'zh-min is a grandfathered tag.'],
    ['xx', 'xx is not a language of ISO 639.'],
    ['abcde', 'abcde is not a language of ISO 639.'],
    ['en-XX', 'XX is not a region of ISO 3166-1 or UN M.49.'],
    ['sq-XK', 'XK is not a region of ISO 3166-1 or UN M.49.'],
    ['en-ZZ', 'ZZ is not a region of ISO 3166-1 or UN M.49.'],
    ['en-000', '000 is not a region of ISO 3166-1 or UN M.49.'],
    ['en-Abcd', 'Abcd is not a script of ISO 15924.'],
    ['en-Qaaa', 'Qaaa is not a script of ISO 15924.'],
    ['de-2000', '2000 is not a registered variant of a language.'],
    ['de-1996-1996', 'de-1996-1996 repeats a subtag or has a malformed extension.'],
    ['en-a-foo', '-a- is not a registered extension of language tags.'],
    ['de-yue', 'yue may not follow de in a language tag.'],
    ['zh-yue-cmn', 'yue may not follow zh in a language tag.'],
    ['pt_BR', 'This is not a BCP 47 language tag.'],
    ['pt-', 'This is not a BCP 47 language tag.'],
    ['\u212Ao', 'This is not a BCP 47 language tag.'],
    ['', 'This is not a BCP 47 language tag.'],
    ['*', 'This is not a BCP 47 language tag.'],
    ['d', 'd is not a BCP 47 language tag.'],
    ['de-DE-FR', 'de-DE-FR is not a BCP 47 language tag.'],
    [`de${'-1996'.repeat(20)}`, 'A language tag has at most 64 characters here.'],
  ])('%j is refused', (tag, refusal) => {
    expect(canonicalLanguage(tag)).toEqual({ refusal });
  });

  type Subtag = { Type: string; Subtag?: string; Prefix?: string[]; Description: string[] };
  const registry = createRequire(import.meta.url)('language-subtag-registry/data/json/registry.json') as Subtag[];
  const singles = registry.filter(({ Subtag }) => Subtag !== undefined && !Subtag.includes('..'));
  const tagOf: Readonly<Record<string, (subtag: string, prefix: string) => string>> = {
    language: (subtag) => subtag,
    extlang: (subtag, prefix) => `${prefix}-${subtag}`,
    script: (subtag) => `en-${subtag}`,
    region: (subtag) => `en-${subtag}`,
    variant: (subtag) => `en-${subtag}`,
  };

  test.each(Object.keys(tagOf))(
    'every %s of the IANA registry is accepted, and its canonical form is fixed',
    (type) => {
      const tags = singles
        .filter((entry) => entry.Type === type && entry.Description[0]?.toLowerCase() !== 'private use')
        .map((entry) => tagOf[type]!(entry.Subtag!, entry.Prefix?.[0] ?? ''))
        .filter((tag) => !['und', 'mul', 'zxx'].includes(tag));
      expect(tags.length).toBeGreaterThan(100);
      for (const tag of tags) {
        const answer = canonicalLanguage(tag);
        if ('refusal' in answer) throw new Error(answer.refusal);
        expect(canonicalLanguage(answer.tag.toUpperCase())).toEqual(answer);
      }
    },
  );

  test('no language of two or three letters is accepted that is not in it', () => {
    const known = new Set(singles.filter(({ Type }) => Type === 'language').map(({ Subtag }) => Subtag));
    const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
    const pairs = letters.flatMap((first) => letters.map((second) => first + second));
    const words = [...pairs, ...pairs.flatMap((pair) => letters.map((letter) => pair + letter))];
    const accepted = words.filter((word) => 'tag' in canonicalLanguage(word));
    expect(accepted.filter((word) => !known.has(word))).toEqual([]);
    expect(accepted).toHaveLength(known.size - 3);
  });
});

describe('time zones', () => {
  test.each(['Europe/Berlin', 'europe/kyiv', 'Europe/Kiev', 'Atlantic/Azores', 'UTC', 'Etc/GMT+2', 'CET', 'Eire'])(
    '%s is one',
    (name) => {
      expect(timeZoneRefusal(name)).toBeUndefined();
    },
  );

  test.each(['', 'Europe/Atlantis', 'IST', 'PST', 'SystemV/AST4', 'Berlin', 'UTC+2', ' Europe/Berlin'])(
    '%j is none',
    (name) => {
      expect(timeZoneRefusal(name)).toBe('This is not a time zone of the IANA database, such as Europe/Berlin.');
    },
  );

  test.each(['+02:00', '-0530', '+01'])('the offset %s is none', (offset) => {
    expect(timeZoneRefusal(offset)).toMatch(/^An offset is not a time zone/);
  });
});

test('nothing throws, and what is refused is refused in a short sentence', () => {
  fc.assert(
    fc.property(anything, (code) => {
      const language = canonicalLanguage(code);
      const refusals = [countryRefusal(code), subdivisionRefusal(code), timeZoneRefusal(code)];
      if ('refusal' in language) refusals.push(language.refusal);
      for (const refusal of refusals) if (refusal !== undefined) expect(refusal).toMatch(/^[\x20-\x7E]{10,140}\.$/);
    }),
  );
});

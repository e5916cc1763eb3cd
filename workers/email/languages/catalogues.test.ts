import { describe, expect, test } from '@jest/globals';
import { catalogues } from './catalogues.ts';
import { direction, inClauses, mailLanguage, mailLanguages, type MailLanguage } from './languages.ts';
import type { Translation } from './translation.ts';

const plural = /_(zero|one|two|few|many|other)$/;

/** Every text by its path. */
function textsOf(part: object, path: string[] = []): Map<string, string> {
  return new Map(
    Object.entries(part).flatMap(([name, inner]: [string, string | object]) =>
      typeof inner === 'string' ? [[[...path, name].join('.'), inner]] : [...textsOf(inner, [...path, name])],
    ),
  );
}

const blanksOf = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([blank]) => blank).toSorted();
const english = textsOf(catalogues.en);
/** An apostrophe is ’ everywhere, and in Dutch the closing mark as well. */
const quotationMarks: Record<MailLanguage, string> = {
  en: '“”',
  fr: '«»',
  de: '„“',
  es: '«»',
  it: '«»',
  pl: '„”',
  nl: '‘',
  ro: '„”',
  el: '«»',
};

describe.each(mailLanguages)('the catalogue in %s', (language) => {
  const texts = textsOf(catalogues[language]);
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;

  test('has every text and no other, each plural in every category of the language', () => {
    const wanted = [...english.keys()].flatMap((key) => {
      if (key.endsWith('_other')) return categories.map((category) => key.replace('_other', `_${category}`));
      return key.endsWith('_one') ? [] : [key];
    });
    expect([...texts.keys()].toSorted()).toEqual(wanted.toSorted());
  });

  test('leaves the same blanks in each text, and nothing empty', () => {
    for (const [key, text] of texts) {
      const original = english.get(key) ?? english.get(key.replace(plural, '_other')) ?? '';
      expect({ key, blanks: blanksOf(text) }).toEqual({ key, blanks: blanksOf(original) });
      expect({ key, text }).toEqual({ key, text: expect.stringMatching(/\S/) });
      expect({ key, text }).toEqual({ key, text: text.trim() });
    }
  });

  test('is set as the language sets its texts: its own quotation marks, and in French no-break spaces', () => {
    const said = [...texts.values()].join('\n').replace(/\{\{\w+\}\}/g, '');
    const marks = new Set(said.match(/["'„“”‚‘«»]/g));
    expect([...marks].filter((mark) => !quotationMarks[language].includes(mark))).toEqual([]);
    if (language === 'fr') expect(said).not.toMatch(/ [:;?!»]|« /);
  });

  if (language !== 'en')
    test('is translated: no sentence is the English one', () => {
      const same = [...texts].filter(([key, text]) => text === english.get(key) && text.split(' ').length > 2);
      expect(same).toEqual([]);
    });
});

test('what is missing or too much in a translation does not compile', () => {
  const part = {
    drill: 'DRILL',
    told: 'Told {{name}}',
    team_one: '{{count}} team',
    team_other: '{{count}} teams',
  } as const;
  type InPolish = Translation<typeof part, 'pl'>;
  const drill = 'ĆWICZENIE';
  const told = 'Powiadomiono {{name}}';
  const team = {
    team_one: '{{count}}',
    team_few: '{{count}}',
    team_many: '{{count}}',
    team_other: '{{count}}',
  } as const;
  const attempts = [
    { drill, told, ...team } satisfies InPolish,
    // @ts-expect-error a text is missing
    { drill, ...team } satisfies InPolish,
    // @ts-expect-error a plural category of Polish is missing
    { drill, told, team_one: '{{count}}', team_other: '{{count}}' } satisfies InPolish,
    // @ts-expect-error a blank is missing
    { drill, told: 'Powiadomiono', ...team } satisfies InPolish,
    // @ts-expect-error English has no such text
    { drill, told, ...team, more: 'więcej' } satisfies InPolish,
  ];
  expect(attempts).toHaveLength(5);
});

test('whoever asks for a region or script of a language gets the language, and for another one English', () => {
  expect(['de-AT', 'pt', 'EL', null, undefined, 'romany', 'ro-MD'].map(mailLanguage)).toEqual([
    'de',
    'en',
    'el',
    'en',
    'en',
    'en',
    'ro',
  ]);
});

test('a language is read in the direction of its script', () => {
  expect(['de', 'el', 'ar', 'he', 'ur', 'az-Arab', 'az', 'ff-Adlm'].map(direction)).toEqual([
    'ltr',
    'ltr',
    'rtl',
    'rtl',
    'rtl',
    'rtl',
    'ltr',
    'rtl',
  ]);
});

test('clauses are set apart as the language sets them apart', () => {
  const clauses = ['a, b', 'c'];
  expect(['en', 'fr', 'el'].map((language) => inClauses(language, clauses))).toEqual([
    'a, b; c',
    'a, b\u00a0; c',
    'a, b· c',
  ]);
});

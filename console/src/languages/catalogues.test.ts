import { describe, expect, test } from '@jest/globals';
import { catalogues, offered, type Language, type Part } from './catalogues.ts';

const plural = /_(zero|one|two|few|many|other)$/;
/** An apostrophe is ’ everywhere, and in Dutch the closing mark as well. */
const quotationMarks: Readonly<Record<string, string>> = {
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

/** Every text of a language by its path. */
async function textsOf(language: Language): Promise<Map<string, string>> {
  const { first, later } = await catalogues[language]();
  const parts = await Promise.all(Object.entries(later).map(async ([name, load]) => [name as Part, await load()]));
  return flat([['first', first], ...parts]);
}

function flat(entries: unknown[][], path: string[] = []): Map<string, string> {
  return new Map(
    entries.flatMap(([name, inner]) => {
      const at = [...path, String(name)];
      return typeof inner === 'string' ? [[at.join('.'), inner]] : [...flat(Object.entries(inner as object), at)];
    }),
  );
}

/** Mails in every language name this button. */
const providerButton = 'people.signIn.provider';

const blanksOf = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([blank]) => blank).toSorted();
const english = await textsOf('en');

const translated: readonly Language[] = offered.filter((language) => language !== 'en');

describe.each(translated)('the console in %s', (language) => {
  test('has every text and no other, each plural in every category of the language, with the same blanks', async () => {
    const texts = await textsOf(language);
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const wanted = [...english.keys()].flatMap((key) => {
      if (key.endsWith('_other')) return categories.map((category) => key.replace('_other', `_${category}`));
      return key.endsWith('_one') ? [] : [key];
    });
    expect([...texts.keys()].toSorted()).toEqual(wanted.toSorted());
    for (const [key, text] of texts) {
      const original = english.get(key.replace(plural, '_other')) ?? english.get(key) ?? '';
      expect({ key, blanks: blanksOf(text) }).toEqual({ key, blanks: blanksOf(original) });
      expect({ key, text }).toEqual({ key, text: expect.stringMatching(/^\S(.*\S)?$/) });
    }
  });

  test('is translated, and set as the language sets its texts; markings are called what they are called everywhere', async () => {
    const texts = await textsOf(language);
    const same = [...texts].filter(([key, text]) => key !== providerButton && text === english.get(key));
    const sentences = same.filter(([, text]) => text.split(' ').length > 2);
    expect(sentences).toEqual([]);
    const said = [...texts.values()].join('\n').replace(/\{\{\w+\}\}/g, 'x');
    const marks = new Set(said.match(/["'„“”‚‘«»]/g));
    expect([...marks].filter((mark) => !quotationMarks[language]?.includes(mark))).toEqual([]);
    if (language === 'fr') expect(said).not.toMatch(/ [:;?!»%]|« /);
    const labels = [...texts].filter(([key]) => /\.tlp\..*\.label$/.test(key));
    expect(labels).toEqual(labels.map(([key]) => [key, english.get(key)]));
  });
});

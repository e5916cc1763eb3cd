import { createInstance } from 'i18next';
import { catalogues, type English } from './languages/catalogues.ts';
import { labelled, localeOf, type MailLanguage } from './languages/languages.ts';
import type { Blanks, KeyOf, TextAt } from './languages/translation.ts';

export type Phrase = KeyOf<English>;

/** What a text's blanks are filled with; nothing for a text without any. */
type Filling<Key extends Phrase> = [Blanks<TextAt<English, Key>>] extends [never]
  ? []
  : [filling: { readonly [Name in Blanks<TextAt<English, Key>>]: Name extends 'count' ? number : string | number }];

/** How one says things in one language: texts, lists, names, spans and moments. */
export interface Phrasebook {
  readonly language: MailLanguage;
  say<Key extends Phrase>(key: Key, ...filling: Filling<Key>): string;
  /** Where: countries by name; none means everywhere; the rest are counted. */
  places(countries: readonly string[], most?: number): string;
  languageName(tag: string): string;
  languageNames(tags: readonly string[]): string;
  /** Names, as in a sentence. */
  listed(names: readonly string[]): string;
  /** Labels side by side: each begins with a capital, which an "and" between them would not bear. */
  inRow(labels: readonly string[]): string;
  /** "Severe: what that means" */
  paired(label: string, value: string): string;
  /** A time span in its two largest units: "2 hours 5 minutes". */
  span(milliseconds: number): string;
  /** A moment with its date, in the reader's time zone, which is named. */
  moment(at: string): string;
}

/** A TLP label holds a colon, so keys know no namespaces. Texts are escaped where they become HTML. */
const i18n = createInstance();
void i18n.init({
  resources: Object.fromEntries(
    Object.entries(catalogues).map(([language, translation]) => [language, { translation }]),
  ),
  nsSeparator: false,
  fallbackLng: false,
  interpolation: { escapeValue: false },
  initAsync: false,
});

const books = new Map<string, Phrasebook>();

/** @param timeZone that moments are told in, by its IANA name */
export function phrasebook(language: MailLanguage, timeZone = 'UTC'): Phrasebook {
  const name = `${language} ${timeZone}`;
  const book = books.get(name) ?? { ...wordsIn(language), moment: momentsIn(language, timeZone) };
  books.set(name, book);
  return book;
}

/** What Intl makes takes long to make, and there are only so many languages. */
const words = new Map<MailLanguage, Omit<Phrasebook, 'moment'>>();

function wordsIn(language: MailLanguage): Omit<Phrasebook, 'moment'> {
  const made = words.get(language) ?? makeWords(language);
  words.set(language, made);
  return made;
}

function makeWords(language: MailLanguage): Omit<Phrasebook, 'moment'> {
  const locale = localeOf(language);
  const say = i18n.getFixedT(language) as unknown as Phrasebook['say'];
  const regions = new Intl.DisplayNames(language, { type: 'region' });
  const tongues = new Intl.DisplayNames(language, { type: 'language' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const units = spanUnits.map(([unit, size]) => ({
    size,
    format: new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }),
  }));
  const few = (names: readonly string[], most: number): string =>
    names.length <= most
      ? list.format(names)
      : list.format([...names.slice(0, most), say('warning.more', { count: names.length - most })]);
  const languageName = (tag: string): string => tongues.of(tag) ?? tag;
  return {
    language,
    say,
    places: (countries, most = 12) =>
      countries.length === 0
        ? say('warning.transnational')
        : few(
            countries.map((code) => regions.of(code) ?? code),
            most,
          ),
    languageName,
    languageNames: (tags) => few(tags.map(languageName), 12),
    listed: (names) => list.format(names),
    inRow: (labels) => labels.join(', '),
    paired: (label, value) => `${labelled(language, label)} ${value}`,
    span: (milliseconds) =>
      largest(milliseconds, units)
        .map(({ count, format }) => format.format(count))
        .join(' ') || say('warning.moment'),
  };
}

const spanUnits = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** The two largest units of a span, as far as they count anything. */
function largest<Unit extends { readonly size: number }>(
  milliseconds: number,
  units: readonly Unit[],
): (Unit & { count: number })[] {
  let rest = Math.max(0, Math.round(milliseconds / 1000));
  const first = units.findIndex(({ size }) => rest >= size);
  if (first === -1) return [];
  return units.slice(first, first + 2).flatMap((unit) => {
    const count = Math.floor(rest / unit.size);
    rest -= count * unit.size;
    return count === 0 ? [] : [{ ...unit, count }];
  });
}

function momentsIn(language: MailLanguage, timeZone: string): Phrasebook['moment'] {
  const format = new Intl.DateTimeFormat(localeOf(language), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    // Midnight is told apart from noon in every language.
    hourCycle: 'h23',
    timeZoneName: 'short',
    timeZone,
  });
  return (at) => format.format(new Date(at));
}

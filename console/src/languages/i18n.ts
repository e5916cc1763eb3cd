import i18next from 'i18next';
import { catalogues, type Language, type Part, type PartOf } from './catalogues.ts';
import { firstLanguage, keepLanguage } from './choice.ts';
import type { first } from './en.ts';

type English = typeof first &
  PartOf<'leaving'> &
  PartOf<'warnings'> &
  PartOf<'people'> &
  PartOf<'raising'> &
  PartOf<'answering'> &
  PartOf<'administering'> &
  PartOf<'shift'> &
  PartOf<'running'> &
  PartOf<'mapping'> &
  PartOf<'statistics'> &
  PartOf<'subscribing'> &
  PartOf<'horizon'> &
  PartOf<'starting'> &
  PartOf<'refusing'>;

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: English };
    nsSeparator: false;
  }
}

/** The parts that a page has asked for: another language needs them too. */
const asked = new Set<Part>();

/** What the pages speak, or are about to. */
let wanted: Language = 'en';

/** Starts with the first language. A TLP label holds a colon, so keys know no namespaces. */
export async function startLanguages(): Promise<void> {
  wanted = firstLanguage();
  const { first } = await catalogues[wanted]();
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
    document.documentElement.dir = i18next.dir(language);
  });
  await i18next.init({
    lng: wanted,
    resources: { [wanted]: { translation: first } },
    nsSeparator: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  });
}

/** Loads a page together with the words of its parts, so that it is never shown without them. */
export function worded<Page>(load: () => Promise<Page>, ...parts: readonly Part[]): () => Promise<Page> {
  return async () => {
    const [page] = await Promise.all([load(), ...parts.map(needWords)]);
    return page;
  };
}

async function needWords(part: Part): Promise<void> {
  asked.add(part);
  // While another language is on its way, both.
  const languages = new Set([i18next.language as Language, wanted]);
  await Promise.all([...languages].map((language) => bring(language, part)));
}

/** Speaks another language, once all its words that the pages need are there. */
export async function speak(language: Language): Promise<void> {
  wanted = language;
  const { first } = await catalogues[language]();
  i18next.addResourceBundle(language, 'translation', first, true);
  await Promise.all([...asked].map((part) => bring(language, part)));
  if (wanted === language) await i18next.changeLanguage(language);
}

/** Speaks the language that somebody chose, and remembers it on this device. */
export async function chooseLanguage(language: Language): Promise<void> {
  keepLanguage(language);
  await speak(language);
}

async function bring(language: Language, part: Part): Promise<void> {
  const { later } = await catalogues[language]();
  i18next.addResourceBundle(language, 'translation', await later[part](), true);
}

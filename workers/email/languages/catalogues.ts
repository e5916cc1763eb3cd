import { catalogue as greek } from './el/catalogue.ts';
import { catalogue as english } from './en/catalogue.ts';
import { catalogue as spanish } from './es/catalogue.ts';
import { catalogue as french } from './fr/catalogue.ts';
import { catalogue as german } from './de/catalogue.ts';
import { catalogue as italian } from './it/catalogue.ts';
import { catalogue as dutch } from './nl/catalogue.ts';
import { catalogue as polish } from './pl/catalogue.ts';
import { catalogue as romanian } from './ro/catalogue.ts';
import type { MailLanguage } from './languages.ts';
import type { Translation } from './translation.ts';

/** What the other languages translate. */
export type English = typeof english;

/** Every text of every language. */
export const catalogues: { readonly [Language in MailLanguage]: Translation<English, Language> } = {
  en: english,
  fr: french,
  de: german,
  es: spanish,
  it: italian,
  pl: polish,
  nl: dutch,
  ro: romanian,
  el: greek,
};

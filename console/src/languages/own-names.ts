import type { Language } from './catalogues.ts';

/** What the speakers of a language call it: as Intl has it, which takes so long for nine of them that the first view would wait. */
export const ownNames: Readonly<Record<Language, string>> = {
  de: 'Deutsch',
  en: 'English',
  es: 'español',
  fr: 'français',
  it: 'italiano',
  nl: 'Nederlands',
  pl: 'polski',
  ro: 'română',
  el: 'Ελληνικά',
};

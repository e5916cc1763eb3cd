import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { english, type English } from './en.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: English };
    nsSeparator: false;
  }
}

/** Starts the catalogue. A TLP label holds a colon, so keys know no namespaces. */
export function startLanguages(): void {
  void i18next.use(initReactI18next).init({
    lng: 'en',
    resources: { en: { translation: english } },
    nsSeparator: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  });
}

/** More words of the catalogue, before the page is shown that needs them. */
export function addWords(words: object): void {
  i18next.addResourceBundle('en', 'translation', words, true);
}

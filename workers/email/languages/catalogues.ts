import { account } from './en/account.ts';
import { codes } from './en/codes.ts';
import { warning } from './en/warning.ts';
import type { MailLanguage } from './languages.ts';
import type { Translation } from './translation.ts';

const english = { codes, warning, account } as const;

/** What the other languages translate. */
export type English = typeof english;

/** Every text of every language. */
export const catalogues: { readonly [Language in MailLanguage]: Translation<English, Language> } = {
  en: english,
};

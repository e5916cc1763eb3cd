import { mailLanguages, type MailLanguage } from '../../../core/contract/mail-subscriber.ts';

export { mailLanguages, type MailLanguage };

export { isIn, mailLanguage } from '../../../core/domain/languages.ts';

/** The locale that a language's dates and numbers are written by: English as in Europe. */
export function localeOf(language: MailLanguage): string {
  return language === 'en' ? 'en-GB' : language;
}

/** A label with its colon, as the language sets it: French puts a no-break space before it. */
export function labelled(language: string, label: string): string {
  return `${label}${language === 'fr' ? '\u00a0' : ''}:`;
}

/** Clauses in one line, as the language sets them apart: French puts a no-break space before a semicolon, which in Greek asks a question. */
export function inClauses(language: string, clauses: readonly string[]): string {
  return clauses.join(clauseEnds[language] ?? '; ');
}

const clauseEnds: Readonly<Record<string, string>> = { fr: '\u00a0; ', el: '· ' };

/** Scripts that run from right to left, by ISO 15924. */
const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi']);

/** Which way a language is read. */
export function direction(tag: string): 'ltr' | 'rtl' {
  return rightToLeft.has(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr';
}

import type { MailLanguage } from './mail-subscriber.ts';

/** The plural categories that each language tells apart, as Unicode's CLDR has them. */
export interface PluralCategories extends Record<MailLanguage, Intl.LDMLPluralRule> {
  en: 'one' | 'other';
  fr: 'one' | 'many' | 'other';
  de: 'one' | 'other';
  es: 'one' | 'many' | 'other';
  it: 'one' | 'many' | 'other';
  pl: 'one' | 'few' | 'many' | 'other';
  nl: 'one' | 'other';
  ro: 'one' | 'few' | 'other';
  el: 'one' | 'other';
}

/** A text with the same blanks, in whatever order. */
type Filled<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? `${string}{{${Name}}}${string}` & Filled<Rest>
  : string;

/** `team_other` stands for as many keys as the language has plural categories; `team_one` for none of its own. */
type Keys<Name, Language extends MailLanguage> = Name extends `${infer Base}_other`
  ? `${Base}_${PluralCategories[Language]}`
  : Name extends `${string}_one`
    ? never
    : Name;

/**
 * A part of an English catalogue in another language: the same keys, every plural category of that language, the same
 * blanks. What is missing, and what is too much, does not compile.
 */
export type Translation<English, Language extends MailLanguage> = {
  readonly [Name in keyof English as Keys<Name, Language>]: English[Name] extends string
    ? Filled<English[Name]>
    : Translation<English[Name], Language>;
};

import type { MailLanguage } from '../../../core/contract/mail-subscriber.ts';
import type { Translation } from '../../../core/contract/translation.ts';
import type * as english from './en.ts';

/** The parts of the console whose words are loaded with their pages. */
export type Part = keyof typeof english.later;

/** The words of a part, in English. */
export type PartOf<Name extends Part> = Awaited<ReturnType<(typeof english.later)[Name]>>;

/** All words of a language: those that every page begins with, and how to load the others. */
export interface Catalogue<Tag extends MailLanguage> {
  readonly first: Translation<typeof english.first, Tag>;
  readonly later: { readonly [Name in Part]: () => Promise<Translation<PartOf<Name>, Tag>> };
}

/** The languages that the console speaks wholly, in the order of their own names; each is loaded when it is wanted. */
export const catalogues = {
  de: () => import('./de.ts') satisfies Promise<Catalogue<'de'>>,
  en: () => import('./en.ts'),
  es: () => import('./es.ts') satisfies Promise<Catalogue<'es'>>,
  fr: () => import('./fr.ts') satisfies Promise<Catalogue<'fr'>>,
  it: () => import('./it.ts') satisfies Promise<Catalogue<'it'>>,
  nl: () => import('./nl.ts') satisfies Promise<Catalogue<'nl'>>,
  pl: () => import('./pl.ts') satisfies Promise<Catalogue<'pl'>>,
  ro: () => import('./ro.ts') satisfies Promise<Catalogue<'ro'>>,
  el: () => import('./el.ts') satisfies Promise<Catalogue<'el'>>,
} as const;

export type Language = keyof typeof catalogues;

export const offered = Object.keys(catalogues) as Language[];

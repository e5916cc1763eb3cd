import type { WarningContent } from '../../../core/domain/warning.ts';
import { isIn } from '../languages/languages.ts';
import type { Fact, Title } from '../letter.ts';
import type { Phrasebook } from '../phrasebook.ts';

type Passage = 'headline' | 'description' | 'instruction';

/** What the issuer wrote, in the reader's language where the warning has it, else as it was written. */
export function issuersWords(content: WarningContent, book: Phrasebook): { headline: Fact; body: Fact[] } {
  return {
    headline: passage(content, 'headline', book),
    body: [
      passage(content, 'description', book),
      ...(content.instruction === '' ? [] : [passage(content, 'instruction', book)]),
    ],
  };
}

/** What the issuer called it. */
export function titleOf(content: WarningContent, book: Phrasebook): Title {
  const { value: text, language } = passage(content, 'headline', book);
  if (language === undefined) return { text, named: null };
  return { text, language, named: isIn(book.language, language) ? null : book.languageName(language) };
}

function passage(content: WarningContent, name: Passage, book: Phrasebook): Fact {
  const original = content[name];
  // What was blanked in the original is told in no language.
  if (original === '') return { label: book.say(`warning.fact.${name}`), value: book.say('warning.redacted') };
  const translation = isIn(book.language, content.language)
    ? undefined
    : content.translations.find(({ language }) => isIn(book.language, language));
  const translated = translation?.[name];
  return translation && translated
    ? quoted(name, { text: translated, language: translation.language }, book)
    : quoted(name, { text: original, language: content.language }, book);
}

/** A passage that somebody wrote; its language is named where it is not the reader's. */
export function quoted(
  name: Passage | 'reason',
  { text, language }: { readonly text: string; readonly language: string },
  book: Phrasebook,
): Fact {
  const label = book.say(`warning.fact.${name}`);
  const named = isIn(book.language, language) ? label : `${label} (${book.languageName(language)})`;
  return { label: named, value: text, language };
}

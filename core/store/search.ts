import type { WarningContent } from '../domain/warning.ts';

const beyondAscii = /[^\0-\x7F]/;

/** Folds case, accents and compatibility forms: searching folds a copy, what is kept stays as sent. */
export function fold(text: string): string {
  const plain = text.normalize('NFKD');
  // Marks begin beyond ASCII: a property of Unicode is looked up for every character, behind the log's lock.
  return (beyondAscii.test(plain) ? plain.replace(/\p{M}+/gu, '') : plain).toLowerCase();
}

/** What a warning is found by: its own words, in every language that it has. Never its issuer. */
export function searchText(content: WarningContent): string {
  const texts = [
    content.headline,
    content.description,
    content.instruction,
    ...content.terms.flatMap(({ text, meaning = '', caution = '' }) => [text.replaceAll('\0', ''), meaning, caution]),
    ...content.references.flatMap(({ url, note = '' }) => [url, note]),
    ...content.translations.flatMap(({ headline, description, instruction = '' }) => [
      headline,
      description,
      instruction,
    ]),
  ];
  return fold(texts.join('\n'));
}

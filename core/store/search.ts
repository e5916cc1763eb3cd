import type { WarningContent } from '../domain/warning.ts';

/** Folds case, accents and compatibility forms: searching folds a copy, what is kept stays as sent. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** What a warning is found by: its own words, in every language that it has. Never its issuer. */
export function searchText(content: WarningContent): string {
  const texts = [
    content.headline,
    content.description,
    content.instruction,
    ...content.terms.flatMap(({ text, meaning = '' }) => [text.replaceAll('\0', ''), meaning]),
    ...content.translations.flatMap(({ headline, description, instruction = '' }) => [
      headline,
      description,
      instruction,
    ]),
  ];
  return fold(texts.join('\n'));
}

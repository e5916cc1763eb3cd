import type { Letter } from './letter.ts';

/** A letter as plain text. */
export function renderText(letter: Letter): string {
  const facts = letter.facts.map(({ label, value }) => `${label}: ${value}`);
  const parts = [
    letter.banner,
    letter.marking,
    letter.heading,
    ...letter.paragraphs,
    facts.length > 0 ? facts.join('\n') : null,
    `${letter.action.label}:\n${letter.action.url}`,
    letter.notes.length > 0 ? `--\n${letter.notes.join('\n')}` : null,
    letter.marking,
  ];
  return `${parts.filter((part) => part !== null).join('\n\n')}\n`;
}

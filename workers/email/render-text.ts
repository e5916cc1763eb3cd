import { labelled } from './languages/languages.ts';
import { titled, type Fact, type Letter, type Section } from './letter.ts';

/** A letter as plain text. A paragraph is one line: whoever shows it breaks it where their window ends. */
export function renderText(letter: Letter): string {
  const marking = letter.marking && `${letter.marking.label} – ${letter.marking.definition}`;
  const parts = [
    letter.banner,
    marking,
    letter.heading,
    ...letter.paragraphs,
    ...blocks(letter, letter.facts),
    ...letter.sections.flatMap((section) => sectionBlocks(letter, section)),
    `${labelled(letter.language, letter.action.label)}\n${letter.action.url}`,
    ...letter.further,
    ...blocks(letter, letter.details),
    letter.notes.length > 0 ? `--\n${letter.notes.join('\n')}` : null,
    marking,
  ];
  return `${parts.filter((part) => part !== null).join('\n\n')}\n`;
}

/** Its heading underlined, then each entry: what it is called, what is seen at a glance, and the rest. */
function sectionBlocks(letter: Letter, { heading, entries }: Section): string[] {
  return [
    `${heading}\n${'='.repeat([...heading].length)}`,
    ...entries.flatMap(({ title, lead, paragraphs, facts }, at) => [
      `${at === 0 ? '' : '\n'}${titled(title)}\n${lead}`,
      ...paragraphs,
      ...blocks(letter, facts),
    ]),
  ];
}

/** A line for each fact; what is too long for one stands apart, below its label. */
function blocks({ language }: Letter, facts: readonly Fact[]): string[] {
  return facts.reduce<string[]>((before, { label, value }, at) => {
    if (isLong(value)) return [...before, `${labelled(language, label)}\n${value}`];
    const line = `${labelled(language, label)} ${value}`;
    const above = facts[at - 1];
    return above && !isLong(above.value) ? [...before.slice(0, -1), `${before.at(-1)}\n${line}`] : [...before, line];
  }, []);
}

function isLong(value: string): boolean {
  return value.includes('\n') || value.length > 160;
}

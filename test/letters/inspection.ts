import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { mailLanguages, type MailLanguage } from '../../workers/email/languages/languages.ts';
import { phrasebook } from '../../workers/email/phrasebook.ts';
import { renderHtml } from '../../workers/email/render-html.tsx';
import { axeScript } from '../support/axe.ts';
import { samples } from './samples.ts';

/** How a letter is looked at. */
export interface Look {
  readonly scheme: 'light' | 'dark';
  /** CSS pixels: of a phone, and of a desk. */
  readonly width: 360 | 800;
}

export const looks: readonly Look[] = (['light', 'dark'] as const).flatMap((scheme) =>
  ([360, 800] as const).map((width) => ({ scheme, width })),
);

/** One letter in one language, as its mail has it. */
export interface WrittenLetter {
  readonly name: string;
  readonly language: MailLanguage;
  readonly html: string;
}

/** Every letter in every language. */
export function everyLetter(): WrittenLetter[] {
  return mailLanguages.flatMap((language) => {
    const book = phrasebook(language, 'Europe/Brussels');
    return [...samples].map(([name, write]) => ({ name, language, html: renderHtml(write(book)) }));
  });
}

/**
 * What is asked of a letter beside whether it is wider than the screen: all that axe knows; all but colours; what hangs on the
 * language and its words; colours; nothing more. A letter's structure is one in all languages, and so are its colours, which
 * hang on the scheme and not on the width: asked once of each letter, they are found wherever they are wrong.
 */
export type Question = 'all' | 'structure' | 'words' | 'colours' | 'width';

const rules: Readonly<Record<Question, RunOptions | null>> = {
  all: { rules: { 'target-size': { enabled: true } } },
  structure: { rules: { 'target-size': { enabled: true }, 'color-contrast': { enabled: false } } },
  words: {
    runOnly: [
      'html-has-lang',
      'html-lang-valid',
      'valid-lang',
      'document-title',
      'empty-heading',
      'link-name',
      'target-size',
    ],
  },
  colours: { runOnly: ['color-contrast'] },
  width: null,
};

/** What is found in letters under a look, one after the other in one page: each a line, `digest in el: heading-order …`. */
export async function inspect(
  page: Page,
  { scheme, width }: Look,
  question: Question,
  letters: readonly WrittenLetter[],
): Promise<string[]> {
  await page.emulateMedia({ colorScheme: scheme });
  await page.setViewportSize({ width, height: 740 });
  // Whatever was open, and nothing of its: in standards mode, as a letter asks to be shown.
  await page.setContent('<!doctype html>');
  await page.evaluate(axeScript);
  return page.evaluate(lookThrough, { letters, options: rules[question] });
}

/** Runs in the page. */
async function lookThrough(asked: {
  readonly letters: readonly WrittenLetter[];
  readonly options: RunOptions | null;
}): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
  const found: string[] = [];
  for (const { name, language, html } of asked.letters) {
    const letter = new DOMParser().parseFromString(html, 'text/html').documentElement;
    document.replaceChild(document.adoptNode(letter), document.documentElement);
    // The colours that a letter leaves to whoever shows it: axe takes them for black on white in either scheme.
    letter.style.cssText = 'background: Canvas; color: CanvasText';
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`${name} in ${language}: ${scrollWidth - clientWidth} px too wide`);
    if (asked.options === null) continue;
    const { violations, incomplete } = await axe.run({
      ...asked.options,
      resultTypes: ['violations', 'incomplete'],
    });
    for (const { id, nodes } of [...violations, ...incomplete])
      found.push(`${name} in ${language}: ${id} ${nodes.map((node) => node.html).join(', ')}`);
  }
  return found;
}

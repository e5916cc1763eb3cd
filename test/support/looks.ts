import { expect } from '@jest/globals';
import type { AxeResults, RunOptions } from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { desk, phone, type ConsolePage, type TestBrowser, type TestWindow } from './browser.ts';

/** Each page in either scheme, and in either width; the theme is the same in all widths, the layout in all schemes. */
export const looks = [
  { look: 'light, on a phone', colorScheme: 'light', viewport: phone, reducedMotion: 'reduce' },
  { look: 'dark, on a desk', colorScheme: 'dark', viewport: desk, reducedMotion: 'reduce' },
] as const;

/** A window for each look. */
export type LookWindows = Record<(typeof looks)[number]['look'], TestWindow>;

export async function openLooks(browser: TestBrowser): Promise<LookWindows> {
  const opened = looks.map(async ({ look, ...options }) => [look, await browser.window(options)] as const);
  return Object.fromEntries(await Promise.all(opened)) as LookWindows;
}

const axeScript = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Nothing that axe finds fault with, nothing wider than the screen, and no error. */
export async function expectSound({ page, faults }: ConsolePage): Promise<void> {
  expect(await axeFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  expect(faults).toEqual([]);
}

/**
 * What axe finds fault with on a page: its rule, and the elements. Only that leaves the page: what axe says of all that is sound is
 * many times the page itself, and takes longer to hand over than to find.
 */
export async function axeFaults(page: Page): Promise<{ id: string; at: string[] }[]> {
  await page.evaluate(axeScript);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }));
  });
}

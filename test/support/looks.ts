import { expect } from '@jest/globals';
import { axeFaults } from './axe.ts';
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

/** Nothing that axe finds fault with, nothing wider than the screen, and no error. */
export async function expectSound({ page, faults }: ConsolePage): Promise<void> {
  expect(await axeFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  expect(faults).toEqual([]);
}

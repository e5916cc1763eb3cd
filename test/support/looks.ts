import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@jest/globals';
import { desk, phone, type ConsolePage } from './browser.ts';

/** Each page in either scheme, and in either width; the theme is the same in all widths, the layout in all schemes. */
export const looks = [
  { look: 'light, on a phone', colorScheme: 'light', viewport: phone, reducedMotion: 'reduce' },
  { look: 'dark, on a desk', colorScheme: 'dark', viewport: desk, reducedMotion: 'reduce' },
] as const;

/** Nothing that axe finds fault with, nothing wider than the screen, and no error. */
export async function expectSound({ page, faults }: ConsolePage): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  expect(faults).toEqual([]);
}

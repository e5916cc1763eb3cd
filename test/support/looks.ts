import { expect } from '@jest/globals';
import { axeFaults } from './axe.ts';
import { desk, phone, type ConsolePage } from './browser.ts';

/** Each page in either scheme, and in either width; the theme is the same in all widths, the layout in all schemes. */
const looks = [
  { look: 'light, on a phone', colorScheme: 'light', viewport: phone, reducedMotion: 'reduce' },
  { look: 'dark, on a desk', colorScheme: 'dark', viewport: desk, reducedMotion: 'reduce' },
] as const;

/** Nothing that axe finds fault with, nothing wider than the screen, and no error. */
export async function expectSound({ page, faults }: ConsolePage): Promise<void> {
  expect(await axeFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  expect(faults).toEqual([]);
}

/** The same in every look, one after the other: what is open on the page stays open, and nothing is loaded anew. */
export async function expectSoundInEveryLook(shown: ConsolePage): Promise<void> {
  for (const { look, viewport, ...media } of looks) {
    await shown.page.emulateMedia(media);
    await shown.page.setViewportSize(viewport);
    await expectSound(shown).catch((error: unknown) => {
      throw new Error(`${look}: ${(error as Error).message}`, { cause: error });
    });
  }
}

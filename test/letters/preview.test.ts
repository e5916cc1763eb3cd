import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { mailLanguages } from '../../workers/email/languages/languages.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { axeFaults } from '../support/looks.ts';
import { describeWithChromium } from '../support/needs.ts';
import { startPreview } from './preview.ts';
import { samples } from './samples.ts';

const lookOf = (at: number): { scheme: 'light' | 'dark'; width: number } => ({
  scheme: at % 2 === 0 ? 'light' : 'dark',
  width: at % 4 < 2 ? 360 : 800,
});
/** An escalation is looked at in every language, every other letter in one, in turn; and so are the looks. */
const visits = [...samples.keys()]
  .flatMap((name, at) =>
    mailLanguages
      .filter((_, turn) => name === 'escalation' || turn === at % mailLanguages.length)
      .map((language) => ({ name, language })),
  )
  .map((visit, at) => ({ ...visit, ...lookOf(at) }));

describeWithChromium('the preview of the letters', () => {
  let preview: Awaited<ReturnType<typeof startPreview>>;
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    preview = await startPreview();
    browser = await openBrowser(preview.url);
    page = (await browser.open('/')).page;
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await preview.close();
  });

  const visit = (path: string, name: string, language: string): Promise<unknown> =>
    page.goto(`${preview.url}${path}?${new URLSearchParams({ letter: name, language })}`);

  test('lists every letter in every language, and shows each in both schemes and widths, with its text', async () => {
    await page.goto(preview.url);
    expect(await page.getByRole('link').count()).toBe(samples.size * mailLanguages.length);
    await page.getByRole('link', { name: 'escalation in el', exact: true }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/^\[TLP:GREEN\] Προειδοποίηση/);
    expect(await page.locator('pre').textContent()).toMatch(/Κλιμάκωση: βήμα 2 από 3\n/);
    const dark = page.frameLocator('iframe[title="360 px, dark"]').locator('body');
    const shade = await dark.evaluate((body) => getComputedStyle(body).color);
    expect(shade).toBe('rgb(255, 255, 255)');
    const missing = await page.goto(`${preview.url}/html?letter=none&language=en`);
    expect(missing?.status()).toBe(404);
  });

  test.each(visits)(
    'axe finds nothing in $name in $language, $scheme at $width px, and nothing is cut off',
    async ({ name, language, scheme, width }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 740 });
      await visit('/html', name, language);
      const found = await axeFaults(page);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect({ wide, found }).toEqual({ wide: 0, found: [] });
    },
  );

  test.each(mailLanguages)(
    'the first screen of an escalation holds all that matters and the button, in %s',
    async (language) => {
      await page.setViewportSize({ width: 360, height: 740 });
      await visit('/html', 'escalation', language);
      const button = await page.getByRole('link').first().boundingBox();
      expect(button).toMatchObject({ height: expect.any(Number) });
      expect(Math.ceil((button?.y ?? Infinity) + (button?.height ?? 0))).toBeLessThanOrEqual(740);
      expect(button?.height).toBeGreaterThanOrEqual(44);
      // Severity, what, where, when, how long, which step, who and the headline.
      expect(await page.locator('dl').first().locator('dt').count()).toBe(8);
    },
  );
});

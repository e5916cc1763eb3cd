import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { mailLanguages } from '../../workers/email/languages/languages.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { describeWithChromium } from '../support/needs.ts';
import { everyLetter, inspect } from './inspection.ts';
import { startPreview } from './preview.ts';
import { samples } from './samples.ts';

const letters = everyLetter();
/** Each letter in one language, in turn. */
const inTurn = [...samples.keys()].flatMap((name, at) => {
  const language = mailLanguages[at % mailLanguages.length];
  return letters.filter((letter) => letter.name === name && letter.language === language);
});
const phone = { scheme: 'light', width: 360 } as const;

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

  test('no letter is cut off on a phone or a desk, and none has words missing or of no language, in any language', async () => {
    expect(await inspect(page, phone, 'words', letters)).toEqual([]);
    expect(await inspect(page, { ...phone, width: 800 }, 'width', letters)).toEqual([]);
  }, 120_000);

  test('axe finds no fault in how letters are built, nor in their colours in either scheme', async () => {
    expect(inTurn).toHaveLength(samples.size);
    expect(await inspect(page, phone, 'structure', inTurn)).toEqual([]);
    for (const scheme of ['light', 'dark'] as const)
      expect(await inspect(page, { ...phone, scheme }, 'colours', inTurn)).toEqual([]);
  }, 120_000);

  test('what is wrong with a letter is found', async () => {
    const wrong = `<!doctype html><html><style>:root { color-scheme: light dark; }</style><title>W</title>
      <main><h1>W</h1><p style="color: #444">Grey, and <b style="color: #bbb">light grey</b></p><p style="width: 400px">Wide</p></main></html>`;
    const one = [{ name: 'wrong', language: 'en', html: wrong }] as const;
    expect(await inspect(page, phone, 'structure', one)).toEqual([
      expect.stringContaining('px too wide'),
      expect.stringContaining('html-has-lang'),
    ]);
    const colours = async (scheme: 'light' | 'dark') =>
      String(await inspect(page, { ...phone, scheme }, 'colours', one));
    expect(await colours('light')).toMatch(/color-contrast <b style="color: #bbb">/);
    expect(await colours('dark')).toMatch(/color-contrast <p style="color: #444">/);
  });

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

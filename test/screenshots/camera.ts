import type { Browser, BrowserContext, Page } from 'playwright-core';
import { axeFaults } from '../support/axe.ts';
import type { Demo } from './demo.ts';
import type { Person, Sessions } from './people.ts';

/** What a page is looked at in. */
export interface Look {
  readonly name: string;
  readonly colorScheme: 'light' | 'dark';
  readonly viewport: { readonly width: number; readonly height: number };
}

/** What a phone and a desk show, in CSS pixels. */
const viewports = [
  { width: 360, height: 740 },
  { width: 1440, height: 900 },
] as const;

export const looks: readonly Look[] = (['light', 'dark'] as const).flatMap((colorScheme) =>
  viewports.map((viewport) => ({ name: `${viewport.width}-${colorScheme}`, colorScheme, viewport })),
);

/** What came of looking at a page once. */
export interface Shot {
  readonly webp: Buffer;
  /** Errors of the page, what is wider than the screen, and what axe finds where it was asked: each a line. */
  readonly faults: readonly string[];
}

/** CSS pixels: longer pages are cut there. */
const longest = 1_600;

/** The network that is looked at, and how. */
export interface Setting {
  readonly demo: Demo;
  readonly sessions: Sessions;
  /** What the browser speaks, BCP 47. */
  readonly language: string;
  /** Whether axe looks too. */
  readonly check: boolean;
}

/** A page at its address, as somebody sees it. */
export interface Sight {
  readonly as: Person | 'nobody';
  readonly path: string;
  readonly open?: ((page: Page) => Promise<void>) | undefined;
}

/** Opens a page of the demo in a look, as its person, and takes its picture. */
export async function shoot(
  browser: Browser,
  { demo, sessions, language, check }: Setting,
  { as, path, open }: Sight,
  { colorScheme, viewport }: Look,
): Promise<Shot> {
  const context = await browser.newContext({
    baseURL: demo.url,
    locale: language,
    timezoneId: 'Europe/Brussels',
    reducedMotion: 'reduce',
    colorScheme,
    viewport,
  });
  try {
    // As chosen on this device: what somebody set for their mails would win over the browser's otherwise.
    await context.addInitScript((chosen) => localStorage.setItem('tocsin.language', chosen), language.slice(0, 2));
    await enter(context, demo, as === 'nobody' ? undefined : sessions[as]);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      // That a request was refused is told by the page, in words.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        faults.push(message.text());
    });
    await page.goto(path);
    await settle(page);
    await open?.(page);
    await settle(page);
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (tooWide > 0) faults.push(`${tooWide} px wider than the screen`);
    if (check) faults.push(...(await axeFaults(page)).map(({ id, at }) => `${id}: ${at.join(' ')}`));
    return { webp: await picture(page, viewport), faults };
  } finally {
    await context.close();
  }
}

async function enter(context: BrowserContext, { url }: Demo, cookie: string | undefined): Promise<void> {
  if (cookie === undefined) return;
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Strict' }]);
}

/** Waits until the page has its heading, and nothing of it is still to come. */
async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.querySelector('main [aria-busy=true]') === null);
}

async function picture(page: Page, { width, height }: Look['viewport']): Promise<Buffer> {
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  // What stands at the window's edge, a bar that sticks, is drawn once, where a window of this height has it.
  const shown = Math.max(height, Math.min(whole, longest));
  await page.setViewportSize({ width, height: shown });
  await page.evaluate(() => window.scrollTo(0, 0));
  // Rows that were out of sight are drawn by the second frame from here.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  const devtools = await page.context().newCDPSession(page);
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: 60 });
  await devtools.detach();
  return Buffer.from(data, 'base64');
}

import {
  chromium as launcher,
  type Browser,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from 'playwright-core';
import { chromium } from './needs.ts';

/** A page of the console in Chromium, and what went wrong in it. */
export interface ConsolePage {
  readonly page: Page;
  /** Errors of the page and what its content security policy refused. Failed requests are told in words, and not here. */
  readonly faults: readonly string[];
}

export interface TestBrowser {
  /** A window of its own, signed in with the key `token` or by the session `cookie` where one is given. */
  open(path: string, options?: BrowserContextOptions & { token?: string; cookie?: string }): Promise<ConsolePage>;
  close(): Promise<void>;
}

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Waits until it is on the page and visible; fails when it does not come. */
export async function expectShown(locator: Locator): Promise<void> {
  await locator.waitFor({ timeout: 10_000 });
}

/** What a phone and a desk show. */
export const phone = { width: 360, height: 740 };
export const desk = { width: 1440, height: 900 };

/** Chromium, looking at the console that `url` serves. Close it in `afterAll`. */
export async function openBrowser(url: string): Promise<TestBrowser> {
  const browser: Browser = await launcher.launch({ executablePath: chromium ?? '', args: quiet });
  return {
    async open(path, { token, cookie, ...options } = {}) {
      const context = await browser.newContext({ baseURL: url, locale: 'en-GB', viewport: desk, ...options });
      if (token !== undefined) await context.addInitScript((key) => sessionStorage.setItem('tocsin.key', key), token);
      if (cookie !== undefined) {
        const [name = '', value = ''] = cookie.split('=');
        await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Strict' }]);
      }
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
          faults.push(message.text());
      });
      await page.goto(path);
      return { page, faults };
    },
    close: () => browser.close(),
  };
}

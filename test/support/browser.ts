import {
  chromium as launcher,
  type Browser,
  type BrowserContext,
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

/** Who opens a page: signed in with the key `token`, or by the session `cookie`; with neither, nobody. */
export interface Visitor {
  readonly token?: string | undefined;
  readonly cookie?: string | undefined;
}

/** A window whose tabs share what the browser keeps: files of the console that were loaded once are not loaded again. */
export interface TestWindow {
  /** A tab of this visitor's; what a former visitor was signed in by is forgotten. */
  open(path: string, visitor?: Visitor): Promise<ConsolePage>;
  close(): Promise<void>;
}

export interface TestBrowser {
  window(options?: BrowserContextOptions): Promise<TestWindow>;
  /** A page in a window of its own. */
  open(path: string, options?: BrowserContextOptions & Visitor): Promise<ConsolePage>;
  /** Closes all windows: an `afterEach` keeps a file's tests from slowing each other down by pages that go on listening. */
  closeWindows(): Promise<void>;
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

  async function window(options: BrowserContextOptions = {}): Promise<TestWindow> {
    const context = await browser.newContext({
      baseURL: url,
      locale: 'en-GB',
      viewport: desk,
      // Its files would be fetched once more in each window; who tests it allows it.
      serviceWorkers: 'block',
      ...options,
    });
    return {
      open: (path, visitor = {}) => openTab(context, url, path, visitor),
      close: () => context.close(),
    };
  }

  return {
    window,
    async open(path, { token, cookie, ...options } = {}) {
      return (await window(options)).open(path, { token, cookie });
    },
    closeWindows: async () => void (await Promise.all(browser.contexts().map((context) => context.close()))),
    close: () => browser.close(),
  };
}

async function openTab(
  context: BrowserContext,
  url: string,
  path: string,
  { token, cookie }: Visitor,
): Promise<ConsolePage> {
  await context.clearCookies();
  if (cookie !== undefined) {
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Strict' }]);
  }
  const page = await context.newPage();
  await forgetLocally(page, url);
  if (token !== undefined) await page.addInitScript((key) => sessionStorage.setItem('tocsin.key', key), token);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text());
  });
  await page.goto(path);
  return { page, faults };
}

/** Forgets what the pages of a former visitor kept, before there is a page to ask. */
async function forgetLocally(page: Page, url: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin: new URL(url).origin, storageTypes: 'local_storage' });
  await devtools.detach();
}

/** A browser as a person has it, with a profile of its own: what is installed and kept there outlives its pages. */
export interface TestProfile {
  readonly page: Page;
  close(): Promise<void>;
}

/** A profile that is signed in by a session cookie at the console that `url` serves; its page is still empty. */
export async function openProfile(url: string, cookie: string): Promise<TestProfile> {
  const context = await launcher.launchPersistentContext('', {
    executablePath: chromium ?? '',
    args: quiet,
    baseURL: url,
    locale: 'en-GB',
    viewport: desk,
  });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Strict' }]);
  return { page: context.pages()[0] ?? (await context.newPage()), close: () => context.close() };
}

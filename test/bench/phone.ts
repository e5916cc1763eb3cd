import { chromium as launcher, type Browser, type CDPSession, type Page } from 'playwright-core';

/** What a page cost a slow phone, from the first byte asked for. Milliseconds, but for `shift` (CLS) and `bytes`. */
export interface Visit {
  /** Rows are shown, and a key moves along them. */
  usable: number;
  firstPaint: number;
  largestPaint: number;
  shift: number;
  /** By how much long tasks before it was usable were longer than 50 ms, together. */
  blocked: number;
  /** On the wire, by what it was. */
  bytes: Record<string, number>;
}

/** Lighthouse's slow 4G, and a phone whose processor takes four times as long. */
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
const slowness = 4;
const screen = { width: 360, height: 740 };

/** What the page notes of itself, under a name of ours. */
interface Noted {
  usable?: number;
  largest: number;
  shift: number;
  tasks: { start: number; length: number }[];
}
declare global {
  interface Window {
    benched: Noted;
  }
}

export async function openPhone(executablePath: string): Promise<Browser> {
  return launcher.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** Visits an address with nothing cached, until `isUsable` holds in the page. @param cookie whose session it is */
export async function visit(
  phone: Browser,
  url: string,
  { cookie, isUsable }: { cookie?: string; isUsable: () => boolean },
): Promise<Visit> {
  const context = await phone.newContext({ viewport: screen, locale: 'en-GB', serviceWorkers: 'block' });
  try {
    if (cookie !== undefined) {
      const [name = '', value = ''] = cookie.split('=');
      await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Strict' }]);
    }
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    const bytes = await slowDown(devtools);
    await watch(page, isUsable);
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction(isMeasured, undefined, { timeout: 60_000 });
    return { ...(await figuresOf(page)), bytes: { ...bytes } };
  } finally {
    await context.close();
  }
}

/** It is usable, and what it shows has been painted: the first paint may be the very one that makes it so. */
function isMeasured(): boolean {
  const painted = performance.getEntriesByName('first-contentful-paint').length > 0;
  return painted && window.benched.usable !== undefined;
}

/** Throttles the page. @returns the bytes that come in from now on, by kind */
async function slowDown(devtools: CDPSession): Promise<Record<string, number>> {
  const bytes: Record<string, number> = {};
  const kinds = new Map<string, string>();
  devtools.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? 'Other';
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
  });
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', network);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowness });
  return bytes;
}

/** Has the page note its own metrics from before its first byte. */
async function watch(page: Page, isUsable: () => boolean): Promise<void> {
  await page.addInitScript(`
    window.benched = { largest: 0, shift: 0, tasks: [] };
    const note = (type, take) =>
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
    note('largest-contentful-paint', ({ startTime }) => { window.benched.largest = startTime; });
    note('layout-shift', ({ value }) => { window.benched.shift += value; });
    note('longtask', ({ startTime, duration }) => window.benched.tasks.push({ start: startTime, length: duration }));
    const isUsable = ${isUsable.toString()};
    const look = () => {
      if (document.body && isUsable()) window.benched.usable = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  `);
}

async function figuresOf(page: Page): Promise<Omit<Visit, 'bytes'>> {
  return page.evaluate(() => {
    const { usable = Number.NaN, largest, shift, tasks } = window.benched;
    const firstPaint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
    const blocking = tasks.filter(({ start }) => start < usable);
    const blocked = blocking.reduce((sum, { length }) => sum + Math.max(0, length - 50), 0);
    return { usable, firstPaint, largestPaint: largest, shift, blocked };
  });
}

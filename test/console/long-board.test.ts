import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { acknowledgeWarning } from '../../core/store/commands/acknowledge.ts';
import { raiseWarning } from '../../core/store/commands/raise.ts';
import { addSubscription } from '../../core/store/commands/subscription.ts';
import { expectShown, openBrowser, phone, type TestBrowser } from '../support/browser.ts';
import { describeWithChromium } from '../support/needs.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { aRaise } from '../support/warnings.ts';

/** Two pages of the network and a half: more than the board draws. */
const count = 500;
/** Of all of them: so the newest is the first. */
const onset = new Date().toISOString();

describeWithChromium('the board with more warnings than it draws', () => {
  let network: TestServer;
  let browser: TestBrowser;
  /** Oldest first. */
  const raised: string[] = [];
  const raise = async (changes: Parameters<typeof aRaise>[0]): Promise<string> => {
    const { caller } = network.network.of('Amal');
    return (await network.store.writer.run(raiseWarning(caller, aRaise({ onset, ...changes })))).snapshot.id;
  };
  const open = async (viewport?: typeof phone): Promise<Page> => {
    const token = network.network.of('Agora').token;
    const { page } = await browser.open('/?order=urgency', { token, ...(viewport && { viewport }) });
    await expectShown(page.getByText(`${raised.length} warnings here wait for your answer.`));
    await page.locator('li[aria-setsize]').first().waitFor();
    return page;
  };

  beforeAll(async () => {
    network = await startTestServer({ csos: ['Amal'], platforms: ['Agora'] });
    const { caller } = network.network.of('Agora');
    await network.store.writer.run(addSubscription(caller, { name: 'All', channels: [{ type: 'live' }] }));
    for (let number = 1; number <= count; number += 1) {
      // Rows of several heights.
      const words = 'and what came of it in the days after '.repeat(number % 4);
      raised.push(await raise({ headline: `Number ${number} ${words}`.trim() }));
    }
    browser = await openBrowser(network.server.url);
  }, 120_000);

  afterEach(() => browser.closeWindows());

  afterAll(async () => {
    await browser.close();
    await network.close();
  });

  test('draws what is near the screen wherever it is scrolled to, and says how many there are', async () => {
    const page = await open();
    const rows = page.locator('[data-warning]');
    expect(await rows.count()).toBeLessThan(40);
    for (const share of [0.5, 1]) {
      await page.evaluate((part) => window.scrollTo(0, document.documentElement.scrollHeight * part), share);
      await until(() => fillsScreen(page), { what: 'rows on the whole screen' });
      expect(await rows.count()).toBeLessThan(60);
    }
    const last = page.locator(`[data-warning="${raised[0]}"]`);
    await expectShown(last);
    const item = page.locator('li[aria-posinset]', { has: last });
    expect(await item.getAttribute('aria-posinset')).toBe(String(raised.length));
    expect(await item.getAttribute('aria-setsize')).toBe(String(raised.length));
  });

  test('keys lead along the rows, and the row that has the focus keeps it while the page is scrolled away', async () => {
    const page = await open();
    for (let step = 0; step < 30; step += 1) await page.keyboard.press('j');
    const thirtieth = raised.at(-30) ?? '';
    expect(await focused(page)).toBe(thirtieth);
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await expectShown(page.locator(`[data-warning="${raised[0]}"]`));
    expect(await focused(page)).toBe(thirtieth);
    await page.keyboard.press('k');
    expect(await focused(page)).toBe(raised.at(-29));
    await expectShown(page.locator(`[data-warning="${raised.at(-29)}"]`));
    expect(await isOnScreen(page.locator(`[data-warning="${raised.at(-29)}"]`))).toBe(true);
  });

  test('the one that has waited longest is reached from the top', async () => {
    const page = await open(phone);
    await page.getByRole('link', { name: 'Go to it' }).click();
    const oldest = page.locator(`[data-warning="${raised[0]}"]`);
    await until(() => isOnScreen(oldest), { what: 'the oldest on the screen' });
    expect(await focused(page)).toBe(raised[0]);
  });

  test('what is being read stays where it is while a graver one arrives above it and another is answered', async () => {
    const page = await open();
    const middle = page.locator(`[data-warning="${raised[200]}"]`);
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight * 0.6));
    await until(async () => {
      await page.mouse.wheel(0, (await middle.count()) > 0 ? 0 : -400);
      return middle.isVisible();
    });
    await middle.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await until(() => fillsScreen(page));
    const before = await middle.boundingBox();
    const stays = async (): Promise<void> =>
      expect(Math.abs(((await middle.boundingBox())?.y ?? 0) - (before?.y ?? Infinity))).toBeLessThan(2);
    raised.push(await raise({ headline: 'Arrives above all', severity: 'extreme' }));
    await expectArrival(page, raised.length);
    await stays();
    const answered = raised.splice(-10, 1)[0] ?? '';
    const { caller } = network.network.of('Agora');
    await network.store.writer.run(acknowledgeWarning(caller, answered, { state: 'acknowledged' }));
    await expectArrival(page, raised.length);
    await stays();
  });

  test('whoever comes back from a warning finds the place they left', async () => {
    const page = await open();
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight * 0.7));
    await until(() => fillsScreen(page));
    const row = page.locator(`[data-warning="${await inTheMiddle(page)}"]`);
    const before = await row.boundingBox();
    await row.locator('h2 a').click();
    await page.getByRole('heading', { level: 1, name: /^Number \d+/ }).waitFor();
    await page.goBack();
    await until(async () => Math.abs(((await row.boundingBox())?.y ?? 0) - (before?.y ?? Infinity)) < 2, {
      what: 'the row where it was',
    });
  });
});

async function expectArrival(page: Page, waiting: number): Promise<void> {
  await page.getByText(`${waiting} warnings here wait for your answer.`).waitFor({ state: 'attached' });
}

function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(
    () => document.activeElement?.closest<HTMLElement>('[data-warning]')?.dataset['warning'] ?? undefined,
  );
}

/** Whether a row is wherever one looks on the screen. */
function fillsScreen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const list = document.querySelector('ol:has([data-warning])')?.getBoundingClientRect();
    if (list === undefined) return false;
    const [from, to] = [Math.max(0, list.top), Math.min(innerHeight, list.bottom)];
    const places = [0.1, 0.3, 0.5, 0.7, 0.9].map((share) => from + (to - from) * share);
    const rows = [...document.querySelectorAll('li:has([data-warning])')].map((row) => row.getBoundingClientRect());
    return places.every((place) => rows.some(({ top, bottom }) => top <= place && place <= bottom));
  });
}

function inTheMiddle(page: Page): Promise<string> {
  return page.evaluate(() => {
    const rows = [...document.querySelectorAll<HTMLElement>('[data-warning]')];
    const middle = rows.find((row) => row.getBoundingClientRect().bottom > innerHeight / 2);
    return middle?.dataset['warning'] ?? '';
  });
}

async function isOnScreen(row: Locator): Promise<boolean> {
  const box = await row.boundingBox();
  const height = row.page().viewportSize()?.height ?? 0;
  return box !== null && box.y >= 0 && box.y + box.height <= height;
}

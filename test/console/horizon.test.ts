import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { addSubscription } from '../../core/store/commands/subscription.ts';
import { desk, expectShown, openBrowser, phone, type TestBrowser } from '../support/browser.ts';
import { expectSound } from '../support/looks.ts';
import { describeWithChromium } from '../support/needs.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { signIn } from '../support/session.ts';
import { until } from '../support/until.ts';
import { aRaise } from '../support/warnings.ts';

const day = 86_400_000;
/** At noon, so that it is the same day in every zone that a test may run in. */
const inDays = (days: number): Date => new Date(Math.floor(Date.now() / day + days) * day + day / 2);
const dayName = (at: Date): string =>
  new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' }).format(at);

describeWithChromium('the horizon', () => {
  let network: TestServer;
  let browser: TestBrowser;

  const raise = async (days: number, changes: Parameters<typeof aRaise>[0] = {}): Promise<string> => {
    const times = { onset: inDays(days).toISOString(), expires: inDays(days + 1).toISOString() };
    return (await network.ask('Amal', 'POST /warnings', { body: aRaise({ ...times, ...changes }) })).body.id;
  };
  const cookieOf = async (name: string): Promise<string | undefined> =>
    (await signIn(network.store, network.network.of(name).owner)).headers['cookie'];

  beforeAll(async () => {
    network = await startTestServer({ csos: ['Amal'], platforms: ['Agora'] });
    const { caller } = network.network.of('Agora');
    await network.store.writer.run(addSubscription(caller, { name: 'All', channels: [{ type: 'live' }] }));
    browser = await openBrowser(`http://localhost:${network.server.port}`);
  }, 60_000);

  afterEach(() => browser.closeWindows());

  afterAll(async () => {
    await browser.close();
    await network.close();
  });

  test('shows by timeline and calendar what begins when, live, and what became of it', async () => {
    const called = await raise(2, { headline: 'A match', countries: ['PL'] });
    await network.ask('Amal', `POST /warnings/${called}/cancellation`, { body: { reason: 'Moved to spring.' } });
    const opened = await browser.open('/', { cookie: await cookieOf('Agora'), viewport: desk });
    const { page } = opened;
    await page.getByRole('link', { name: 'Horizon' }).click();
    const timeline = page.getByRole('region', { name: 'Timeline' });
    await expectShown(timeline.getByText('Cancelled'));
    await expectShown(timeline.getByText('Moved to spring.'));
    await expectShown(page.getByText('Live', { exact: true }));
    const march = await raise(3, { headline: 'A march', severity: 'extreme' });
    await expectShown(timeline.locator(`[data-warning="${march}"]`));
    await expectShown(timeline.getByRole('heading', { name: dayName(inDays(3)) }));
    await expectShown(timeline.locator(`[data-warning="${march}"]`).getByText('Your answer: Pending'));

    const grid = page.getByRole('grid');
    await grid.locator('[aria-current="date"]').focus();
    for (let moved = 0; moved < 3; moved += 1) await page.keyboard.press('ArrowRight');
    const chosen = page.locator('td[aria-selected="true"] button');
    expect(await chosen.getAttribute('aria-label')).toMatch(/1 warning, Extreme$/);
    expect(await chosen.evaluate((button) => button === document.activeElement)).toBe(true);
    await expectShown(page.getByRole('region', { name: dayName(inDays(3)) }).getByText('A march'));
    await page.keyboard.press('PageDown');
    await expectShown(page.getByText('Nothing begins on this day.'));

    await page.getByRole('button', { name: 'Today' }).click();
    await page.getByRole('button', { name: 'By country' }).click();
    await expectShown(timeline.getByRole('region', { name: 'Poland' }).getByText('A match'));
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByLabel('State').selectOption('active');
    await timeline.locator(`[data-warning="${called}"]`).waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('?state=active');
    await expectSound(opened);
  });

  test('gives a member an address for their calendar, once, which they end', async () => {
    const march = await raise(4, { headline: 'Another march' });
    const opened = await browser.open('/horizon?country=DE', { cookie: await cookieOf('Amal'), viewport: phone });
    const { page } = opened;
    await page.getByRole('button', { name: 'Make a calendar address' }).click();
    await expectShown(page.getByText('as it is now: Germany.'));
    await page.getByLabel('What is it for?').fill('Phone');
    await page.getByRole('button', { name: 'Make the address' }).click();
    const dialog = page.getByRole('dialog', { name: 'Calendar address “Phone”' });
    const address = (await dialog.locator('[data-secret]').textContent()) ?? '';
    const read = async (): Promise<Response> => fetch(address);
    expect(await (await read()).text()).toContain(march);
    await expectShown(dialog);
    await dialog.getByRole('button', { name: 'I have kept it' }).click();
    const item = page.locator('[data-calendar]');
    await expectShown(item.getByText('Not yet'));
    await expectSound(opened);
    await item.getByRole('button', { name: 'End: Phone' }).click();
    await item.getByRole('button', { name: 'End the address' }).click();
    await item.waitFor({ state: 'detached' });
    await until(async () => (await read()).status === 404);
  });
});

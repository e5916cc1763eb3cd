import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { addSubscription } from '../../core/store/commands/subscription.ts';
import { expectShown, openBrowser, phone, type TestBrowser } from '../support/browser.ts';
import { describeWithChromium } from '../support/needs.ts';
import { startProxy } from '../support/proxy.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { aRaise } from '../support/warnings.ts';

describeWithChromium('the live board', () => {
  let network: TestServer;
  let browser: TestBrowser;
  const token = (name: string): string => network.network.of(name).token;
  const raise = async (changes: Parameters<typeof aRaise>[0] = {}): Promise<string> => {
    const { body } = await network.ask('Amal', 'POST /warnings', { body: aRaise(changes) });
    return body.id;
  };

  beforeAll(async () => {
    network = await startTestServer({ csos: ['Amal', 'Bela'], platforms: ['Agora', 'Bazaar'], coordinator: 'Office' });
    for (const name of ['Agora', 'Bazaar']) {
      const { caller } = network.network.of(name);
      await network.store.writer.run(addSubscription(caller, { name: 'All', channels: [{ type: 'live' }] }));
    }
    browser = await openBrowser(network.server.url);
  }, 60_000);

  afterEach(() => browser.closeWindows());

  afterAll(async () => {
    await browser.close();
    await network.close();
  });

  test('a warning arrives without a reload, newest first, is announced neutrally, and waits for an answer', async () => {
    await raise({ headline: 'Earlier' });
    const { page, faults } = await browser.open('/', { token: token('Agora') });
    await expectShown(page.getByText('Live', { exact: true }));
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    const id = await raise({ headline: 'Something new happened', severity: 'extreme', countries: ['AT'] });

    const row = page.locator(`[data-warning="${id}"]`);
    await row.waitFor({ timeout: 3_000 });
    await expectShown(row.getByText('Unanswered'));
    expect(await page.locator('ol h2').first().innerText()).toBe('Something new happened');
    await page
      .locator('[data-announcer]', { hasText: 'New warning. Extreme, Austria.' })
      .waitFor({ state: 'attached' });
    await expectShown(page.getByText('2 warnings here wait for your answer.'));
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
    expect(faults).toEqual([]);
  });

  test('what is being read stays where it is while others arrive above it', async () => {
    const below = await raise({ headline: 'Being read' });
    for (let count = 0; count < 6; count += 1) await raise({ headline: `Above ${count}` });
    const { page } = await browser.open('/', { token: token('Agora'), viewport: phone });
    await expectShown(page.getByText('Live', { exact: true }));
    const row = page.locator(`[data-warning="${below}"]`);
    await row.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const before = await row.boundingBox();
    await page.evaluate(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: 'layout-shift' });
    });
    const arrived = await raise({ headline: 'Arrives above' });
    await page.locator(`[data-warning="${arrived}"]`).waitFor({ state: 'attached' });
    await page.locator('[data-announcer]', { hasText: 'New warning.' }).waitFor({ state: 'attached' });
    expect(Math.abs(((await row.boundingBox())?.y ?? 0) - (before?.y ?? Infinity))).toBeLessThan(2);
    expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
  });

  test('the filter stands in the address, and an arrival that it refuses stays out', async () => {
    const { page } = await browser.open('/?country=PL&severity=severe', { token: token('Bazaar') });
    await expectShown(page.getByText('Live', { exact: true }));
    await expectShown(page.getByRole('button', { name: 'Stop filtering by Poland' }));
    const refused = await raise({ headline: 'In Germany', countries: ['DE'] });
    const minor = await raise({ headline: 'Minor, in Poland', countries: ['PL'], severity: 'minor' });
    const shown = await raise({ headline: 'In Poland', countries: ['PL'] });
    await expectShown(page.locator(`[data-warning="${shown}"]`));
    expect(await page.locator(`[data-warning="${refused}"], [data-warning="${minor}"]`).count()).toBe(0);
    await page.getByRole('button', { name: 'Show everything' }).click();
    await expectShown(page.locator(`[data-warning="${refused}"]`));
    expect(new URL(page.url()).search).toBe('');
  });

  test('an exercise cannot be mistaken for the real thing', async () => {
    const { page } = await browser.open('/', { token: token('Agora'), viewport: phone });
    await expectShown(page.getByText('Live', { exact: true }));
    const id = await raise({ headline: 'Only a drill', status: 'exercise' });
    const row = page.locator(`[data-warning="${id}"]`);
    await expectShown(row.getByText('EXERCISE', { exact: true }));
    await row.getByRole('link').click();
    await expectShown(page.locator('article').getByText('EXERCISE', { exact: true }));
  });

  test('one click acknowledges, and the issuer sees it at once: delivered, seen, answered', async () => {
    const id = await raise({ headline: 'To be answered' });
    const issuer = await browser.open(`/warnings/${id}`, { token: token('Amal') });
    await expectShown(issuer.page.getByText('0 of 2 answered'));
    const platform = await browser.open(`/warnings/${id}`, { token: token('Agora'), viewport: phone });
    await platform.page.getByRole('button', { name: 'Acknowledge: we have it' }).click();
    await expectShown(platform.page.getByText('Sent.'));

    await expectShown(issuer.page.getByText('1 of 2 answered'));
    const agora = issuer.page.locator('li', { hasText: 'Agora' }).filter({ hasText: 'Delivered' });
    await expectShown(agora.getByText('Acknowledged'));
    expect(await agora.innerText()).toMatch(/Delivered after .*seen after .*answered after/);
    await expectShown(issuer.page.getByText('Agora: Acknowledged'));
    expect([...issuer.faults, ...platform.faults]).toEqual([]);
  });

  test('declining asks why, and the issuer reads it', async () => {
    const id = await raise({ headline: 'To be declined' });
    const platform = await browser.open(`/warnings/${id}`, { token: token('Bazaar') });
    await platform.page.getByRole('button', { name: 'No action' }).click();
    await platform.page.getByRole('button', { name: 'Send', exact: true }).first().click();
    await expectShown(platform.page.getByText('Choose a reason.'));
    await platform.page.getByLabel('Not found').check();
    await platform.page.getByLabel('Note to the issuer').fill('Nothing of the kind here.');
    await platform.page.getByRole('button', { name: 'Send', exact: true }).first().click();
    await expectShown(platform.page.getByText('Sent.'));

    const issuer = await browser.open(`/warnings/${id}`, { token: token('Amal') });
    await expectShown(issuer.page.locator('#acknowledgements ~ ul').getByText('Nothing of the kind here.'));
  });

  test('an all-clear reaches the open page of a platform', async () => {
    const id = await raise({ headline: 'To be called off' });
    const platform = await browser.open(`/warnings/${id}`, { token: token('Agora') });
    await expectShown(platform.page.getByText('Live', { exact: true }));
    const issuer = await browser.open(`/warnings/${id}`, { token: token('Amal') });
    await issuer.page.getByRole('button', { name: 'All-clear' }).click();
    await issuer.page.getByLabel('Why is it over?').fill('The march was called off.');
    await issuer.page.getByRole('button', { name: 'Call it off' }).click();
    await expectShown(platform.page.getByText('The march was called off.').first());
  });

  test('offline says so and since when; what came meanwhile is there once the network is back', async () => {
    const proxy = await startProxy(network.server.url);
    const elsewhere = await openBrowser(proxy.url);
    try {
      const over = await raise({ headline: 'Over while offline' });
      const { page } = await elsewhere.open('/', { token: token('Agora') });
      await expectShown(page.getByText('Live', { exact: true }));
      await expectShown(page.locator(`[data-warning="${over}"]`));
      proxy.cut();
      await expectShown(page.getByText(/^Offline since \d\d:\d\d:\d\d\./));
      const id = await raise({ headline: 'While offline' });
      await network.ask('Amal', `POST /warnings/${over}/cancellation`, { body: { reason: 'It rained.' } });
      proxy.heal();
      await expectShown(page.locator(`[data-warning="${id}"]`).getByText('Unanswered'));
      await expectShown(page.getByText('Live', { exact: true }));
      expect(await page.getByText(/^Offline since/).count()).toBe(0);

      const line = page.getByRole('status').filter({ hasText: /While you were away \(\d\d:\d\d–\d\d:\d\d\):/ });
      await expectShown(line.getByRole('link', { name: '1 called off' }));
      await line.getByRole('link', { name: '1 new warning' }).click();
      await expectShown(page.getByRole('heading', { level: 1, name: 'While offline' }));
      await line.getByRole('button', { name: 'Close' }).click();
      expect(await line.count()).toBe(0);
    } finally {
      await elsewhere.close();
      await proxy.close();
    }
  });

  test('the map shows where it burns as it happens, says the same in its table, and narrows the board to a country', async () => {
    const { page, faults } = await browser.open('/', { token: token('Bazaar') });
    const malta = page.locator('[data-country="MT"]');
    const row = page.getByRole('row', { name: /^Malta/ });
    await expectShown(page.getByRole('table'));
    expect(await row.count()).toBe(0);
    await raise({ countries: ['MT', 'US'], headline: 'In Malta', severity: 'minor' });
    await raise({ countries: ['MT'], severity: 'extreme', status: 'exercise' });
    await expectShown(row);
    expect(await row.innerText()).toMatch(/Malta\s+Minor\s+1\s+1/);
    expect(await malta.getAttribute('data-severity')).toBe('minor');
    await expectShown(page.getByRole('row', { name: /^United States Minor 1/ }));

    await malta.locator('circle').last().click();
    await expectShown(page.getByRole('button', { name: 'Stop filtering by Malta' }));
    expect(new URL(page.url()).search).toBe('?country=MT');
    const button = row.getByRole('button', { name: 'Malta', pressed: true });
    await expectShown(button);
    await button.press('Enter');
    await page.getByRole('button', { name: 'Stop filtering by Malta' }).waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Map' }).click();
    await malta.waitFor({ state: 'detached' });
    await page.reload();
    await expectShown(page.getByText('Live', { exact: true }));
    expect(await page.getByRole('button', { name: 'Map', expanded: false }).count()).toBe(1);
    expect(faults).toEqual([]);
  });
});

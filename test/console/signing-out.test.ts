import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectShown, openBrowser, phone, type TestBrowser } from '../support/browser.ts';
import { askForLink, giveAuthenticator, join, mailedLink } from '../support/console-people.ts';
import { describeWithChromium } from '../support/needs.ts';
import { startProxy } from '../support/proxy.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { signIn } from '../support/session.ts';

describeWithChromium('who a browser is signed in as', () => {
  let network: TestServer;
  let browser: TestBrowser;

  beforeAll(async () => {
    network = await startTestServer({ csos: ['Amal', 'Bela'] });
    browser = await openBrowser(`http://localhost:${network.server.port}`);
  }, 60_000);

  afterEach(() => browser.closeWindows());

  afterAll(async () => {
    await browser.close();
    await network.close();
  });

  const cookieOf = async (name: string): Promise<string> =>
    (await signIn(network.store, network.network.of(name).owner)).headers['cookie'] ?? '';
  const whoIs = async (cookie: string): Promise<number> => {
    const headers = { cookie, 'sec-fetch-site': 'same-origin' };
    return (await network.ask(null, 'GET /me', { headers })).status;
  };
  const signOut = async (page: Page, name: string): Promise<void> => {
    await page.getByLabel(`Signed in as ${name}`).click();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  };

  test('signing out while the network is away is not pretended: it is said in every tab, and done once the network is back', async () => {
    const proxy = await startProxy(network.server.url);
    const elsewhere = await openBrowser(proxy.url);
    try {
      const cookie = await cookieOf('Amal');
      const { page } = await elsewhere.open('/', { cookie, viewport: phone });
      const other = await page.context().newPage();
      await other.goto('/');
      for (const one of [page, other]) {
        await expectShown(one.getByText('Live', { exact: true }));
        // What signing out needs comes after what is looked at.
        await one.waitForLoadState('networkidle');
      }
      proxy.cut();
      await signOut(page, 'Amal');
      for (const one of [page, other]) await expectShown(one.getByText('you are still signed in on this device'));
      expect(await whoIs(cookie)).toBe(200);
      proxy.heal();
      for (const one of [page, other]) await expectShown(one.getByRole('heading', { name: 'Sign in', exact: true }));
      expect(await whoIs(cookie)).toBe(401);
      await page.reload();
      await expectShown(page.getByRole('heading', { name: 'Sign in', exact: true }));
    } finally {
      await elsewhere.close();
      await proxy.close();
    }
  });

  test('a mailed link says who is signed in already, and asks before that ends', async () => {
    const cookie = await cookieOf('Amal');
    const { page, faults } = await browser.open('/', { cookie, viewport: phone });
    await expectShown(page.getByLabel('Signed in as Amal'));
    const asking = await browser.open('/');
    const link = await askForLink(network, asking.page, network.network.of('Bela').owner.address);
    await page.goto(link);
    await expectShown(page.getByText('You are signed in on this device as The owner of Amal, Amal.'));
    expect(page.url()).not.toContain('token');
    await page.getByRole('button', { name: 'Stay signed in as The owner of Amal' }).click();
    await expectShown(page.getByLabel('Signed in as Amal'));
    expect(await whoIs(cookie)).toBe(200);

    await page.goto(link);
    await page.getByRole('button', { name: 'Go on with the link' }).click();
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expectShown(page.getByLabel('Signed in as Bela'));
    expect(await whoIs(cookie)).toBe(401);
    expect(faults).toEqual([]);
  });

  test('an invitation is accepted by whoever it is for, whatever key this browser keeps', async () => {
    const address = 'ines@bela.example';
    await network.ask('Bela', 'POST /invitations', { body: { address, role: 'viewer' } });
    const { page } = await browser.open('/');
    await page.evaluate((key) => localStorage.setItem('tocsin.key', key), network.network.of('Amal').token);
    await page.goto(await mailedLink(network, 'invitation', address));
    await expectShown(page.getByRole('heading', { name: 'Somebody is signed in here' }));
    await page.getByRole('button', { name: 'Go on with the link' }).click();
    await page.getByLabel('Your name').fill('Ines');
    await page.getByRole('button', { name: 'Accept and sign in' }).click();
    await expectShown(page.getByLabel('Signed in as Bela'));
    await page.reload();
    await expectShown(page.getByLabel('Signed in as Bela'));
  });

  test('a passkey that the browser fills in signs in, without a button', async () => {
    const address = 'jan@bela.example';
    await network.ask('Bela', 'POST /invitations', { body: { address, role: 'viewer' } });
    const { page, faults } = await browser.open('/', { viewport: phone });
    await giveAuthenticator(page, { fillsIn: true });
    await join(network, page, address, 'Jan');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await expectShown(page.getByRole('button', { name: /^Remove the passkey/ }));
    await page.context().clearCookies();
    await page.goto('/account');
    await expectShown(page.getByRole('heading', { name: 'Your account' }));
    const { body } = await network.ask(null, 'GET /sessions', { headers: await headersOf(page) });
    expect(body.data.map(({ method }: { method: string }) => method).toSorted()).toEqual(['invitation', 'passkey']);
    expect(faults).toEqual([]);
  });
});

/** What the browser of a page sends to say who it is. */
async function headersOf(page: Page): Promise<Record<string, string>> {
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  return { cookie, 'sec-fetch-site': 'same-origin' };
}

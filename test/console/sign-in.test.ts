import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { revokeKey } from '../../core/store/commands/key.ts';
import { suspendOrganisation } from '../../core/store/commands/organisation.ts';
import { expectShown, openBrowser, phone, type TestBrowser } from '../support/browser.ts';
import { expectSound } from '../support/looks.ts';
import { describeWithChromium } from '../support/needs.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { signIn as beginSession } from '../support/session.ts';

/** Opens the form for keys, unless it is open. */
async function useKey(page: Page): Promise<void> {
  const form = page.locator('details', { hasText: 'Use an API key instead' });
  if ((await form.getAttribute('open')) === null) await page.getByText('Use an API key instead').click();
}

describeWithChromium('signing in to the console', () => {
  let network: TestServer;
  let browser: TestBrowser;

  beforeAll(async () => {
    network = await startTestServer({ csos: ['Amal', 'Bela'], platforms: ['Agora'] });
    browser = await openBrowser(network.server.url);
  }, 60_000);

  afterEach(() => browser.closeWindows());

  afterAll(async () => {
    await browser.close();
    await network.close();
  });

  test('a key opens the board; a wrong one is refused in words', async () => {
    const { page, faults } = await browser.open('/', { viewport: phone });
    await useKey(page);
    await page.getByLabel('API key').fill('nobody-knows-this');
    await page.getByRole('button', { name: 'Sign in with the key' }).click();
    await expectShown(page.getByText('The network does not know this key.'));

    await useKey(page);
    await page.getByLabel('API key').fill(network.network.of('Agora').token);
    await page.getByRole('button', { name: 'Sign in with the key' }).click();
    await expectShown(page.getByRole('heading', { name: 'Board' }));
    await expectShown(page.getByText('Live', { exact: true }));
    await page.getByLabel('Signed in as Agora').click();
    await expectShown(page.locator('details[open]').getByText('Platform'));
    expect(faults).toEqual([]);
  });

  test('the key is gone with the tab, unless it is to be kept on the device', async () => {
    const { page } = await browser.open('/');
    const kept = () =>
      page.evaluate(() => [sessionStorage, localStorage].map((storage) => storage.getItem('tocsin.key') !== null));
    const signIn = async (): Promise<void> => {
      await useKey(page);
      await page.getByLabel('API key').fill(network.network.of('Amal').token);
      await page.getByRole('button', { name: 'Sign in with the key' }).click();
      await expectShown(page.getByRole('heading', { name: 'Board' }));
    };
    await signIn();
    expect(await kept()).toEqual([true, false]);

    await page.getByLabel('Signed in as Amal').click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await useKey(page);
    await page.getByLabel('Keep me signed in on this device').check();
    await signIn();
    expect(await kept()).toEqual([false, true]);
    await page.reload();
    await expectShown(page.getByRole('heading', { name: 'Board' }));
  });

  test('a link opens what it names once somebody has signed in', async () => {
    const { page } = await browser.open('/raise');
    await useKey(page);
    await page.getByLabel('API key').fill(network.network.of('Amal').token);
    await page.getByRole('button', { name: 'Sign in with the key' }).click();
    await expectShown(page.getByRole('heading', { name: 'Raise a warning' }));
  });

  test('a key that is revoked meanwhile ends the session, and says so', async () => {
    const { key, token } = await network.network.key('Agora');
    const { page } = await browser.open('/', { token });
    await expectShown(page.getByText('Live', { exact: true }));
    await network.store.writer.run(revokeKey(key.id));
    await expectShown(page.getByText('Your session or key is not valid any more'));
  });

  test('a key that may not read is told so, and not let in', async () => {
    const { token } = await network.network.key('Amal', { scopes: ['warnings:write'] });
    const { page } = await browser.open('/');
    await useKey(page);
    await page.getByLabel('API key').fill(token);
    await page.getByRole('button', { name: 'Sign in with the key' }).click();
    await expectShown(page.getByText('This key may not read warnings.'));
    const kept = await browser.open('/', { token });
    await expectShown(kept.page.getByText('This key may not read warnings.'));
  });

  test('a suspended organisation is told that it is suspended', async () => {
    const { page } = await browser.open('/', { token: network.network.of('Bela').token });
    await expectShown(page.getByText('Live', { exact: true }));
    await network.store.writer.run(suspendOrganisation(network.network.of('Bela').organisation.id));
    await expectShown(page.getByText('Your organisation is suspended.'));
  });

  test('a key that is kept on the device ends in every tab at once', async () => {
    const { page } = await browser.open('/');
    await useKey(page);
    await page.getByLabel('API key').fill(network.network.of('Amal').token);
    await useKey(page);
    await page.getByLabel('Keep me signed in on this device').check();
    await page.getByRole('button', { name: 'Sign in with the key' }).click();
    await expectShown(page.getByRole('heading', { name: 'Board' }));
    const other = await page.context().newPage();
    await other.goto('/');
    await expectShown(other.getByRole('heading', { name: 'Board' }));
    await other.getByLabel('Signed in as Amal').click();
    await other.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expectShown(page.getByRole('heading', { name: 'Sign in' }));
  });

  test('the language is the browser’s until somebody chooses; the choice is remembered, in words that fit a phone', async () => {
    const { token } = network.network.of('Agora');
    const opened = await browser.open('/raise', {
      viewport: phone,
      locale: 'de-AT',
      token: network.network.of('Amal').token,
    });
    const { page } = opened;
    const language = () => page.evaluate(() => document.documentElement.lang);
    await expectShown(page.getByRole('heading', { name: 'Warnung herausgeben' }));
    expect(await language()).toBe('de');
    await expectSound(opened);

    await page.getByLabel('Angemeldet als Amal').click();
    await page.getByRole('banner').getByLabel('Sprache').selectOption({ label: 'français' });
    await expectShown(page.getByRole('heading', { name: 'Émettre une alerte' }));
    expect(await language()).toBe('fr');
    await page.reload();
    await expectShown(page.getByRole('heading', { name: 'Émettre une alerte' }));

    const other = await browser.open('/', { locale: 'eo', token });
    await expectShown(other.page.getByRole('heading', { name: 'Board' }));
    expect(opened.faults).toEqual([]);
  });

  test('what is installed has the names of the browser’s language, and devices are called in the page’s', async () => {
    const shortcut = async (accepted: string): Promise<string> => {
      const address = `${network.server.url}/manifest.webmanifest`;
      const answer = await fetch(address, { headers: { 'accept-language': accepted } });
      expect(answer.headers.get('vary')).toContain('Accept-Language');
      return ((await answer.json()) as { shortcuts: { name: string }[] }).shortcuts[0]?.name ?? '';
    };
    expect(await shortcut('de-AT,de;q=0.9,en;q=0.5')).toBe('Warnung herausgeben');
    expect(await shortcut('eo')).toBe('Raise a warning');
    const { headers } = await beginSession(network.store, network.network.of('Agora').owner);
    const { page } = await browser.open('/account', { locale: 'de-AT', cookie: headers['cookie'] });
    await expectShown(page.getByRole('region', { name: 'Wo Sie angemeldet sind' }).getByText('Chromium unter Linux'));
  });
});

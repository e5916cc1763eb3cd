import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expectShown, openProfile, type TestProfile } from '../support/browser.ts';
import { describeWithChromium } from '../support/needs.ts';
import { startProxy, type Proxy } from '../support/proxy.ts';
import { writeWarning } from '../support/raise-form.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { signIn } from '../support/session.ts';
import { until } from '../support/until.ts';

const built = fileURLToPath(new URL('../../console/dist', import.meta.url));

/** What the service worker says that it keeps. */
async function listed(directory: string): Promise<{ shell: string[]; words: Record<string, string[]> }> {
  const script = await readFile(path.join(directory, 'service-worker.js'), 'utf8');
  const [, list = ''] = /^const built = (.*);\n/.exec(script) ?? [];
  return JSON.parse(list) as Awaited<ReturnType<typeof listed>>;
}

/** The addresses of all that the browser keeps of this origin, whichever cache it is in. */
function kept(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const caught = (await caches.keys()).map(async (name) => (await caches.open(name)).keys());
    return (await Promise.all(caught)).flat().map(({ url }) => new URL(url).pathname);
  });
}

// One device from its first visit to signing out: each test goes on where the one before ended.
describeWithChromium('the console on a device', () => {
  let directory: string;
  let network: TestServer;
  let proxy: Proxy;
  let device: TestProfile;
  let page: Page;

  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'tocsin-shell-'));
    await cp(built, directory, { recursive: true });
    network = await startTestServer({ csos: ['Amal'] }, {}, { consoleDirectory: directory });
    proxy = await startProxy(network.server.url);
    const { headers } = await signIn(network.store, network.network.of('Amal').owner);
    device = await openProfile(proxy.url, headers['cookie'] ?? '');
    page = device.page;
  }, 60_000);

  afterAll(async () => {
    await device.close();
    await proxy.close();
    await network.close();
    await rm(directory, { recursive: true });
  });

  test('can be installed, and keeps the files of its first pages and of the language it speaks, nothing else', async () => {
    await page.goto('/');
    await expectShown(page.getByText('Live', { exact: true }));
    const { shell, words } = await listed(directory);
    const wanted = ['/', ...shell, ...(words['en'] ?? [])];
    await until(async () => {
      const found = new Set(await kept(page));
      return wanted.every((file) => found.has(file));
    });
    expect((await kept(page)).filter((file) => !wanted.includes(file))).toEqual([]);
    const devtools = await page.context().newCDPSession(page);
    const { errors, data } = await devtools.send('Page.getAppManifest');
    expect([errors, data?.includes('/raise')]).toEqual([[], true]);
    expect((await devtools.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([]);
  });

  test('opens without a network, says so, and keeps a warning as it is written', async () => {
    proxy.cut();
    await page.goto('/raise');
    await expectShown(page.getByRole('heading', { name: 'Raise a warning' }));
    await expectShown(page.getByText(/^Offline since \d\d:\d\d:\d\d\./));
    await writeWarning(page, 'Written on the train');
    await page.reload();
    await expectShown(page.getByRole('heading', { name: 'Raise a warning' }));
    expect(await page.getByLabel('Headline').inputValue()).toBe('Written on the train');
    await page.locator('summary', { hasText: 'Your account' }).click();
    await expectShown(page.getByText('Who is signed in here is not kept on this device'));
    const known = await page.evaluate(() => localStorage.getItem('tocsin.known'));
    expect(Object.keys(JSON.parse(known ?? '{}') as object)).toEqual(['organisation', 'kind', 'raises']);
  });

  test('goes on where it was once the network is back, and the warning is raised once', async () => {
    await page.getByLabel('Headline').focus();
    proxy.heal();
    await expectShown(page.getByText('Live', { exact: true }));
    await page.locator('summary', { hasText: 'Amal' }).waitFor();
    expect(await page.getByLabel('Headline').evaluate((field) => field === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: 'Raise the warning' }).click();
    await expectShown(page.locator('h1', { hasText: 'Written on the train' }));
    const { body } = await network.ask('Amal', 'GET /warnings');
    expect(body.data).toHaveLength(1);
    expect((await kept(page)).filter((file) => file.startsWith('/api'))).toEqual([]);
  });

  test('tells of a new version, not to somebody who is typing, and loads it when asked', async () => {
    const file = path.join(directory, 'service-worker.js');
    const script = await readFile(file, 'utf8');
    await writeFile(file, script.replace(/"version":"\w+"/, '"version":"later"'));
    for (const ending of ['.br', '.gz']) await rm(`${file}${ending}`);
    const comment = page.getByLabel('Comment', { exact: true });
    await comment.focus();
    await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
    await page.waitForFunction(async () => (await navigator.serviceWorker.ready).waiting !== null);
    const load = page.getByRole('button', { name: 'Load it' });
    expect(await load.count()).toBe(0);
    await comment.blur();
    await Promise.all([page.waitForEvent('load'), load.click()]);
    await expectShown(page.getByText('Live', { exact: true }));
    await until(async () => (await page.evaluate(() => caches.keys())).join() === 'tocsin-later');
  });

  test('knows nobody any more after signing out', async () => {
    await page.locator('summary', { hasText: 'Amal' }).click();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expectShown(page.getByRole('heading', { name: 'Sign in' }));
    expect(await page.evaluate(() => localStorage.getItem('tocsin.known'))).toBeNull();
    expect((await kept(page)).filter((kind) => !/^\/($|assets\/)/.test(kind))).toEqual([]);
  });
});

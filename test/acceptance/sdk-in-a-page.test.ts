import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { chromium as launcher, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { chromium, describeWithChromium } from '../support/needs.ts';
import { until } from '../support/until.ts';
import { aRaise } from '../support/warnings.ts';
import { Served } from './served.ts';

const script = fileURLToPath(new URL('../../client-sdk/dist/browser.js', import.meta.url));

/** A page of somebody else's: it follows under the name in its address, lists what it was handed and tells its own server. */
const page = `<!doctype html><title>Page</title><ol></ol><p></p><script type="module">
  import { connect, localStoragePositions } from './browser.js';
  const { url, token, store } = Object.fromEntries(new URLSearchParams(location.search));
  const positions = store ? localStoragePositions(store) : undefined;
  const client = connect({ url, token, positions, backoff: { base: 20, cap: 200 } });
  const show = (text) => document.querySelector('p').append(text + ' ');
  const tell = (body) => fetch('/told', { method: 'POST', body });
  client.onState(show);
  addEventListener('pageshow', ({ persisted }) => persisted && tell('back from the cache'));
  window.raise = (draft) => client.raise(draft).catch((error) => error.name + ' ' + error.code);
  try {
    for await (const { warning } of client.events({ countries: ['CZ'] })) {
      tell(warning.headline);
      document.querySelector('ol').append(Object.assign(document.createElement('li'), { textContent: warning.headline }));
    }
  } catch (error) {
    show(error.name);
  }
</script>`;

describeWithChromium('in a page of another origin', () => {
  let served: Served;
  let site: Server;
  let browser: Browser;
  let context: BrowserContext;
  /** What the pages told their server. */
  const told: string[] = [];

  beforeAll(async () => {
    served = await Served.start();
    site = createServer((request, response) => {
      if (request.method === 'POST') request.on('data', (chunk: Buffer) => told.push(chunk.toString()));
      const isScript = request.url?.startsWith('/browser.js');
      response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
      response.end(isScript ? readFileSync(script) : request.url === '/elsewhere' ? '<p>Elsewhere' : page);
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    // Playwright switches the back-forward cache off, and it is what this is about.
    const ignoreDefaultArgs = ['--disable-back-forward-cache'];
    const args = ['--no-sandbox', '--disable-gpu'];
    browser = await launcher.launch({ executablePath: chromium ?? '', args, ignoreDefaultArgs });
    context = await browser.newContext();
  }, 90_000);

  afterAll(async () => {
    await browser.close();
    site.closeAllConnections();
    await new Promise((resolve) => site.close(resolve));
    await served.stop();
  }, 30_000);

  const origin = () => `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  const handed = (at: Page) => at.locator('li').allTextContents();
  const raise = (headline: string) => served.client('Ida').raise(aRaise({ countries: ['CZ'], headline }));

  async function open(store = ''): Promise<Page> {
    const opened = await context.newPage();
    const query = new URLSearchParams({ url: served.url, token: served.network.of('Agora').token, store });
    await opened.goto(`${origin()}/?${query.toString()}`);
    return opened;
  }

  const said = (at: Page, word: string) => until(async () => (await at.locator('p').textContent())?.includes(word));

  test('it follows, and is told what it may not do', async () => {
    const opened = await open();
    await said(opened, 'live');
    await raise('Erste');
    await until(async () => (await handed(opened)).length === 1);
    expect(await handed(opened)).toEqual(['Erste']);
    const refusal = await opened.evaluate(`window.raise(${JSON.stringify(aRaise())})`);
    expect(refusal).toBe('Forbidden kind-not-allowed');
    await opened.close();
  }, 30_000);

  test('with localStorage it goes on where it was after a reload; a second tab is refused', async () => {
    const first = await open('board');
    await said(first, 'live');
    await raise('Zweite');
    await until(async () => (await handed(first)).length === 1);
    const second = await open('board');
    await said(second, 'ConsumerInUse');
    await second.close();
    const address = first.url();
    await first.goto(`${origin()}/elsewhere`);
    await raise('Dritte');
    await first.goto(address);
    await until(async () => (await handed(first)).length === 1);
    await raise('Vierte');
    await until(async () => (await handed(first)).length === 2);
    expect(await handed(first)).toEqual(['Dritte', 'Vierte']);
    await first.close();
  }, 30_000);

  test('from the back-forward cache it resumes by itself', async () => {
    const opened = await open();
    await said(opened, 'live');
    await raise('Fünfte');
    await until(() => told.includes('Fünfte'));
    await opened.goto(`${origin()}/elsewhere`);
    await raise('Sechste');
    // Playwright does not follow a page out of the cache, so that it is asked of its server what happens there.
    await opened.evaluate('setTimeout(() => history.back())');
    await until(() => told.includes('Sechste'));
    expect(told.slice(told.indexOf('Fünfte'))).toEqual(['Fünfte', 'back from the cache', 'Sechste']);
    await opened.close();
  }, 30_000);
});

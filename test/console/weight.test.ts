import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { catalogues, offered, type Language } from '../../console/src/languages/catalogues.ts';
import { expectShown, openBrowser, phone, type TestBrowser } from '../support/browser.ts';
import { describeWithChromium } from '../support/needs.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { signIn } from '../support/session.ts';
import { aRaise } from '../support/warnings.ts';

const built = fileURLToPath(new URL('../../console/dist', import.meta.url));

function weightOf(text: string | Buffer): number {
  return gzipSync(text).length;
}

/** The language whose words weigh most on every page. */
async function heaviest(): Promise<Language> {
  const weights = await Promise.all(
    offered.map(async (language) => ({
      language,
      weight: weightOf(JSON.stringify((await catalogues[language]()).first)),
    })),
  );
  return weights.reduce((most, one) => (one.weight > most.weight ? one : most)).language;
}

describeWithChromium('the first view of the board', () => {
  let network: TestServer;
  let browser: TestBrowser;

  beforeAll(async () => {
    network = await startTestServer({ csos: ['Amal'], platforms: ['Agora'] });
    await network.ask('Amal', 'POST /warnings', { body: aRaise({ headline: 'To be read' }) });
    browser = await openBrowser(network.server.url);
  }, 60_000);

  afterEach(() => browser.closeWindows());

  afterAll(async () => {
    await browser.close();
    await network.close();
  });

  test('is asked for before the scripts that show it are there, and does not move while it is filled', async () => {
    const { headers } = await signIn(network.store, network.network.of('Agora').owner);
    const { page, faults } = await browser.open('/apply', { cookie: headers['cookie'], viewport: phone });
    await page.addInitScript(`
      window.shifted = 0;
      new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (window.shifted += value)))
        .observe({ type: 'layout-shift', buffered: true });
    `);
    const listed = page.waitForResponse((response) => response.url().includes('/api/v1/warnings?'));
    const [, large = ''] =
      /<title>.*?<script[^>]* src="([^"]+)"/s.exec(readFileSync(path.join(built, 'index.html'), 'utf8')) ?? [];
    await page.route(`**${large}`, async (route) => {
      await listed;
      await route.continue();
    });
    await page.goto('/', { waitUntil: 'commit' });
    await expectShown(page.getByText('To be read'));
    await page.waitForLoadState('networkidle');
    expect((await listed).status()).toBe(200);
    expect(await page.evaluate('window.shifted')).toBeLessThan(0.02);
    expect(faults).toEqual([]);
  });

  test('takes at most 200 KB of script to a member, the words of their language among it', async () => {
    const { headers } = await signIn(network.store, network.network.of('Agora').owner);
    for (const language of ['en', await heaviest()]) {
      const { page, faults } = await browser.open('/', {
        cookie: headers['cookie'],
        locale: language,
        viewport: phone,
      });
      await expectShown(page.getByText('To be read'));
      await page.waitForLoadState('networkidle');
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
      const scripts = loaded.map((address) => new URL(address).pathname).filter((name) => name.endsWith('.js'));
      expect(scripts.length).toBeGreaterThan(5);
      const weight = scripts.reduce((sum, name) => sum + weightOf(readFileSync(path.join(built, name))), 0);
      expect(weight).toBeLessThanOrEqual(200_000);
      expect(faults).toEqual([]);
    }
  });
});

test('the page holds no script and no style of its own, so that its policy needs no unsafe-inline', () => {
  const file = path.join(built, 'index.html');
  if (!existsSync(file)) throw new Error('The console is not built: run `npm run build`.');
  expect(readFileSync(file, 'utf8')).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
});

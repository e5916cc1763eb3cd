import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { expectShown, openBrowser, type TestBrowser } from '../support/browser.ts';
import { describeWithChromium } from '../support/needs.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { aRaise } from '../support/warnings.ts';

describeWithChromium('evidence', () => {
  let network: TestServer;
  let browser: TestBrowser;
  let host: Server;
  let evidence: string;
  let connections = 0;
  const requests: { url: string | undefined; headers: IncomingHttpHeaders }[] = [];

  beforeAll(async () => {
    host = createServer(({ url, headers }, response) => {
      requests.push({ url, headers });
      response.setHeader('Content-Type', 'text/html').end('<title>Evidence</title>');
    });
    host.on('connection', () => (connections += 1));
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
    evidence = `http://127.0.0.1:${(host.address() as AddressInfo).port}/thread/1`;
    network = await startTestServer({ csos: ['Amal'], platforms: ['Agora'] });
    browser = await openBrowser(network.server.url);
  }, 60_000);

  afterEach(() => browser.closeWindows());

  afterAll(async () => {
    await browser.close();
    await network.close();
    host.closeAllConnections();
    await new Promise((resolve) => host.close(resolve));
  });

  test('is asked for by a click alone, and learns not from where', async () => {
    const note = `Also ${evidence}/2`;
    const body = aRaise({ description: `Seen at ${evidence}/0`, references: [{ url: evidence, note }] });
    const { body: raised } = await network.ask('Amal', 'POST /warnings', { body });
    const { page, faults } = await browser.open('/', { token: network.network.of('Agora').token });
    await expectShown(page.getByText(body.headline));
    await page.goto(`/warnings/${raised.id}`);
    const link = page.locator(`a[href="${evidence}"]`);
    for (const folded of await page.locator('summary, [aria-expanded="false"]').all()) await folded.click();
    await expectShown(link);
    await link.hover();
    await link.focus();
    await page.waitForLoadState('networkidle');
    expect([connections, requests]).toEqual([0, []]);
    const [opened] = await Promise.all([page.waitForEvent('popup'), link.click()]);
    await until(() => requests.length > 0);
    await opened.waitForLoadState();
    expect(requests[0]?.url).toBe('/thread/1');
    expect(requests[0]?.headers).not.toHaveProperty('referer');
    expect(requests[0]?.headers).not.toHaveProperty('origin');
    expect(await opened.evaluate(() => [document.referrer, window.opener])).toEqual(['', null]);
    expect(faults).toEqual([]);
  });

  test.each(['/', '/api/v1/docs', '/problems/not-found', '/addresses/confirm?token=0'])(
    '%s lets nothing be fetched from elsewhere, and tells no other side',
    async (path) => {
      const { headers, status } = await fetch(network.server.url + path, { headers: { accept: 'text/html' } });
      const html = await (await fetch(network.server.url + path, { headers: { accept: 'text/html' } })).text();
      expect(status).toBe(200);
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-dns-prefetch-control')).toBe('off');
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/default-src '(none|self)'/);
      const sources = policy.split(';').flatMap((directive) => directive.trim().split(' ').slice(1));
      expect(new Set(sources.filter((source) => !source.startsWith("'")))).toEqual(
        new Set(sources.filter((source) => ['data:', 'blob:'].includes(source))),
      );
      expect(html).not.toMatch(
        /rel="?[^">]*(prefetch|preconnect|prerender)|https?:\/\/(?!localhost)[^"'\s]*\.(png|ico|svg|css|js)/,
      );
    },
  );
});

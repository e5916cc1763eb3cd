import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Router } from 'express';
import { pino } from 'pino';
import { readConfig } from '../core/config/config.ts';
import { listKeys } from '../core/store/keys.ts';
import { startTestServer, type TestServer } from '../test/support/server.ts';
import { startServer } from './app.ts';

let served: TestServer;
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'tocsin-console-'));
  await mkdir(path.join(directory, 'assets'));
  await writeFile(path.join(directory, 'index.html'), '<!doctype html><title>Console</title>');
  await writeFile(path.join(directory, 'assets', 'main-abc123.js'), 'export {};');
  await writeFile(path.join(directory, 'assets', 'main-abc123.js.br'), brotliCompressSync('export {};'));
  await writeFile(path.join(directory, 'assets', 'main-abc123.js.gz'), gzipSync('export {};'));
  await writeFile(path.join(directory, 'assets', 'plain-abc123.js'), 'export {};');
  const demo = Router().get('/inbox', (_request, response) => response.send('inbox'));
  served = await startTestServer(
    { csos: ['Amal'], platforms: ['Agora'] },
    {},
    { consoleDirectory: directory, pages: { '/demo': demo } },
  );
});

afterAll(async () => {
  await served.close();
  await rm(directory, { recursive: true });
});

describe('the console', () => {
  const html = { headers: { accept: 'text/html,*/*;q=0.8' } };

  test('is one page at every address that nobody else has', async () => {
    for (const call of ['GET //', 'GET //warnings/0198c0de-0000-7000-8000-000000000001']) {
      const page = await served.ask(null, call, html);
      expect([page.status, page.body]).toEqual([200, '<!doctype html><title>Console</title>']);
      expect(page.headers.get('cache-control')).toBe('no-cache');
    }
    const policy = (await served.ask(null, 'GET //', html)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self';script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("connect-src 'self';");
    expect(policy).not.toContain('upgrade-insecure-requests');
  });

  test('has files that are kept, and none that are made up', async () => {
    const script = await served.ask(null, 'GET //assets/main-abc123.js');
    expect(script.headers.get('cache-control')).toContain('immutable');
    for (const call of [
      'GET //assets/main-other.js',
      'GET //api/v1/nothing',
      'GET //metrics/x.js',
      'GET //..%2fpackage.json',
    ]) {
      const missing = await served.ask(null, call, html);
      expect([call, missing.status, missing.body.type]).toEqual([call, 404, '/problems/not-found']);
    }
    expect((await served.ask(null, 'GET //demo/inbox')).body).toBe('inbox');
  });
});

test.each([
  ['br, gzip', 'main', 'br'],
  ['gzip, deflate, br, zstd', 'main', 'br'],
  ['gzip, deflate', 'main', 'gzip'],
  ['gzip;q=0.5, br;q=0', 'main', 'gzip'],
  ['identity', 'main', null],
  ['br, gzip', 'plain', null],
])('to whoever takes %s the file %s is sent as %s, under its own type, and kept', async (accepted, name, coding) => {
  const file = await served.ask(null, `GET //assets/${name}-abc123.js`, { headers: { 'accept-encoding': accepted } });
  expect([file.status, file.body]).toEqual([200, 'export {};']);
  expect(file.headers.get('content-encoding')).toBe(coding);
  expect(file.headers.get('content-type')).toMatch(/^text\/javascript/);
  expect(file.headers.get('cache-control')).toContain('immutable');
  expect(file.headers.get('vary')).toBe('Accept-Encoding');
});

test('a confirmation link opens a page; its button confirms the address, once asked', async () => {
  const channels = [{ type: 'email', to: [{ type: 'email', address: 'desk@example.org' }] }];
  await served.ask('Agora', 'POST /subscriptions', { body: { name: 'Mail', channels } });
  const { rows } = await served.store.sql.query<{ content: string }>(
    `SELECT content FROM delivery WHERE kind = 'confirmation'`,
  );
  const { token } = JSON.parse(rows[0]?.content ?? '') as { token: string };
  const page = await served.ask(null, `GET //addresses/confirm?token=${token}`);
  expect(page.body).toContain(`value="${token}"`);
  expect(served.store.directory().confirmedAddresses.size).toBe(0);
  const press = (sent: string) =>
    served.ask(null, 'POST //addresses/confirm', {
      body: `token=${sent}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  expect((await press('0'.repeat(40))).status).toBe(404);
  expect((await press(token)).body).toContain('Your address is confirmed');
  expect(served.store.directory().confirmedAddresses.size).toBe(1);
  expect((await served.ask(null, `GET //addresses/confirm?token=%22%3E<script>`)).body).not.toContain('script>');
});

test('which keys were used is known when the server has closed', async () => {
  const closing = await startTestServer({ csos: ['Amal'] });
  const { organisation, key } = closing.network.of('Amal');
  const unused = await closing.network.key('Amal');
  await closing.ask('Amal', 'GET /me');
  await closing.server.close();
  const keys = new Map((await listKeys(closing.store.sql, organisation.id)).map((one) => [one.id, one.lastUsedAt]));
  expect([keys.get(key.id), keys.get(unused.key.id)]).toEqual([expect.any(String), null]);
  await closing.close();
});

test('a port in use is said in a sentence, and nothing stays open', async () => {
  const config = readConfig({ PORT: String(served.server.port) });
  const started = startServer({ config, store: served.store, log: pino({ level: 'silent' }) });
  await expect(started).rejects.toThrow(
    `Port ${served.server.port} is in use: set PORT to another one, or stop what listens there.`,
  );
});

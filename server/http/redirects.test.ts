import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { apiRoot, operation, operations, type OperationId } from '../../core/contract/routes.ts';
import { startTestServer, type TestServer } from '../../test/support/server.ts';
import { signIn } from '../../test/support/session.ts';

const elsewhere = 'evil.example';
/** What sites call the address that they send people on to. */
const parameters = ['next', 'return', 'returnTo', 'return_to', 'redirect', 'redirect_uri', 'url', 'to', 'continue'];
const spellings = [`https://${elsewhere}/`, `//${elsewhere}/`, `/\\${elsewhere}`, `/%2f%2f${elsewhere}`];

let tested: TestServer;
let directory: string;
let cookie: string;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'tocsin-console-'));
  await writeFile(path.join(directory, 'index.html'), '<!doctype html><title>Console</title>');
  tested = await startTestServer({ csos: ['Amal'], coordinator: 'Hub' }, {}, { consoleDirectory: directory });
  cookie = (await signIn(tested.store, tested.network.of('Amal').owner)).headers['cookie'] ?? '';
});
afterAll(async () => {
  await tested.close();
  await rm(directory, { recursive: true });
});

interface Seen {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly body: string;
}

/** Asks for exactly these bytes: clients that tidy addresses up would hide what is looked for. */
function get(target: string, host: string): Promise<Seen> {
  const { hostname, port } = new URL(tested.server.url);
  const headers = { host, cookie, accept: 'text/html,application/json', 'sec-fetch-site': 'same-origin' };
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path: target, headers, agent: false }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asked.on('error', reject).end();
  });
}

/** Every page, every call that is got, and addresses that are somebody else's when read carelessly. */
function targets(): string[] {
  const pages = ['/', '/sign-in', '/sign-in/link', '/account', '/join', '/raise', '/addresses/confirm', '/problems/x'];
  const calls = (Object.keys(operations) as OperationId[]).flatMap((id) => {
    const { method, path: place } = operation(id);
    return method === 'GET' ? [apiRoot + place.replace('{id}', crypto.randomUUID())] : [];
  });
  const all = [...pages, `${apiRoot}/docs`, '/sign-in/single-sign-on/callback', ...calls];
  const asked = all.flatMap((one) =>
    parameters.map((name, index) => `${one}?${name}=${spellings[index % spellings.length]}`),
  );
  return [...asked, ...spellings.slice(1), `/${elsewhere}/..//`, `//${elsewhere}/%2e%2e`, `https://${elsewhere}/`];
}

test('no address of ours sends anybody elsewhere, whatever it is asked with and for whichever host', async () => {
  const own = new URL(tested.server.url).host;
  const wrong: string[] = [];
  const all = targets();
  expect(all.length).toBeGreaterThan(300);
  for (const [index, target] of all.entries()) {
    const { status, headers, body } = await get(target, index % 2 === 0 ? own : elsewhere);
    const sends = status >= 300 && status < 400;
    const names = [headers['location'], headers['refresh'], headers['content-location'], headers['link']];
    const leads = /(href|src|action|url)\s*=\s*["']?[^"'>]*evil\.example/i.test(body);
    if (sends || names.some(Boolean) || leads || status >= 500) wrong.push(`${target}: ${status} ${names.join()}`);
  }
  expect(wrong).toEqual([]);
}, 60_000);

test('links that are mailed lead to where the network is, whatever host was asked', async () => {
  const { address } = tested.network.of('Amal').owner;
  const { hostname, port } = new URL(tested.server.url);
  const body = JSON.stringify({ address });
  const headers = { host: elsewhere, 'x-forwarded-host': elsewhere, 'content-type': 'application/json' };
  const status = await new Promise((resolve, reject) => {
    const sent = { hostname, port, path: `${apiRoot}/sign-in/link`, method: 'POST', headers, agent: false };
    request(sent, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end(body);
  });
  expect(status).toBe(202);
  await tested.store.writer.run(async () => undefined);
  const { rows } = await tested.store.sql.query<{ content: string }>(
    `SELECT content FROM delivery WHERE kind = 'sign-in' AND recipient = $1`,
    [address],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.content).not.toContain(elsewhere);
});

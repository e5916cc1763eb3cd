import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { readConfig } from '../../core/config/config.ts';
import type { Health } from '../../core/contract/health.ts';
import { openQueues, type Queues } from '../../core/queue/queue.ts';
import { openStore, type Store } from '../../core/store/store.ts';
import { createDatabase } from '../../test/support/database.ts';
import { listen } from '../../test/support/listener.ts';
import { createNetwork, type TestNetwork } from '../../test/support/network.ts';
import { signIn } from '../../test/support/session.ts';
import { until } from '../../test/support/until.ts';
import { aRaise } from '../../test/support/warnings.ts';
import { startServer, type Server } from '../app.ts';

const log = pino({ level: 'silent' });

let database: Awaited<ReturnType<typeof createDatabase>>;
let store: Store;
let network: TestNetwork;
let queues: Queues;
const servers: Server[] = [];
let manager: Record<string, string>;

beforeAll(async () => {
  database = await createDatabase();
  store = await openStore({ databaseUrl: database.url, name: 'health', log: () => undefined });
  network = await createNetwork(store, { csos: ['Amal'], platforms: ['Agora', 'Plaza'], coordinator: 'Hub' });
  queues = await openQueues({ databaseUrl: database.url, network: 'health', log });
  const config = readConfig({ PORT: '0' });
  for (let node = 0; node < 2; node += 1) servers.push(await startServer({ config, store, queues, log }));
  manager = (await signIn(store, network.of('Hub').owner)).headers;
}, 60_000);

afterAll(async () => {
  for (const server of servers) await server.close();
  await queues.close(0);
  await store.close();
  await database.drop();
});

async function ask(
  node: number,
  path: string,
  headers: Record<string, string>,
  init: RequestInit = {},
): Promise<Response> {
  return fetch(`${servers[node]?.url}${path}`, { ...init, headers });
}

async function health(): Promise<Health> {
  const response = await ask(0, '/api/v1/network/health', manager);
  expect(response.status).toBe(200);
  return (await response.json()) as Health;
}

async function raise(more: object = {}): Promise<void> {
  const { token } = network.of('Amal');
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await ask(0, '/api/v1/warnings', headers, { method: 'POST', body: JSON.stringify(aRaise(more)) });
  expect(response.status).toBe(201);
}

const of = ({ organisations }: Health, name: string) => organisations.find((one) => one.name === name);

test('says who is connected, on whichever server, and whose answers are missed', async () => {
  const body = JSON.stringify({ name: 'All', channels: [{ type: 'live' }] });
  for (const name of ['Agora', 'Plaza']) {
    const headers = { authorization: `Bearer ${network.of(name).token}`, 'content-type': 'application/json' };
    expect((await ask(0, '/api/v1/subscriptions', headers, { method: 'POST', body })).status).toBe(201);
  }
  await raise();
  // The coordinator has the marking alone of it: it counts as little as it is told of answers to it.
  await raise({ tlp: 'TLP:RED', audience: { only: [network.of('Plaza').organisation.id] } });
  const listeners = [
    await listen(servers[0]?.url ?? '', network.of('Agora').token),
    await listen(servers[1]?.url ?? '', network.of('Agora').token),
  ];
  await listeners[0]?.follow({}, 'start');
  await listeners[0]?.send('received', { position: listeners[0].events.at(-1)?.position });
  const found = await until(async () => {
    const now = await health();
    return of(now, 'Agora')?.connections === 2 && of(now, 'Agora')?.teams[0]?.deliveredAt ? now : undefined;
  });
  expect(found.nodes).toHaveLength(2);
  const agora = of(found, 'Agora');
  expect(agora).toMatchObject({ unanswered: 1, teams: [{ connections: 2, unanswered: 1, seenAt: null }] });
  expect(Date.parse(agora?.since ?? '')).toBeLessThanOrEqual(Date.parse(found.at));
  expect(of(found, 'Plaza')).toMatchObject({ connections: 0, since: null, unanswered: 1 });
  expect(found.organisations[0]?.name).toBe('Plaza');
  expect(found.findings).toContainEqual({ code: 'platforms-absent', count: 1 });
  // No workers run here.
  expect(found.findings).toContainEqual({ code: 'dispatcher-absent', count: 1 });
  expect(found.dispatcher.behind).toBeGreaterThan(0);
  expect(found.checks).toEqual(['database', 'log', 'queue'].map((name) => ({ name, problem: null })));
  expect(found.queues.map(({ name }) => name)).toContain('email');
  for (const listener of listeners) listener.close();
  await until(async () => of(await health(), 'Agora')?.connections === 0);
}, 30_000);

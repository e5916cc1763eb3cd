import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { readConfig } from '../../core/config/config.ts';
import { openQueues, type Queues } from '../../core/queue/queue.ts';
import { addMember } from '../../core/store/commands/member.ts';
import { openStore, type Store } from '../../core/store/store.ts';
import { createDatabase } from '../../test/support/database.ts';
import { describeWithRedis } from '../../test/support/needs.ts';
import { createNetwork, type TestNetwork } from '../../test/support/network.ts';
import { startRedis, type TestRedis } from '../../test/support/redis.ts';
import { signIn } from '../../test/support/session.ts';
import { startServer, type Server } from '../app.ts';

const log = pino({ level: 'silent' });

let database: Awaited<ReturnType<typeof createDatabase>>;
let store: Store;
let network: TestNetwork;

beforeAll(async () => {
  database = await createDatabase();
  store = await openStore({ databaseUrl: database.url, name: 'queue board', log: () => undefined });
  network = await createNetwork(store, { platforms: ['Agora'], coordinator: 'Hub' });
}, 60_000);
afterAll(async () => {
  await store.close();
  await database.drop();
});

describe('the queues on PostgreSQL', () => {
  let board: Board;
  beforeAll(async () => (board = await openBoard()));
  afterAll(() => board.close());

  test('are shown to the coordinator’s managers alone, and nobody changes them there', () => expectLookedAt(board));
});

describeWithRedis('the queues on Redis', () => {
  let redis: TestRedis;
  let board: Board;
  beforeAll(async () => {
    redis = await startRedis();
    board = await openBoard(redis.url);
  });
  afterAll(async () => {
    await board.close();
    await redis.stop();
  });

  test('are shown to the coordinator’s managers alone, and nobody changes them there', () => expectLookedAt(board));
});

/** A server whose queues are kept in PostgreSQL, or in Redis. */
interface Board {
  readonly queues: Queues;
  readonly server: Server;
  close(): Promise<void>;
}

async function openBoard(redisUrl?: string): Promise<Board> {
  const queues = await openQueues({ redisUrl, databaseUrl: database.url, network: 'board', log });
  const server = await startServer({ config: readConfig({ PORT: '0' }), store, queues, log });
  return {
    queues,
    server,
    async close() {
      await server.close();
      await queues.close(0);
    },
  };
}

async function expectLookedAt({ queues, server }: Board): Promise<void> {
  const ask = (path: string, headers: Record<string, string>, init: RequestInit = {}): Promise<Response> =>
    fetch(`${server.url}${path}`, { ...init, headers });
  const manager = (await signIn(store, network.of('Hub').owner)).headers;
  const sent = { name: 'Vera', address: `vera@${queues.backend}.example`, role: 'viewer' } as const;
  const member = await store.writer.run(addMember({ organisationId: network.of('Hub').organisation.id, ...sent }));
  const viewer = (await signIn(store, member)).headers;
  const page = await ask('/network/queues/', manager);
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
  expect(await page.text()).toContain('static/js/');
  await queues.add('email', { delivery: '0193b1f0-0000-7000-8000-000000000001', attempt: 0 });
  const listed = await ask('/network/queues/api/queues?activeQueue=email&status=latest', manager);
  const told = (await listed.json()) as { queues: { name: string; readOnlyMode: boolean; jobs: { data: object }[] }[] };
  const email = told.queues.find(({ name }) => name === 'email');
  expect(email?.readOnlyMode).toBe(true);
  expect(JSON.stringify(email?.jobs)).toContain('0193b1f0-0000-7000-8000-000000000001');
  const changed = await ask('/network/queues/api/queues/email/pause', manager, { method: 'PUT' });
  expect(changed.status).toBe(405);
  expect((await ask('/network/queues/', viewer)).status).toBe(403);
  expect((await ask('/network/queues/', {})).status).toBe(401);
  const platform = (await signIn(store, network.of('Agora').owner)).headers;
  expect((await ask('/network/queues/static/css/none.css', platform)).status).toBe(403);
  const weak = (await signIn(store, network.of('Hub').owner, { strong: false })).headers;
  expect((await ask('/network/queues/api/queues', weak)).status).toBe(403);
}

import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { WebSocket } from 'ws';
import { addKey, revokeKey } from '../../core/store/commands/key.ts';
import { resumeOrganisation, suspendOrganisation } from '../../core/store/commands/organisation.ts';
import { raiseWarning } from '../../core/store/commands/raise.ts';
import { Refusal } from '../../core/domain/refusal.ts';
import { openStore, type Store } from '../../core/store/store.ts';
import { createDatabase } from '../../test/support/database.ts';
import { listen, type Listener } from '../../test/support/listener.ts';
import { createNetwork, type TestNetwork } from '../../test/support/network.ts';
import { until } from '../../test/support/until.ts';
import { aRaise } from '../../test/support/warnings.ts';
import { openAddresses } from '../addresses.ts';
import { openCredentials } from '../credentials/credentials.ts';
import { Readings } from '../readings.ts';
import { openSessionCookie } from '../credentials/session-cookie.ts';
import { openLimiter } from '../limits.ts';
import { openHub, type Hub } from './hub.ts';

interface Node {
  hub: Hub;
  store: Store;
  url: string;
  close(): Promise<void>;
}

let database: Awaited<ReturnType<typeof createDatabase>>;
let nodes: [Node, Node];
let network: TestNetwork;
const open: Listener[] = [];
const errors: unknown[] = [];

beforeAll(async () => {
  database = await createDatabase();
  nodes = [await startNode(), await startNode()];
  network = await createNetwork(nodes[0].store, { csos: ['Amal'], platforms: ['Agora', 'Bazaar'] });
});
afterEach(() => {
  for (const listener of open.splice(0)) listener.close();
});
afterAll(async () => {
  for (const node of nodes) await node.close();
  expect(errors).toEqual([]);
  await database.drop();
});

/** A node with nothing but its hub. */
async function startNode(): Promise<Node> {
  const store = await openStore({ databaseUrl: database.url, name: 'hub', log: (error) => errors.push(error) });
  const log = pino({ level: 'warn' }, { write: (line) => errors.push(line) });
  const now = (): Date => new Date();
  const credentials = openCredentials(store, now, (error) => errors.push(error));
  const httpServer = createServer();
  const hub = await openHub({
    httpServer,
    store,
    now,
    log,
    authenticate: credentials.authenticate,
    used: ({ as }) => credentials.used(as.id),
    addresses: openAddresses([]),
    cookie: openSessionCookie({ publicUrl: 'http://localhost' }),
    limiter: openLimiter({ requestsPerSecond: 0, raisesPerHour: 0 }),
    readings: new Readings(store, (error) => errors.push(error)),
    learn: (entries) => credentials.learn(entries),
  });
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
  return {
    hub,
    store,
    url: `http://127.0.0.1:${(httpServer.address() as AddressInfo).port}`,
    async close() {
      await hub.close();
      await new Promise((resolve) => httpServer.close(resolve));
      await credentials.close();
      await store.close();
    },
  };
}

async function connect({ url }: Node, token: string, options?: Parameters<typeof listen>[2]): Promise<Listener> {
  const listener = await listen(url, token, options);
  open.push(listener);
  return listener;
}

async function raise(changes: Parameters<typeof aRaise>[0] = {}): Promise<void> {
  await nodes[0].store.writer.run(raiseWarning(network.of('Amal').caller, aRaise(changes)));
}

const farewell = (listener: Listener) => listener.told.filter(({ name }) => name === 'goodbye');
const revoked = [{ name: 'goodbye', payload: { reason: 'revoked' } }];

describe('a revoked credential', () => {
  test('is gone from every node within a second, and nobody else is', async () => {
    const { key, token } = await network.key('Agora');
    const both = [await connect(nodes[0], token), await connect(nodes[1], token)];
    const others = await Promise.all(nodes.map((node) => connect(node, network.of('Agora').token)));
    for (const listener of [...both, ...others]) await listener.follow();
    await nodes[1].store.writer.run(revokeKey(key.id));
    await until(() => both.every(({ losses }) => losses.length > 0), { timeout: 1_000 });
    for (const listener of both) {
      expect(farewell(listener)).toEqual(revoked);
      expect(listener.losses).toEqual(['io server disconnect']);
    }
    for (const { url } of nodes) {
      await expect(listen(url, token)).rejects.toMatchObject({ data: { type: '/problems/unauthorized' } });
    }
    await raise();
    await until(() => others.every(({ events }) => events.length === 1));
    expect(both.flatMap(({ events }) => events)).toEqual([]);
  });

  test('is one of a suspended organisation too', async () => {
    const { organisation, token } = network.of('Bazaar');
    const both = await Promise.all(nodes.map((node) => connect(node, token)));
    for (const listener of both) await listener.follow();
    await nodes[0].store.writer.run(suspendOrganisation(organisation.id));
    await until(() => both.every(({ losses }) => losses.length > 0), { timeout: 1_000 });
    expect(both.map(farewell)).toEqual([revoked, revoked]);
    await nodes[0].store.writer.run(resumeOrganisation(organisation.id));
  });

  test('is one that has expired too', async () => {
    const { organisation } = network.of('Agora');
    const expiresAt = new Date(Date.now() + 1_500).toISOString();
    const sent = { organisationId: organisation.id, name: 'short', scopes: ['warnings:read' as const], expiresAt };
    const { token } = await nodes[0].store.writer.run(addKey(sent));
    const agora = await connect(nodes[0], token);
    await agora.follow();
    await until(() => agora.losses.length > 0);
    const late = Date.now() - Date.parse(expiresAt);
    expect([late >= 0, late < 1_000]).toEqual([true, true]);
    expect(farewell(agora)).toEqual(revoked);
  });

  test('ends its stream', async () => {
    const { key, caller } = await network.key('Agora');
    const heard: string[] = [];
    const told = { event: () => undefined, caughtUp: () => heard.push('caught-up'), position: () => undefined };
    const goodbye = (reason: string) => void heard.push(reason);
    await nodes[0].hub.follow(
      { authenticate: () => Promise.resolve(caller), from: '127.0.0.1', filters: 'own', after: undefined },
      { ...told, goodbye },
    );
    await nodes[1].store.writer.run(revokeKey(key.id));
    await until(() => heard.length === 2, { timeout: 1_000 });
    expect(heard).toEqual(['caught-up', 'revoked']);
  });
});

test('a credential that is revoked while its stream begins is refused the stream', async () => {
  const { key, caller, token } = await network.key('Agora');
  const witness = await connect(nodes[0], token);
  let asked = 0;
  const authenticate = async () => {
    asked += 1;
    if (asked > 1) throw new Refusal('unauthorized', 'It was revoked.');
    await nodes[1].store.writer.run(revokeKey(key.id));
    await until(() => witness.losses.length > 0);
    return caller;
  };
  const nobody = () => undefined;
  const sink = { event: nobody, caughtUp: nobody, position: nobody, goodbye: nobody };
  await expect(
    nodes[0].hub.follow({ authenticate, from: '127.0.0.1', filters: 'own', after: undefined }, sink),
  ).rejects.toMatchObject({
    problem: 'unauthorized',
  });
  expect(nodes[0].hub.connections()).toBe(0);
});

describe('a slow consumer', () => {
  test('is dropped, holds up nobody, and resumes from its position', async () => {
    const { token } = network.of('Agora');
    const witness = await connect(nodes[0], network.of('Bazaar').token);
    const { position } = await witness.follow();
    const stalled = stall(nodes[0].url, token);
    await stalled.reading;
    const before = nodes[0].hub.connections();
    const description = 'x'.repeat(9_000);
    let raised = 0;
    while (nodes[0].hub.connections() === before && raised < 4_000) {
      await Promise.all(Array.from({ length: 50 }, () => raise({ description })));
      raised += 50;
    }
    expect(nodes[0].hub.connections()).toBe(before - 1);
    await until(() => witness.events.length === raised);
    stalled.socket.terminate();
    const again = await connect(nodes[0], token);
    await again.follow({}, position);
    expect(again.events.map(({ id }) => id)).toEqual(witness.events.map(({ id }) => id));
  }, 60_000);
});

/** A client that subscribes and then reads no more. */
function stall(url: string, token: string): { socket: WebSocket; reading: Promise<void> } {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
  const reading = new Promise<void>((resolve) => {
    socket.on('message', (message: Buffer) => {
      const text = message.toString();
      if (text.startsWith('0')) socket.send(`40${JSON.stringify({ token })}`);
      if (text.startsWith('40')) socket.send('420["subscribe",{"filter":{}}]');
      if (text.startsWith('42["caught-up"')) {
        socket.pause();
        resolve();
      }
    });
  });
  socket.on('error', () => undefined);
  return { socket, reading };
}

describe('goodbye', () => {
  test('closes the transports of a node that shuts down, so that clients come back by themselves', async () => {
    const node = await startNode();
    const agora = await connect(node, network.of('Agora').token, { reconnection: true });
    await agora.follow();
    await node.hub.goodbye('shutting-down');
    await until(() => agora.losses.length === 1);
    expect(farewell(agora)).toEqual([{ name: 'goodbye', payload: { reason: 'shutting-down' } }]);
    expect(agora.losses).toEqual(['transport close']);
    expect(agora.socket.active).toBe(true);
    expect(node.hub.connections()).toBe(0);
    await expect(listen(node.url, network.of('Agora').token)).rejects.not.toHaveProperty('data');
    agora.close();
    await node.close();
  });
});

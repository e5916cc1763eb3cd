import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { LogEntry } from '../core/domain/log.ts';
import type { Reading } from '../core/domain/audit.ts';
import { readLog } from '../core/store/log-reader.ts';
import { openStream } from '../test/support/event-stream.ts';
import { listen } from '../test/support/listener.ts';
import { startTestServer, type TestServer } from '../test/support/server.ts';
import { until } from '../test/support/until.ts';
import { aRaise } from '../test/support/warnings.ts';
import { Readings } from './readings.ts';

let network: TestServer;

beforeAll(async () => {
  network = await startTestServer({ csos: ['Ida', 'Amal'], platforms: ['Agora', 'Plaza'], coordinator: 'Hub' });
});
afterAll(async () => {
  await network.close();
});

async function raise(changes: Parameters<typeof aRaise>[0]): Promise<string> {
  const raised = await network.ask('Ida', 'POST /warnings', { body: aRaise(changes) });
  expect(raised.status).toBe(201);
  return raised.body.id as string;
}

const red = () => ({ tlp: 'TLP:RED' as const, audience: { only: [network.network.of('Agora').organisation.id] } });

/** Who is on the log as having got a warning, each as `organisation revision why`. */
async function readings(warningId: string): Promise<string[]> {
  const { sql, positions } = network.store;
  const entries = (await readLog(sql, positions, 0, 10_000)).filter(isReading(warningId));
  return entries.map(
    ({ actor, revision, data }) => `${nameOf(actor.organisationId)} ${revision} ${String(data['why'])}`,
  );
}

function isReading(warningId: string) {
  return (entry: LogEntry): boolean => entry.type === 'warning.read' && entry.warningId === warningId;
}

function nameOf(organisationId: string | null): string | undefined {
  return network.store.directory().organisations.get(organisationId ?? '')?.name;
}

describe('a TLP:RED warning', () => {
  test('is on the log as read before it is answered, once for each credential and revision', async () => {
    const id = await raise(red());
    expect(await readings(id)).toEqual(['Ida 1 red']);
    expect((await network.ask('Agora', `GET /warnings/${id}`)).body.headline).toBeDefined();
    expect(await readings(id)).toEqual(['Ida 1 red', 'Agora 1 red']);
    await network.ask('Agora', 'GET /warnings');
    await network.ask('Agora', `GET /warnings/${id}/timeline`);
    await network.ask('Agora', `GET /warnings/${id}/revisions`);
    expect(await readings(id)).toHaveLength(2);
    const { token } = await network.network.key('Agora');
    await network.ask('Agora', 'GET /events', { token });
    expect(await readings(id)).toEqual(['Ida 1 red', 'Agora 1 red', 'Agora 1 red']);
    const body = { severity: 'extreme' };
    await network.ask('Ida', `POST /warnings/${id}/revisions`, { body, headers: { 'if-match': '*' } });
    await network.ask('Agora', `GET /warnings/${id}`);
    expect((await readings(id)).slice(3)).toEqual(['Ida 2 red', 'Agora 2 red']);
  });

  test('is read by whoever gets what others answered to it or say of it', async () => {
    const answered = await raise(red());
    await network.ask('Agora', `GET /warnings/${answered}/corroborations`);
    expect(await readings(answered)).toEqual(['Ida 1 red']);
    await network.ask('Agora', `GET /warnings/${answered}/acknowledgements`);
    expect(await readings(answered)).toEqual(['Ida 1 red', 'Agora 1 red']);
    const only = ['Agora', 'Amal'].map((name) => network.network.of(name).organisation.id);
    const seen = await raise({ tlp: 'TLP:RED', audience: { only } });
    await network.ask('Amal', `POST /warnings/${seen}/corroborations`, { body: { note: 'Here, too.' } });
    await network.ask('Agora', `GET /warnings/${seen}/corroborations`);
    expect(await readings(seen)).toContain('Agora 1 red');
  });

  test('is not read by whoever is not admitted, or gets its marking alone', async () => {
    const id = await raise(red());
    expect((await network.ask('Plaza', `GET /warnings/${id}`)).status).toBe(404);
    const { token } = await network.network.key('Agora', { scopes: ['warnings:read'] });
    expect((await network.ask('Agora', `GET /warnings/${id}`, { token })).status).toBe(404);
    expect((await network.ask('Hub', `GET /warnings/${id}`)).body).not.toHaveProperty('headline');
    expect(await readings(id)).toEqual(['Ida 1 red']);
  });

  test('sent over a socket and a stream, live and in a replay, is on the log within a second', async () => {
    const { server } = network;
    const streamed = await network.network.key('Agora');
    const listener = await listen(server.url, network.network.of('Agora').token);
    await listener.follow({});
    const stream = await openStream(`${server.url}/api/v1/events`, streamed.token);
    const id = await raise(red());
    await until(async () => (await readings(id)).length === 3);
    stream.close();
    listener.close();
    const replayed = await network.network.key('Agora');
    const later = await openStream(`${server.url}/api/v1/events?after=start`, replayed.token);
    await until(async () => (await readings(id)).length === 4);
    later.close();
  });

  test('answered again under an Idempotency-Key is read by whoever repeats it', async () => {
    const ask = { body: aRaise(red()), headers: { 'idempotency-key': 'once' } };
    const { body } = await network.ask('Ida', 'POST /warnings', ask);
    const { token } = await network.network.key('Ida');
    const again = await network.ask('Ida', 'POST /warnings', { ...ask, token });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await readings(body.id as string)).toEqual(['Ida 1 red', 'Ida 1 red']);
  });
});

describe('a withheld issuer', () => {
  test('is on the log as learned by the coordinator alone', async () => {
    const id = await raise({ withholdIssuer: true });
    await network.ask('Agora', `GET /warnings/${id}`);
    await network.ask('Amal', 'GET /events');
    expect(await readings(id)).toEqual([]);
    expect((await network.ask('Hub', `GET /warnings/${id}`)).body.issuer.name).toBe('Ida');
    expect(await readings(id)).toEqual(['Hub 1 withheld']);
  });

  test('in the marking of a TLP:RED warning, too', async () => {
    const id = await raise({ ...red(), withholdIssuer: true });
    await network.ask('Hub', `GET /warnings/${id}`);
    expect(await readings(id)).toEqual(['Ida 1 red', 'Hub 1 withheld']);
  });
});

test('what cannot be written down as read is not answered', async () => {
  const id = await raise(red());
  const owner = new pg.Client({ connectionString: network.store.databaseUrl, options: '-c search_path=tocsin' });
  await owner.connect();
  await owner.query('REVOKE INSERT ON warning_read FROM tocsin_app');
  const refused = await network.ask('Agora', `GET /warnings/${id}`);
  expect(refused.status).toBe(500);
  expect(JSON.stringify(refused.body)).not.toContain(aRaise().headline);
  await owner.query('GRANT INSERT ON warning_read TO tocsin_app');
  await owner.end();
  expect((await network.ask('Agora', `GET /warnings/${id}`)).status).toBe(200);
  expect(await readings(id)).toEqual(['Ida 1 red', 'Agora 1 red']);
});

test('an ordinary warning is read by nobody in particular', async () => {
  const id = await raise({});
  await network.ask('Agora', `GET /warnings/${id}`);
  await network.ask('Hub', `GET /warnings/${id}`);
  expect(await readings(id)).toEqual([]);
});

describe('what live delivery notes', () => {
  const noted = async (): Promise<Reading> => {
    const { organisation, key } = network.network.of('Plaza');
    const actor = { organisationId: organisation.id, memberId: null, keyId: key.id };
    return { actor, warningId: await raise({}), revision: 1, why: 'red' };
  };

  test('is written down at the latest when the process ends', async () => {
    const held = new Readings(network.store, () => undefined);
    const reading = await noted();
    held.note(reading);
    await held.flush();
    expect(await readings(reading.warningId)).toEqual(['Plaza 1 red']);
  });

  test('waits for a database that is away', async () => {
    const errors: Error[] = [];
    const held = new Readings(network.store, (error) => errors.push(error));
    const reading = await noted();
    network.database.cut();
    held.note(reading);
    await until(() => errors.length > 0);
    network.database.heal();
    await until(async () => (await readings(reading.warningId)).length === 1);
  });

  test('is one entry, however many sockets of one key, on however many nodes', async () => {
    const nodes = [1, 2].map(() => new Readings(network.store, () => undefined));
    const reading = await noted();
    for (const node of nodes) for (let socket = 0; socket < 1_000; socket += 1) node.note(reading);
    await Promise.all(nodes.map((node) => node.flush()));
    expect(await readings(reading.warningId)).toEqual(['Plaza 1 red']);
  });
});

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import {
  connect,
  Conflict,
  Forbidden,
  InvalidRequest,
  memoryPositions,
  NotFound,
  RevisionStale,
  Unauthorized,
  Unprocessable,
  type Event,
  type EventsOptions,
  type TocsinClient,
} from '../../client-sdk/src/index.ts';
import { revokeKey } from '../../core/store/commands/key.ts';
import { addSubscription } from '../../core/store/commands/subscription.ts';
import { openStore, type Store } from '../../core/store/store.ts';
import { createDatabase } from '../support/database.ts';
import { createNetwork, type TestNetwork } from '../support/network.ts';
import { freePort } from '../support/ports.ts';
import { startTocsin, type TocsinProcess } from '../support/processes.ts';
import { until } from '../support/until.ts';
import { aRaise } from '../support/warnings.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

let database: Awaited<ReturnType<typeof createDatabase>>;
let store: Store;
let network: TestNetwork;
let server: TocsinProcess;
let environment: Record<string, string>;
let url: string;
let folder: string;
const clients: TocsinClient[] = [];
const children: ChildProcess[] = [];

const serve = () => startTocsin(['serve'], { env: environment, ready: /Tocsin serves/, timeout: 60_000 });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-sdk-'));
  database = await createDatabase();
  store = await openStore({ databaseUrl: database.url, name: 'test', log: () => undefined });
  network = await createNetwork(store, { csos: ['Ida'], platforms: ['Agora', 'Bazaar'] });
  const PORT = String(await freePort());
  const unlimited = { TOCSIN_RAISES_PER_HOUR: '0', TOCSIN_REQUESTS_PER_SECOND: '0' };
  environment = { DATABASE_URL: database.url, PORT, ...unlimited };
  url = `http://127.0.0.1:${PORT}`;
  server = await serve();
}, 90_000);

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

afterAll(async () => {
  await server.stop();
  await store.close();
  await database.drop();
  rmSync(folder, { recursive: true });
}, 30_000);

function clientOf(name: string, token = network.of(name).token): TocsinClient {
  const client = connect({ url, token, backoff: { base: 20, cap: 200 } });
  clients.push(client);
  return client;
}

/** Follows in the background, from a moment on that has begun when this resolves. */
async function follow(client: TocsinClient, options: EventsOptions = {}) {
  const heard: Event[] = [];
  const listening = client.on(options, (event) => heard.push(event));
  await until(() => client.state === 'live');
  return { heard, ...listening };
}

/** Raises tests one after the other; the ids of their events, in the order of the log. */
async function raiseTests(client: TocsinClient, count: number): Promise<void> {
  for (let number = 0; number < count; number += 1) await client.raise(aRaise({ status: 'test' }));
}

async function loggedTests(): Promise<string[]> {
  const { data } = await clientOf('Ida').request('listEvents', { query: { status: ['test'], limit: 1000 } });
  return data.map(({ id }) => id);
}

describe('the life of a warning', () => {
  test('is heard by who follows it, answered, and the answer heard by its issuer', async () => {
    const ida = clientOf('Ida');
    const agora = clientOf('Agora');
    const followed = await follow(agora, { countries: ['AT'], severity: 'severe' });
    const issued = await follow(ida, { countries: ['AT'] });

    const warning = await ida.raise(aRaise({ countries: ['AT'] }));
    await ida.raise(aRaise({ countries: ['FR'] }));
    await agora.acknowledge(warning.id, { state: 'working', note: 'We look into it.' });
    const revised = await ida.revise(warning.id, { severity: 'extreme' }, { revision: warning.revision });
    await agora.comment(warning.id, { text: 'Which groups?', audience: 'everyone' });
    await ida.cancel(warning.id, { reason: 'It is over.' });

    await until(() => followed.heard.length === 5 && issued.heard.length === 5);
    const types = [
      'warning.raised',
      'acknowledgement.changed',
      'warning.revised',
      'comment.added',
      'warning.cancelled',
    ];
    expect(followed.heard.map(({ type }) => type)).toEqual(types);
    expect(issued.heard.map(({ id }) => id)).toEqual(followed.heard.map(({ id }) => id));
    expect(followed.heard[0]?.warning).toMatchObject({ id: warning.id, headline: warning.headline, revision: 1 });
    expect(revised).toMatchObject({ revision: 2, severity: 'extreme' });
    expect(await agora.warning(warning.id)).toMatchObject({
      state: 'cancelled',
      acknowledgement: { state: 'pending' },
    });
  });

  test('without a filter it is what the organisation’s own subscriptions match', async () => {
    const channels = [{ type: 'live' as const }];
    const filter = { countries: ['LV'] };
    await store.writer.run(addSubscription(network.of('Bazaar').caller, { name: 'Latvia', filter, channels }));
    const { heard } = await follow(clientOf('Bazaar'));
    const ida = clientOf('Ida');
    await ida.raise(aRaise({ countries: ['EE'] }));
    const { id } = await ida.raise(aRaise({ countries: ['LV'] }));
    await until(() => heard.length > 0);
    expect(heard.map(({ warning }) => warning.id)).toEqual([id]);
  });

  test('who has it and has seen it is told to its issuer', async () => {
    const [ida, bazaar] = [clientOf('Ida'), clientOf('Bazaar')];
    await follow(bazaar, { countries: ['MT'] });
    const { id } = await ida.raise(aRaise({ countries: ['MT'] }));
    const ofBazaar = async () => {
      const { data } = await ida.acknowledgements(id);
      return data.find(({ organisation }) => organisation.name === 'Bazaar');
    };
    await until(async () => (await ofBazaar())?.deliveredAt);
    bazaar.seen(id);
    await until(async () => (await ofBazaar())?.seenAt);
  });

  test('a page of warnings and what follows it leave no gap', async () => {
    const ida = clientOf('Ida');
    const page = await ida.warnings({ country: ['SE'] });
    const { id } = await ida.raise(aRaise({ countries: ['SE'] }));
    const events = clientOf('Agora').events({ countries: ['SE'], after: page.position });
    expect((await events.next()).value?.warning.id).toBe(id);
    await events.return?.();
  });

  test('refusals are errors of their kind', async () => {
    const [ida, agora] = [clientOf('Ida'), clientOf('Agora')];
    const warning = await ida.raise(aRaise());
    await ida.revise(warning.id, { urgency: 'immediate' }, { revision: 1 });
    const refused: [() => Promise<unknown>, new (...args: never[]) => Error, object][] = [
      [
        () => ida.raise(aRaise({ countries: ['UK'] })),
        InvalidRequest,
        { problem: { errors: [{ pointer: '/countries/0' }] } },
      ],
      [() => ida.warning('nothing'), NotFound, { code: 'not-found' }],
      [() => agora.raise(aRaise()), Forbidden, { code: 'kind-not-allowed' }],
      [
        () => ida.revise(warning.id, { severity: 'minor' }, { revision: 1 }),
        RevisionStale,
        { problem: { revision: 2 } },
      ],
      [
        () => ida.revise(warning.id, { urgency: 'immediate' }, { revision: 2 }),
        Unprocessable,
        { code: 'nothing-changed' },
      ],
      [() => ida.corroborate(warning.id), Conflict, { code: 'own-warning' }],
      [() => clientOf('Ida', 'no key').me(), Unauthorized, { code: 'unauthorized' }],
      [() => ida.events({ countries: ['Germany'] }).next(), InvalidRequest, { code: 'invalid-request' }],
      [() => ida.events({ after: 'nowhere' }).next(), InvalidRequest, { code: 'position-invalid' }],
    ];
    for (const [call, expected, more] of refused) {
      const error = await call().then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(expected);
      expect(error).toMatchObject(more);
    }
  });

  test('a raise that is sent twice under one key is one warning', async () => {
    const ida = clientOf('Ida');
    const draft = aRaise();
    const first = await ida.raise(draft, { idempotencyKey: 'one' });
    expect(await ida.raise(draft, { idempotencyKey: 'one' })).toEqual(first);
    expect(await ida.preview({ countries: ['DE'] })).toMatchObject({ reads: { issuerNamed: true } });
    expect((await ida.me()).organisation.name).toBe('Ida');
  });
});

describe('whatever breaks', () => {
  test('a consumer that is killed between two events misses none and repeats none', async () => {
    const ida = clientOf('Ida');
    const [positions, effects] = [join(folder, 'positions.json'), join(folder, 'effects')];
    const start = (dieAfter: number) => {
      const script = join(root, 'dist/test/acceptance/following.js');
      const args = [script, url, network.of('Agora').token, positions, effects, String(dieAfter)];
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
      children.push(child);
      return child;
    };
    const handed = () => (existsSync(effects) ? readFileSync(effects, 'utf8').trim().split('\n') : []);
    const before = await loggedTests();

    const first = start(3);
    await until(() => existsSync(positions));
    await raiseTests(ida, 6);
    if (first.exitCode === null && first.signalCode === null) await once(first, 'exit');
    expect(first.signalCode).toBe('SIGKILL');
    expect(handed()).toHaveLength(3);

    const second = start(1);
    if (second.exitCode === null && second.signalCode === null) await once(second, 'exit');
    await raiseTests(ida, 4);
    start(0);
    await until(() => handed().length === 10);
    await raiseTests(ida, 1);
    await until(() => handed().length >= 11);
    expect(handed()).toEqual((await loggedTests()).slice(before.length));
  }, 60_000);

  test('a server that is killed while it sends is resumed from, without a gap or a repeat', async () => {
    const ida = clientOf('Ida');
    const positions = memoryPositions();
    const { heard } = await follow(clientOf('Agora'), { statuses: ['test'], positions });
    const before = await loggedTests();
    for (const stop of ['SIGKILL', 'SIGTERM'] as const) {
      const raising = raiseTests(ida, 8);
      await until(() => heard.length % 8 >= 3);
      await server.stop(stop);
      server = await serve();
      await raising;
      await until(async () => heard.length >= (await loggedTests()).length - before.length);
    }
    expect(heard.map(({ id }) => id)).toEqual((await loggedTests()).slice(before.length));
    expect(heard).toHaveLength(16);
  }, 90_000);

  test('an application that is slower than the network gets everything from a buffer of three', async () => {
    const before = await loggedTests();
    const agora = clientOf('Agora');
    const events = agora.events({ statuses: ['test'], buffer: 3 });
    const first = events.next();
    await until(() => agora.state === 'live');
    await raiseTests(clientOf('Ida'), 25);
    const heard = [(await first).value?.id];
    while (heard.length < 25) heard.push((await events.next()).value?.id);
    expect(heard).toEqual((await loggedTests()).slice(before.length));
    await events.return?.();
  }, 30_000);

  test('a key that is revoked ends its subscriptions within a second or two', async () => {
    const { key, token } = await network.key('Agora');
    const { closed } = await follow(clientOf('Agora', token));
    const began = Date.now();
    await store.writer.run(revokeKey(key.id));
    await expect(closed).rejects.toThrow(Unauthorized);
    expect(Date.now() - began).toBeLessThan(3_000);
  });
});

test('the ten lines of the README work when pasted', async () => {
  const readme = readFileSync(join(root, 'client-sdk/README.md'), 'utf8');
  const lines = /```js\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  expect(lines.trim().split('\n').filter(Boolean).length).toBeLessThanOrEqual(10);
  const project = mkdtempSync(join(folder, 'pasted-'));
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
  writeFileSync(join(project, 'follow.mjs'), lines);
  const environmentOfReader = { PATH: process.env.PATH ?? '', TOCSIN_URL: url, TOCSIN_KEY: network.of('Bazaar').token };
  const child = spawn(process.execPath, ['follow.mjs'], { cwd: project, env: environmentOfReader });
  children.push(child);
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  await until(() => existsSync(join(project, 'positions.json')));

  const ida = clientOf('Ida');
  const { id } = await ida.raise(aRaise({ headline: 'Aufruf in Wien und Köln' }));
  await until(() => printed.includes('\n'));
  expect(printed).toBe('severe Aufruf in Wien und Köln\n');
  await until(async () => {
    const { data } = await ida.acknowledgements(id);
    return data.some(({ state, organisation }) => organisation.name === 'Bazaar' && state === 'acknowledged');
  });
}, 30_000);

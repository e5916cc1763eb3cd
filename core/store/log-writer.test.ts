import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { createNetwork, type TestNetwork } from '../../test/support/network.ts';
import { startProxy, type Proxy } from '../../test/support/proxy.ts';
import { openTestStore, type TestStore } from '../../test/support/store.ts';
import { until } from '../../test/support/until.ts';
import { aRaise } from '../../test/support/warnings.ts';
import { network as ownActor, type LogEntry } from '../domain/log.ts';
import { addTeam, removeTeam } from './commands/team.ts';
import { addSubscription } from './commands/subscription.ts';
import { raiseWarning } from './commands/raise.ts';
import { readLog } from './log-reader.ts';
import { openStore, type Store } from './store.ts';
import type { Command } from './unit.ts';
import { openTail, type Tail } from './tail.ts';
import type { LoadedWarning } from './warnings.ts';

let opened: TestStore;
let network: TestNetwork;

beforeAll(async () => {
  opened = await openTestStore();
  network = await createNetwork(opened.store, { csos: ['Ida'], platforms: ['Agora'] });
});

afterAll(() => opened?.close());

const raise = (store: Store) => store.writer.run(raiseWarning(network.of('Ida').caller, aRaise()));

describe('commands of one commit', () => {
  test('see what those before them put off: a team that a warning of the same commit waits for stays', async () => {
    const { writer } = opened.store;
    const { caller } = network.of('Agora');
    const team = await writer.run(addTeam(caller, { name: 'Polish desk' }));
    await writer.run(addSubscription(caller, { name: 'All', team: team.id, channels: [{ type: 'live' }] }));
    const [raised, removed] = await Promise.allSettled([raise(opened.store), writer.run(removeTeam(caller, team.id))]);
    expect(raised.status).toBe('fulfilled');
    expect(removed).toMatchObject({ reason: { problem: 'state-conflict' } });
  });

  test.each<[string, Command<unknown>]>([
    ['whose statement fails', ({ sql }) => sql.query('SELECT 1 / 0')],
    [
      'that is refused after it wrote',
      async (unit) => {
        await unit.sql.query('DELETE FROM subscription');
        await raiseWarning(network.of('Ida').caller, aRaise({ expires: '2001-01-01T00:00:00.000Z' }))(unit);
      },
    ],
    [
      'whose rows cannot be written',
      async (unit) => {
        const { warningId } = (await readLog(unit.sql, opened.store.positions, 0, 1_000)).find((one) => one.warningId)!;
        unit.insert('warning_revision', { warning_id: warningId, revision: 1, content: '{}', at: unit.at });
        unit.append({ id: randomUUID(), type: 'team.changed', actor: ownActor, data: {} });
      },
    ],
  ])('one %s fails alone; those around it are done, once each', async (_, failing) => {
    await raise(opened.store);
    const { writer } = opened.store;
    const following = opened.store.directory().subscriptions.length;
    let outcomes: PromiseSettledResult<unknown>[] = [];
    const entries = await opened.logged(async () => {
      outcomes = await Promise.allSettled([raise(opened.store), writer.run(failing), raise(opened.store)]);
    });
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(entries.map(({ type }) => type)).toEqual(['warning.raised', 'warning.raised']);
    await writer.run(addTeam(network.of('Agora').caller, { name: 'Another' }));
    expect(opened.store.directory().subscriptions).toHaveLength(following);
  });

  test('find the directory as those before them left it, and leave it known', async () => {
    const { caller } = network.of('Agora');
    const names = ['One', 'Two', 'Three'];
    await Promise.all(names.map((name) => opened.store.writer.run(addTeam(caller, { name }))));
    const known = opened.store.directory().teams.get(caller.organisation.id) ?? [];
    expect(known.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
  });
});

describe('a commit', () => {
  test('has a moment of its own, also after the clock was set back', async () => {
    const owner = new pg.Client({ connectionString: opened.store.databaseUrl });
    await owner.connect();
    await owner.query(`UPDATE tocsin.log_head SET at = now() + interval '1 hour'`);
    await owner.end();
    const moments: string[] = [];
    for (let turn = 0; turn < 3; turn += 1) moments.push((await raise(opened.store)).snapshot.createdAt);
    expect(new Set(moments).size).toBe(3);
    expect(moments).toEqual(moments.toSorted());
  });
});

describe('a database that vanished without a word', () => {
  const heard: LogEntry[] = [];
  let proxy: Proxy;
  let stranded: Store;
  let tail: Tail;

  beforeAll(async () => {
    proxy = await startProxy(opened.store.databaseUrl);
    stranded = await openStore({ databaseUrl: proxy.url, name: 'stranded', log: () => undefined });
    tail = await openTail(stranded, {
      from: 'now',
      onEntries: (entries) => void heard.push(...entries),
      log: () => undefined,
    });
  });

  afterAll(async () => {
    proxy?.cut();
    await tail?.close();
    await stranded?.close();
    await proxy?.close();
  });

  test('is let go of: what waits is refused in time, then writing and reading go on over new connections', async () => {
    const hears = ({ snapshot }: LoadedWarning) =>
      until(() => heard.some(({ warningId }) => warningId === snapshot.id), { timeout: 30_000 });
    await hears(await raise(stranded));
    proxy.strand();
    const began = Date.now();
    // One more than a commit takes: the last waits behind it.
    const outcomes = Array.from({ length: 65 }, () => raise(stranded).catch((error: unknown) => error));
    expect(await outcomes.at(-1)).toMatchObject({ problem: 'unavailable' });
    expect(Date.now() - began).toBeLessThan(15_000);
    expect(await outcomes[0]).toMatchObject({ problem: 'unavailable' });
    await hears(await until(() => raise(stranded), { timeout: 30_000, what: 'a raise over a new connection' }));
  }, 120_000);
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { setEscalationPolicy } from '../../core/store/commands/escalation-policy.ts';
import { openEscalation } from '../../core/store/commands/escalate.ts';
import { raiseWarning } from '../../core/store/commands/raise.ts';
import { addSubscription } from '../../core/store/commands/subscription.ts';
import { readHead, readTimeline, resolveAfter } from '../../core/store/log-reader.ts';
import { openStore, type Store } from '../../core/store/store.ts';
import { createDatabase } from '../support/database.ts';
import { startTestMail, type TestMail } from '../support/mail-server.ts';
import { createNetwork, type TestNetwork } from '../support/network.ts';
import { ran } from '../support/shell.ts';
import { until } from '../support/until.ts';
import { aRaise } from '../support/warnings.ts';
import { startTestWorkers, type TestWorkers } from '../support/workers.ts';

let original: { url: string; drop(): Promise<void> };
let network: TestNetwork;
let mail: TestMail;
let warning: string;
/** As a reader of the original got it last. */
let position: string;
let epoch: number;
const copies: string[] = [];

const open = (databaseUrl: string): Promise<Store> =>
  openStore({ databaseUrl, name: 'restored', log: () => undefined });

/** A network in whose log a step is overdue, as the backup found it. */
beforeAll(async () => {
  mail = await startTestMail();
  original = await createDatabase();
  const store = await open(original.url);
  network = await createNetwork(store, { csos: ['Watch'], platforms: ['Tower'] });
  const { caller, team } = network.of('Tower');
  await store.writer.run(addSubscription(caller, { name: 'All', channels: [{ type: 'live' }] }));
  const to = [{ type: 'role', role: 'owner' } as const];
  await store.writer.run(setEscalationPolicy(caller, { steps: [{ after: 0, to }] }));
  warning = (await store.writer.run(raiseWarning(network.of('Watch').caller, aRaise()))).snapshot.id;
  await store.writer.run(openEscalation(warning, team.id));
  position = (await readHead(store.sql, store.positions)).position;
  epoch = store.network.epoch;
  await store.close();
}, 60_000);

afterAll(async () => {
  for (const copy of copies) await asOwner((client) => client.query(`DROP DATABASE "${copy}" WITH (FORCE)`));
  await mail.close();
  await original.drop();
}, 30_000);

async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: new URL('/postgres', original.url).href });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** What restoring a backup makes: the same tables in another database. */
async function restore(): Promise<string> {
  const from = new URL(original.url).pathname.slice(1);
  const copy = `${from}_restored_${copies.length}`;
  await asOwner((client) => client.query(`CREATE DATABASE "${copy}" TEMPLATE "${from}"`));
  copies.push(copy);
  return new URL(`/${copy}`, original.url).href;
}

/** Waits until the workers on it have read all of the log and looked at all that is due, and answers what they say of holding. */
async function heldBy(workers: TestWorkers): Promise<number> {
  await until(async () => {
    const { rows } = await workers.store.sql.query(
      'SELECT FROM cursor, log_head WHERE cursor.sequence = log_head.sequence',
    );
    const jobs = Object.values(await workers.queues.counts()).flatMap((counts) => Object.values(counts));
    return rows.length > 0 && jobs.every((count) => count === 0);
  });
  const [metric] = (await workers.registry.getMetricsAsJSON()).filter(({ name }) => name === 'tocsin_outbound_held');
  return metric?.values[0]?.value ?? NaN;
}

const fired = async ({ sql, positions }: Store): Promise<number> =>
  (await readTimeline(sql, positions, warning)).filter(({ type }) => type === 'escalation.fired').length;

test('everything outbound of a restored log is held until an operator looks and releases it; readers start over', async () => {
  const databaseUrl = await restore();
  const workers = await startTestWorkers({ databaseUrl, smtpUrl: mail.url });
  const { store } = workers;
  try {
    expect(store.network.epoch).not.toBe(epoch);
    await expect(resolveAfter(store, position)).rejects.toMatchObject({ problem: 'log-restored' });
    expect(await until(async () => (await heldBy(workers)) === 1)).toBe(true);
    await workers.queues.add('acknowledgement', await overdue(store));
    await heldBy(workers);
    expect([await fired(store), mail.received()]).toEqual([0, []]);

    const env = { DATABASE_URL: databaseUrl };
    expect(await ran('node cli/tocsin.js release --look', env)).toMatch(/Held since .*steps that are overdue: 1/s);
    expect(mail.received()).toEqual([]);
    expect(await ran('node cli/tocsin.js release', env)).toContain('Released');
    expect(await ran('node cli/tocsin.js release', env)).toContain('Nothing is held');
    await until(() => mail.to(network.of('Tower').owner.address).length === 1, { timeout: 40_000 });
    expect(await fired(store)).toBe(1);
  } finally {
    await workers.close();
  }
}, 120_000);

test('what is dropped at the release never leaves', async () => {
  const databaseUrl = await restore();
  const store = await open(databaseUrl);
  const said = await ran('node cli/tocsin.js release --drop --json', { DATABASE_URL: databaseUrl });
  expect(JSON.parse(said)).toMatchObject({ steps: 1, released: true, dropped: true });
  const { rows } = await store.sql.query('SELECT state FROM escalation_firing');
  expect(rows).toEqual([{ state: 'dropped' }]);
  expect(await store.recognise()).toBeNull();
  await store.close();
}, 60_000);

async function overdue({ sql }: Store) {
  const { rows } = await sql.query<{ escalation: string; token: string; due_at: Date }>(
    'SELECT escalation_id AS escalation, token, due_at FROM escalation_firing',
  );
  const { escalation = '', token = '', due_at = new Date() } = rows[0] ?? {};
  return { kind: 'fire', escalation, token, dueAt: due_at.toISOString() } as const;
}

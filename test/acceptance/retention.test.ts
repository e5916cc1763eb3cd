import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { verifyChain } from '../../core/store/audit.ts';
import { readHead } from '../../core/store/log-reader.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { signIn } from '../support/session.ts';
import { until } from '../support/until.ts';
import { aRaise } from '../support/warnings.ts';
import { startTestWorkers, type TestWorkers } from '../support/workers.ts';

const env = { TOCSIN_RETENTION_DAYS: '60' };
let at: TestServer;
let workers: TestWorkers;

beforeAll(async () => {
  at = await startTestServer({ csos: ['Ida'], platforms: ['Agora'] }, env);
  workers = await startWorkers();
}, 60_000);

afterAll(async () => {
  await workers?.close();
  await at?.close();
}, 30_000);

const startWorkers = () => startTestWorkers({ databaseUrl: at.store.databaseUrl, smtpUrl: 'smtp://127.0.0.1:1', env });

async function raise(): Promise<string> {
  return (await at.ask('Ida', 'POST /warnings', { body: aRaise() })).body.id as string;
}

const cancel = (id: string) => at.ask('Ida', `POST /warnings/${id}/cancellation`, { body: { reason: 'Over.' } });
const events = (after: string) => at.ask('Agora', `GET /events?after=${after}`);
const head = async () => (await readHead(at.store.sql, at.store.positions)).sequence;

/** Ages what was logged after one sequence up to another, as the owner of the tables. */
async function age(month: string, after: number, upTo: number): Promise<void> {
  await asOwner(
    `CREATE TABLE event_${month.replace('-', '_')} PARTITION OF event FOR VALUES FROM ('${month}-01Z') TO ('${month}-28Z')`,
  );
  await asOwner(`UPDATE event SET at = '${month}-15Z' WHERE sequence > $1 AND sequence <= $2`, [after, upTo]);
}

async function asOwner(text: string, values: unknown[] = []): Promise<void> {
  const owner = new pg.Client({ connectionString: at.store.databaseUrl, options: '-c search_path=tocsin' });
  await owner.connect();
  await owner.query(text, values);
  await owner.end();
}

/** Restarts the workers once they have dealt with all that was logged: housekeeping is the first thing they do. */
async function keepHouse(): Promise<void> {
  const reached = await head();
  await until(async () => {
    const { rows } = await at.store.sql.query<{ sequence: number }>('SELECT sequence FROM cursor');
    return (rows[0]?.sequence ?? 0) >= reached;
  });
  await workers.close();
  workers = await startWorkers();
}

test('months whose time is over are dropped, never one that an active warning needs; who was behind is told', async () => {
  const over = await raise();
  await cancel(over);
  const first = await head();
  const active = await raise();
  const second = await head();
  const later = await raise();
  const { position } = (await events('start')).body.data[0];
  await age('2020-01', 0, first);
  await age('2020-02', first, second);

  await keepHouse();
  await until(async () => (await events(position)).status === 410);
  const truncated = await events(position);
  expect(truncated.body.type).toBe('/problems/log-truncated');
  for (const after of [truncated.body.position, 'start']) {
    const { data } = (await events(after)).body;
    expect(data.map(({ warning }: { warning: { id: string } }) => warning.id)).toEqual([active, later]);
  }
  expect((await at.ask('Agora', `GET /warnings/${over}`)).status).toBe(200);

  await cancel(active);
  await keepHouse();
  await until(async () => (await verifyChain(at.store.sql)).from.sequence === second);
  expect((await verifyChain(at.store.sql)).broken).toBeNull();
  expect((await events('start')).body.data.map(({ type }: { type: string }) => type)).toEqual([
    'warning.raised',
    'warning.cancelled',
  ]);
  expect((await at.ask('Agora', 'GET /me')).body.network.retentionDays).toBe(60);
}, 60_000);

test('the application cannot have the log dropped sooner than after a month', async () => {
  await expect(at.store.sql.query('SELECT drop_event_months(0)')).rejects.toThrow('31 days at least');
});

test('what else is kept for a time goes when that is over, and nothing earlier', async () => {
  const { organisation, owner: member } = at.network.of('Agora');
  await at.ask(null, 'POST /sign-in/link', { body: { address: member.address } });
  await signIn(at.store, member);
  const red = { tlp: 'TLP:RED' as const, audience: { only: [organisation.id] } };
  const { body } = await at.ask('Ida', 'POST /warnings', { body: aRaise(red) });
  await at.ask('Agora', `GET /warnings/${body.id}`);
  const counts = async () => {
    const { rows } = await at.store.sql.query<Record<string, number>>(
      `SELECT (SELECT count(*) FROM session) AS sessions, (SELECT count(*) FROM sign_in_link) AS links,
         (SELECT count(*) FROM warning_read) AS readings, (SELECT count(*) FROM delivery) AS deliveries`,
    );
    return rows[0] as Record<string, number>;
  };
  await keepHouse();
  const before = await counts();
  expect(before).toMatchObject({ sessions: 1, links: 1, readings: 2 });
  expect(before['deliveries']).toBeGreaterThan(0);
  const old = (days: number) => `now() - interval '${days} days'`;
  await asOwner(`UPDATE session SET expires_at = ${old(89)}`);
  await asOwner(`UPDATE sign_in_link SET expires_at = ${old(6)}`);
  await asOwner(`UPDATE warning_read SET at = ${old(759)}`);
  await asOwner(`UPDATE delivery SET state = 'failed', updated_at = ${old(89)}`);
  await keepHouse();
  expect(await counts()).toEqual(before);
  await asOwner(`UPDATE session SET expires_at = ${old(91)}`);
  await asOwner(`UPDATE sign_in_link SET expires_at = ${old(8)}`);
  await asOwner(`UPDATE warning_read SET at = ${old(761)}`);
  await asOwner(`UPDATE delivery SET updated_at = ${old(91)}, warning_id = $1`, [body.id]);
  await keepHouse();
  await until(async () => (await counts())['readings'] === 0);
  // A mail about an active warning is what later ones are threaded on.
  expect(await counts()).toEqual({ sessions: 0, links: 0, readings: 0, deliveries: before['deliveries'] });
  await cancel(body.id as string);
  await asOwner(`UPDATE delivery SET state = 'failed', updated_at = ${old(91)}`);
  await keepHouse();
  await until(async () => (await counts())['deliveries'] === 0);
});

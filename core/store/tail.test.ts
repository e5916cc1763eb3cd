import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { createDatabase } from '../../test/support/database.ts';
import { createNetwork, type TestNetwork } from '../../test/support/network.ts';
import { until } from '../../test/support/until.ts';
import { aRaise } from '../../test/support/warnings.ts';
import { raiseWarning } from './commands/raise.ts';
import { readHead } from './log-reader.ts';
import { openStore, type Store } from './store.ts';
import { openTail, type Tail } from './tail.ts';

let database: Awaited<ReturnType<typeof createDatabase>>;
let store: Store;
let network: TestNetwork;
let tail: Tail;
const heard: number[] = [];
const problems: string[] = [];
let restored = 0;

beforeAll(async () => {
  database = await createDatabase();
  store = await openStore({ databaseUrl: database.url, name: 'test', log: ({ message }) => problems.push(message) });
  network = await createNetwork(store, { csos: ['Ida'] });
  tail = await openTail(store, {
    from: 'now',
    onEntries: (entries) => void heard.push(...entries.map(({ sequence }) => sequence)),
    log: ({ message }) => problems.push(message),
    onRestored: () => (restored += 1),
  });
});

afterAll(async () => {
  await tail.close();
  await store.close();
  await database.drop();
});

const raise = () => store.writer.run(raiseWarning(network.of('Ida').caller, aRaise()));

test('a tail hands nothing on of a log that was restored under it, however far that goes on', async () => {
  await raise();
  const before = await readHead(store.sql, store.positions);
  await Promise.all([raise(), raise()]);
  const head = await readHead(store.sql, store.positions);
  await until(() => tail.sequence === head.sequence);
  expect([problems, heard.at(-1)]).toEqual([[], head.sequence]);

  const admin = new pg.Client({ connectionString: database.url, options: '-c search_path=tocsin' });
  await admin.connect();
  await admin.query('BEGIN');
  await admin.query('DELETE FROM event WHERE sequence > $1', [before.sequence]);
  await admin.query('UPDATE log_head SET sequence = $1, hash = (SELECT hash FROM event WHERE sequence = $1)', [
    before.sequence,
  ]);
  await admin.query('COMMIT');
  await admin.end();
  await until(() => !tail.healthy);
  for (let n = 0; n < 4; n += 1) await raise();
  const problem = problems.length;
  await until(() => problems.length > problem);
  expect([tail.healthy, restored, heard.at(-1)]).toEqual([false, 1, head.sequence]);
  expect(problems[0]).toContain('restored');
});

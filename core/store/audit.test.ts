import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { createNetwork } from '../../test/support/network.ts';
import { openTestStore, type TestStore } from '../../test/support/store.ts';
import { aRaise } from '../../test/support/warnings.ts';
import { verifyChain } from './audit.ts';
import { raiseWarning } from './commands/raise.ts';

let opened: TestStore;
let admin: pg.Client;

beforeAll(async () => {
  opened = await openTestStore();
  // As the owner of the tables: the application may not touch what was appended.
  admin = new pg.Client({ connectionString: opened.store.databaseUrl, options: '-c search_path=tocsin' });
  await admin.connect();
  const network = await createNetwork(opened.store, { csos: ['Ida'], platforms: ['Agora'] });
  const { caller } = network.of('Ida');
  for (let index = 0; index < 5; index += 1) await opened.store.writer.run(raiseWarning(caller, aRaise()));
});

afterAll(async () => {
  await admin.end();
  await opened.close();
});

async function headOf(): Promise<number> {
  const { rows } = await admin.query<{ sequence: string }>('SELECT sequence FROM log_head');
  return Number(rows[0]?.sequence);
}

/** Tampers in a transaction that is undone, and verifies within it. */
async function verifiedAfter(tamper: string, bound: unknown[] = []) {
  const parsed = {
    query: (text: string, values?: unknown[]) => admin.query({ text, values, types } as pg.QueryConfig),
  };
  await admin.query('BEGIN');
  try {
    const { rowCount } = await admin.query(tamper, bound);
    expect(rowCount).toBeGreaterThan(0);
    return await verifyChain(parsed as never);
  } finally {
    await admin.query('ROLLBACK');
  }
}

const int8: number = pg.types.builtins.INT8;
const types = {
  getTypeParser: (oid: number, format: 'text') => (oid === int8 ? Number : pg.types.getTypeParser(oid, format)),
};

test('a log as it was written is whole, from its checkpoint to its head', async () => {
  const pages: [number, number][] = [];
  const { from, to, broken } = await verifyChain(opened.store.sql, (...page) => pages.push(page));
  const head = await headOf();
  expect({ from: from.sequence, to: to.sequence, broken }).toEqual({ from: 0, to: head, broken: null });
  expect(pages.at(-1)).toEqual([head, head]);
});

test.each([
  ['changed content', `UPDATE event SET content = replace(content, '"type"', '"typo"') WHERE sequence = $1`],
  ['another salt', `UPDATE event SET salt = sha256('x') WHERE sequence = $1`],
  ['no salt', 'UPDATE event SET salt = NULL WHERE sequence = $1'],
  ['no content', 'UPDATE event SET content = NULL WHERE sequence = $1'],
  ['another digest', `UPDATE event SET digest = sha256('x') WHERE sequence = $1`],
  [
    'a digest to fit changed content',
    `UPDATE event SET content = '{}', digest = sha256(salt || '{}') WHERE sequence = $1`,
  ],
  ['another hash', `UPDATE event SET hash = sha256('x') WHERE sequence = $1`],
  ['another column', `UPDATE event SET type = 'warning.cancelled' WHERE sequence = $1`],
  ['an event removed', 'DELETE FROM event WHERE sequence = $1'],
])('%s is found at its sequence', async (_what, tamper) => {
  const { to, broken } = await verifiedAfter(tamper, [4]);
  expect(broken?.sequence).toBe(4);
  expect(to.sequence).toBe(3);
});

test('a hash that was kept is held to, and one of another log is not', async () => {
  const { rows } = await admin.query<{ hash: Buffer }>(
    'SELECT hash FROM event WHERE sequence IN (3, 4) ORDER BY sequence',
  );
  const against = async (kept?: Buffer) => (await verifyChain(opened.store.sql, undefined, kept)).holds;
  expect(await Promise.all(rows.map(({ hash }) => against(hash)))).toEqual([true, true]);
  expect(await against()).toBe(true);
  expect(await against(Buffer.alloc(32))).toBe(false);
});

test('erasing what an event said, with its salt, leaves the chain whole', async () => {
  const { to, broken } = await verifiedAfter('UPDATE event SET content = NULL, salt = NULL WHERE sequence = $1', [4]);
  expect({ to: to.sequence, broken }).toEqual({ to: await headOf(), broken: null });
});

test('an event put in twice is found', async () => {
  const { broken } = await verifiedAfter('INSERT INTO event SELECT * FROM event WHERE sequence = $1', [4]);
  expect(broken).toEqual({ sequence: 5, reason: 'another event bears the number before it as well' });
});

test('a log whose end was cut off is found by its head', async () => {
  const head = await headOf();
  const { broken } = await verifiedAfter('DELETE FROM event WHERE sequence > $1', [head - 2]);
  expect(broken).toEqual({ sequence: head - 1, reason: 'it is missing' });
});

test('a log of which nothing is left is found', async () => {
  const { broken } = await verifiedAfter('DELETE FROM event');
  expect(broken).toEqual({ sequence: 1, reason: 'it is missing' });
});

test('what a checkpoint lies before is not missed', async () => {
  const { rows } = await admin.query<{ hash: Buffer }>('SELECT hash FROM event WHERE sequence = 3');
  const { from, broken } = await verifiedAfter(
    `WITH dropped AS (DELETE FROM event WHERE sequence <= 3) INSERT INTO checkpoint (sequence, hash) VALUES (3, $1)`,
    [rows[0]?.hash],
  );
  expect({ from: from.sequence, broken }).toEqual({ from: 3, broken: null });
});

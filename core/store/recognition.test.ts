import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createNetwork } from '../../test/support/network.ts';
import { openTestStore, type TestStore } from '../../test/support/store.ts';
import { isHeld } from './network.ts';
import { recogniseAtStart } from './recognition.ts';

let opened: TestStore;
beforeAll(async () => {
  opened = await openTestStore();
}, 60_000);
afterAll(() => opened.close());

/** As a server has it that was promoted, or restored to a point in time. */
const promote = (): Promise<unknown> => opened.store.sql.query(`UPDATE network SET timeline = '00000000'`);

test('who saw the log before vouches for a server that was promoted: nothing is held, after a moment', async () => {
  const { sql } = opened.store;
  await opened.store.recognise();
  await createNetwork(opened.store, { csos: ['Watch'] });
  await promote();
  expect(await isHeld(sql)).toBe(true);
  expect(await opened.store.recognise()).toBeNull();
  expect(await isHeld(sql)).toBe(false);
});

test('where nobody vouches, the log counts as restored', async () => {
  const { sql, writer, network } = opened.store;
  await promote();
  const [entry] = await opened.logged(async () => {
    const found = await recogniseAtStart(sql, writer, 0);
    expect(found.network.epoch).not.toBe(network.epoch);
    expect(await found.again()).toBeInstanceOf(Date);
  });
  expect(entry?.type).toBe('network.restored');
  expect(await isHeld(sql)).toBe(true);
});

test('a log that lost what this process saw of it counts as restored, whatever database it is in', async () => {
  const { sql, writer } = opened.store;
  await sql.query('UPDATE network SET held_since = NULL');
  const found = await recogniseAtStart(sql, writer);
  expect(await found.again()).toBeNull();
  await sql.query('UPDATE log_head SET hash = sha256(hash)');
  expect(await found.again()).toBeNull();
  await sql.query(`UPDATE log_head SET hash = (SELECT hash FROM event ORDER BY sequence DESC LIMIT 1)`);
  expect(await found.again()).toBeInstanceOf(Date);
});

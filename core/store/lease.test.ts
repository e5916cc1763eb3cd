import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestStore, type TestStore } from '../../test/support/store.ts';
import { until } from '../../test/support/until.ts';
import { moveCursor, readCursor } from './cursors.ts';
import { acquireLease, releaseLease, renewLease } from './lease.ts';

let opened: TestStore;
beforeAll(async () => {
  opened = await openTestStore();
}, 60_000);
afterAll(() => opened.close());

const [one, other] = [randomUUID(), randomUUID()];

test('one holds it at a time; after its expiry or its release the next does, under a greater token', async () => {
  const { sql } = opened.store;
  const first = await acquireLease(sql, 'a', one, 200);
  expect(first).toMatchObject({ holder: one, token: 1 });
  expect(await acquireLease(sql, 'a', other, 200)).toBeUndefined();
  const second = await until(() => acquireLease(sql, 'a', other, 60_000));
  expect(second.token).toBe(2);
  expect(first && (await renewLease(sql, first, 60_000))).toBe(false);
  expect(await renewLease(sql, second, 60_000)).toBe(true);
  await releaseLease(sql, second);
  expect(await acquireLease(sql, 'a', one, 60_000)).toMatchObject({ token: 3 });
});

test('many that ask at once: one gets it', async () => {
  const { sql } = opened.store;
  const answers = await Promise.all(Array.from({ length: 20 }, () => acquireLease(sql, 'b', randomUUID(), 60_000)));
  expect(answers.filter((lease) => lease !== undefined)).toHaveLength(1);
});

test('a cursor moves for its leader alone, and never back', async () => {
  const { sql } = opened.store;
  const former = await acquireLease(sql, 'c', one, 1);
  const leading = await until(() => acquireLease(sql, 'c', other, 60_000));
  expect(await moveCursor(sql, 'c', 10, leading)).toBe(true);
  expect(former && (await moveCursor(sql, 'c', 99, former))).toBe(false);
  expect(await moveCursor(sql, 'c', 4, leading)).toBe(true);
  expect(await readCursor(sql, 'c')).toBe(10);
  expect(await readCursor(sql, 'never moved')).toBe(0);
});

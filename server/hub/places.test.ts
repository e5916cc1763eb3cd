import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestStore, type TestStore } from '../../test/support/store.ts';
import { Places } from './places.ts';

let held: TestStore;

beforeAll(async () => {
  held = await openTestStore();
});
afterAll(() => held.close());

test('a place that was read is remembered, as long as it cannot have been dropped from the log meanwhile', async () => {
  const places = new Places(held.store);
  const days = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString();
  const [old, young] = [1, 2].map((sequence) => held.store.positions.encode(sequence, Buffer.alloc(32))) as [
    string,
    string,
  ];
  places.learn([
    { position: old, sequence: 1, at: days(31) },
    { position: young, sequence: 2, at: days(29) },
  ]);
  expect(await places.find(young)).toEqual({ sequence: 2, position: young });
  await expect(places.find(old)).rejects.toMatchObject({ problem: 'log-restored' });
});

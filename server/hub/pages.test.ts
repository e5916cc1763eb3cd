import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readerOf } from '../../core/domain/organisation.ts';
import { canonicalFilter } from '../../core/domain/filter.ts';
import { raiseWarning } from '../../core/store/commands/raise.ts';
import { readHead } from '../../core/store/log-reader.ts';
import { createNetwork, type TestNetwork } from '../../test/support/network.ts';
import { openTestStore, type TestStore } from '../../test/support/store.ts';
import { aRaise } from '../../test/support/warnings.ts';
import { Pages, type Audience } from './pages.ts';

let held: TestStore;
let network: TestNetwork;

beforeAll(async () => {
  held = await openTestStore();
  network = await createNetwork(held.store, { csos: ['Amal'], platforms: ['Agora'] });
});
afterAll(() => held.close());

test('a page that a slow reader holds goes stale although it was swept meanwhile', async () => {
  const { store } = held;
  await store.writer.run(raiseWarning(network.of('Amal').caller, aRaise()));
  const { sequence } = await readHead(store.sql, store.positions);
  const pages = new Pages(store, () => undefined);
  const audience: Audience = {
    key: 'Agora',
    reader: readerOf(network.of('Agora').caller),
    filters: [canonicalFilter({})],
  };
  const page = await pages.after(0, sequence);
  expect(page.stretch(audience, 0, sequence).parcel?.sent).toHaveLength(1);
  pages.sweep(Date.now() + 60_000);
  expect(page.stale).toBe(false);
  pages.clear();
  expect(page.stale).toBe(true);
  expect((await pages.after(0, sequence)).stale).toBe(false);
});

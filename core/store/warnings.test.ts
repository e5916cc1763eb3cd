import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createNetwork, type TestNetwork } from '../../test/support/network.ts';
import { openTestStore, type TestStore } from '../../test/support/store.ts';
import { aRaise } from '../../test/support/warnings.ts';
import { readerOf } from '../domain/organisation.ts';
import { raiseWarning } from './commands/raise.ts';
import { reviseWarning } from './commands/revise.ts';
import { readTimeline } from './log-reader.ts';
import { toldEvents } from './told.ts';
import type { Queryable } from './unit.ts';
import { listWarnings, loadWarning } from './warnings.ts';

let opened: TestStore;
let network: TestNetwork;
let warningId: string;

beforeAll(async () => {
  opened = await openTestStore();
  network = await createNetwork(opened.store, { csos: ['Ida'] });
  const { caller } = network.of('Ida');
  const run = opened.store.writer;
  warningId = (await run.run(raiseWarning(caller, aRaise({ description: 'Text 1' })))).snapshot.id;
  await run.run(reviseWarning(caller, warningId, { description: 'Text 2', tlp: 'TLP:CLEAR' }, [1]));
  await run.run(reviseWarning(caller, warningId, { description: 'Text 3', countries: [], tlp: 'TLP:AMBER' }, [2]));
});

afterAll(() => opened?.close());

/** Reads through it, and remembers all that was read. */
function remembering(): { sql: Queryable; texts: () => string[] } {
  const read: unknown[] = [];
  return {
    sql: {
      async query<Row extends object>(text: string, values?: readonly unknown[]) {
        const result = await opened.store.sql.query<Row>(text, values);
        read.push(result.rows);
        return result;
      },
    },
    texts: () => [...new Set(JSON.stringify(read).match(/Text \d/g))].toSorted(),
  };
}

describe('a warning of many revisions', () => {
  test('is loaded with the markings of all and the text of the newest alone', async () => {
    const { sql, texts } = remembering();
    const loaded = await loadWarning(sql, warningId);
    expect(texts()).toEqual(['Text 3']);
    expect(loaded?.snapshot).toMatchObject({ revision: 3, content: { description: 'Text 3', tlp: 'TLP:AMBER' } });
    expect(loaded?.history.revisions).toMatchObject([
      { revision: 1, facets: { countries: aRaise().countries } },
      { revision: 2, marking: { tlp: 'TLP:CLEAR' } },
      { revision: 3, marking: { tlp: 'TLP:AMBER' }, facets: { countries: [] } },
    ]);
  });

  test('tells an event with the text of its own revision alone', async () => {
    const { store } = opened;
    const [, second] = await readTimeline(store.sql, store.positions, warningId);
    const { sql, texts } = remembering();
    const told = await toldEvents({ ...store, sql }, second ? [second] : []);
    expect(texts()).toEqual(['Text 2']);
    expect(told).toMatchObject([{ warning: { revision: 2, content: { description: 'Text 2' } } }]);
    expect(told[0]?.history.revisions).toHaveLength(3);
  });
});

test('nothing is found by what folds to nothing', async () => {
  const reader = readerOf(network.of('Ida').caller);
  const found = async (q: string) => (await listWarnings(opened.store.sql, reader, { q })).warnings.length;
  expect([await found('TEXT'), await found('\u0301\u0301')]).toEqual([1, 0]);
});

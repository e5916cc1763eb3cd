import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createNetwork, type TestNetwork } from '../../test/support/network.ts';
import { openTestStore, type TestStore } from '../../test/support/store.ts';
import { aRaise } from '../../test/support/warnings.ts';
import type { RaiseRequest } from '../contract/warning.ts';
import { readerOf } from '../domain/organisation.ts';
import { cancelWarning } from './commands/cancel.ts';
import { raiseWarning } from './commands/raise.ts';
import { similarWarnings } from './preview.ts';
import type { Store } from './store.ts';

let opened: TestStore;
let store: Store;
let network: TestNetwork;

beforeAll(async () => {
  opened = await openTestStore();
  store = opened.store;
  network = await createNetwork(store, { csos: ['Zara', 'Ligue'], coordinator: 'Hub' });
});

afterAll(() => opened?.close());

async function raise(changes: Partial<RaiseRequest>): Promise<string> {
  return (await store.writer.run(raiseWarning(network.of('Zara').caller, aRaise(changes)))).snapshot.id;
}

describe('similar warnings', () => {
  test('are active, of the same status, likest first, and only what the reader may see in full', async () => {
    const same = await raise({});
    const near = await raise({ headline: 'Aufruf gegen Synagogen', countries: ['DE', 'AT'], languages: ['de', 'en'] });
    const far = { countries: ['FR'], languages: ['fr'], grounds: ['disability' as const], trigger: 'trial' as const };
    await raise({ ...far, headline: 'Procès', description: 'Un procès commence.' });
    await raise({ status: 'exercise' });
    const over = await raise({});
    await store.writer.run(cancelWarning(network.of('Zara').caller, over, 'Over.'));
    const own = { only: [network.of('Zara').organisation.id] };
    const closed = await raise({ audience: own, tlp: 'TLP:RED' });

    const find = async (name: string, except?: string): Promise<string[]> => {
      const found = await similarWarnings(store.sql, readerOf(network.of(name).caller), aRaise(), 5, except);
      const scores = found.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((one, other) => other - one));
      expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
      return found.map(({ snapshot }) => snapshot.id);
    };
    expect(await find('Ligue')).toEqual([same, near]);
    expect(await find('Hub')).toEqual([same, near]);
    expect((await find('Zara')).toSorted()).toEqual([same, near, closed].toSorted());
    expect(await find('Ligue', same)).toEqual([near]);
  });

  test('are none where nothing is written yet', async () => {
    expect(await similarWarnings(store.sql, readerOf(network.of('Ligue').caller), {}, 5)).toEqual([]);
  });
});

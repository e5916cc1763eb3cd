import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readerOf } from '../../domain/organisation.ts';
import { tell, viewFor } from '../../domain/telling.ts';
import { createNetwork, type TestNetwork } from '../../../test/support/network.ts';
import { openTestStore, type TestStore } from '../../../test/support/store.ts';
import { aRaise } from '../../../test/support/warnings.ts';
import { listCorroborations } from '../corroborations.ts';
import type { Store } from '../store.ts';
import { toldEvents } from '../told.ts';
import { loadWarning } from '../warnings.ts';
import { cancelWarning } from './cancel.ts';
import { corroborateWarning, withdrawCorroboration } from './corroborate.ts';
import { raiseWarning } from './raise.ts';

let opened: TestStore;
let store: Store;
let network: TestNetwork;
let warningId: string;

beforeAll(async () => {
  opened = await openTestStore();
  store = opened.store;
  network = await createNetwork(store, { csos: ['Zara', 'Fundacja', 'Ligue', 'Outside'] });
});

beforeEach(async () => {
  const audience = { except: [network.of('Outside').organisation.id] };
  const raised = await store.writer.run(raiseWarning(network.of('Zara').caller, aRaise({ audience })));
  warningId = raised.snapshot.id;
});

afterAll(() => opened?.close());

async function counts(): Promise<{ seen: number; notSeen: number } | undefined> {
  return (await loadWarning(store.sql, warningId))?.snapshot.corroborations;
}

describe('a corroboration', () => {
  test('is counted, replaced and withdrawn, and each event says what was said then', async () => {
    const fundacja = network.of('Fundacja');
    const entries = await opened.logged(async () => {
      const sent = { countries: ['PL'], languages: ['pl'], note: 'Also on Polish channels.' };
      const first = await store.writer.run(corroborateWarning(fundacja.caller, warningId, sent));
      expect(first).toMatchObject({ replaced: false, corroboration: { ...sent, sighting: 'seen', version: 1 } });
      await store.writer.run(corroborateWarning(network.of('Ligue').caller, warningId, { sighting: 'not_seen' }));
      expect(await counts()).toEqual({ seen: 1, notSeen: 1 });

      const second = await store.writer.run(
        corroborateWarning(fundacja.caller, warningId, { sighting: 'not_seen', withhold: true }),
      );
      expect(second).toMatchObject({
        replaced: true,
        corroboration: { id: first.corroboration.id, countries: [], note: '', withhold: true, version: 2 },
      });
      expect(await counts()).toEqual({ seen: 0, notSeen: 2 });
      await store.writer.run(withdrawCorroboration(fundacja.caller, warningId));
      expect(await counts()).toEqual({ seen: 0, notSeen: 1 });
    });
    expect(JSON.stringify(entries.map(({ data }) => data))).not.toContain('Polish');
    const told = await toldEvents(store, entries);
    expect(
      told.map(({ data, warning }) => {
        const { corroboration, edited, withdrawn } = data as {
          corroboration: { note: string; sighting: string };
          edited: boolean;
          withdrawn: boolean;
        };
        return [corroboration.sighting, corroboration.note, edited, withdrawn, warning.corroborations];
      }),
    ).toEqual([
      ['seen', 'Also on Polish channels.', false, false, { seen: 1, notSeen: 0 }],
      ['not_seen', '', false, false, { seen: 1, notSeen: 1 }],
      ['not_seen', '', true, false, { seen: 0, notSeen: 2 }],
      ['not_seen', '', false, true, { seen: 0, notSeen: 1 }],
    ]);
    const { data, more } = await listCorroborations(store.sql, warningId, [1], 1);
    expect(data.map(({ organisationId }) => organisationId)).toEqual([network.of('Ligue').organisation.id]);
    expect(more).toBe(false);
  });

  test('said again is nothing; after it was withdrawn it is a new one', async () => {
    const { caller } = network.of('Ligue');
    const say = () => store.writer.run(corroborateWarning(caller, warningId, { note: 'Yes.' }));
    const first = await say();
    const entries = await opened.logged(async () => {
      expect(await say()).toEqual({ corroboration: first.corroboration, replaced: true });
    });
    expect(entries).toEqual([]);
    await store.writer.run(withdrawCorroboration(caller, warningId));
    const again = await say();
    expect(again.replaced).toBe(false);
    expect(again.corroboration.id).not.toBe(first.corroboration.id);
    expect(await counts()).toEqual({ seen: 1, notSeen: 0 });
  });

  test('that withholds its organisation now withholds it in what was told before, also after it was withdrawn', async () => {
    const ligue = network.of('Ligue');
    const say = (withhold: boolean) => store.writer.run(corroborateWarning(ligue.caller, warningId, { withhold }));
    const entries = await opened.logged(async () => {
      await say(false);
      await store.writer.run(withdrawCorroboration(ligue.caller, warningId));
      await say(false);
    });
    const seen = async (name: string): Promise<string[]> => {
      const reader = readerOf(network.of(name).caller);
      return (await toldEvents(store, entries)).map((event) => {
        const view = viewFor(event, reader);
        return JSON.stringify(view && tell(event, view, reader, store.directory()));
      });
    };
    for (const text of await seen('Fundacja')) expect(text).toContain('Ligue');
    await say(true);
    for (const text of await seen('Fundacja')) {
      expect(text).toContain('A member of the network');
      expect(text).not.toContain('Ligue');
      expect(text).not.toContain(ligue.organisation.id);
    }
    for (const text of await seen('Ligue')) expect(text).toContain('Ligue');
    await store.writer.run(withdrawCorroboration(ligue.caller, warningId));
    for (const text of await seen('Fundacja')) expect(text).not.toContain('Ligue');
  });

  test('is refused to the issuer, to who may not see the warning, without one, and when it is over', async () => {
    const say = (name: string): Promise<unknown> =>
      store.writer.run(corroborateWarning(network.of(name).caller, warningId, {}));
    await expect(say('Zara')).rejects.toMatchObject({ problem: 'own-warning' });
    await expect(say('Outside')).rejects.toMatchObject({ problem: 'not-found' });
    const { caller } = network.of('Ligue');
    await expect(store.writer.run(withdrawCorroboration(caller, warningId))).rejects.toMatchObject({
      problem: 'not-found',
    });
    await store.writer.run(cancelWarning(network.of('Zara').caller, warningId, 'Called off.'));
    await expect(say('Ligue')).rejects.toMatchObject({
      problem: 'warning-not-active',
      details: { state: 'cancelled' },
    });
  });
});

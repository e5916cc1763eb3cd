import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createNetwork, type TestNetwork } from '../../test/support/network.ts';
import { openTestStore, type TestStore } from '../../test/support/store.ts';
import { aRaise } from '../../test/support/warnings.ts';
import { acknowledgementsOf } from './acknowledgements.ts';
import { raiseWarning } from './commands/raise.ts';
import { recordReceipts } from './receipts.ts';

let opened: TestStore;
let network: TestNetwork;

beforeAll(async () => {
  opened = await openTestStore();
  network = await createNetwork(opened.store, { csos: ['Ida'], platforms: ['Agora', 'Bazaar'] });
});

afterAll(() => opened?.close());

test('nothing is received before it was raised or later than now, however wrong the clock of a node', async () => {
  const { sql, writer } = opened.store;
  const { snapshot } = await writer.run(raiseWarning(network.of('Ida').caller, aRaise()));
  const receipt = (name: string, at: string) => {
    const { organisation, team } = network.of(name);
    return { warningId: snapshot.id, teamId: team.id, organisationId: organisation.id, revision: 1, seen: false, at };
  };
  const now = await writer.run(async (unit) => {
    await recordReceipts(unit, [
      receipt('Agora', '2020-01-01T00:00:00.000Z'),
      receipt('Bazaar', '2120-01-01T00:00:00.000Z'),
    ]);
    return unit.at;
  });
  const [agora, bazaar] = ['Agora', 'Bazaar'].map((name) => network.of(name).team.id);
  const delivered = async (team = '') =>
    (await acknowledgementsOf(sql, [snapshot.id], [team]))[0]?.acknowledgement.deliveredAt;
  expect([await delivered(agora), await delivered(bazaar)]).toEqual([snapshot.createdAt, now]);
});

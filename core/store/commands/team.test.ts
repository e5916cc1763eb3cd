import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createNetwork, type TestNetwork } from '../../../test/support/network.ts';
import { openTestStore, type TestStore } from '../../../test/support/store.ts';
import { aRaise } from '../../../test/support/warnings.ts';
import type { Store } from '../store.ts';
import { acknowledgeWarning } from './acknowledge.ts';
import { setEscalationPolicy } from './escalation-policy.ts';
import { revokeKey } from './key.ts';
import { raiseWarning } from './raise.ts';
import { addSubscription, changeSubscription } from './subscription.ts';
import { addTeam, changeTeam, removeTeam } from './team.ts';

let opened: TestStore;
let store: Store;
let network: TestNetwork;

beforeAll(async () => {
  opened = await openTestStore();
  store = opened.store;
  network = await createNetwork(store, { csos: ['Zara'], platforms: ['Chirper', 'Flix'] });
});

afterAll(() => opened?.close());

describe('teams', () => {
  test('are added behind the first and renamed; the same name again is nothing', async () => {
    const { caller, organisation } = network.of('Flix');
    const entries = await opened.logged(async () => {
      const team = await store.writer.run(addTeam(caller, { name: 'Deutsch' }));
      expect(await store.writer.run(changeTeam(caller, team.id, { name: 'DACH' }))).toEqual({ ...team, name: 'DACH' });
      expect(await store.writer.run(changeTeam(caller, team.id, { name: 'DACH' }))).toEqual({ ...team, name: 'DACH' });
      await store.writer.run(changeTeam(caller, team.id, {}));
    });
    expect(entries.map(({ type }) => type)).toEqual(['team.added', 'team.changed']);
    expect(entries[0]?.actor).toMatchObject({ organisationId: organisation.id, memberId: null });
    expect(
      store
        .directory()
        .teams.get(organisation.id)
        ?.map(({ name }) => name),
    ).toEqual(['Flix', 'DACH']);
  });

  test('are nobody else’s', async () => {
    const { team } = network.of('Flix');
    const { caller } = network.of('Chirper');
    await expect(store.writer.run(changeTeam(caller, team.id, { name: 'Mine' }))).rejects.toMatchObject({
      problem: 'not-found',
    });
    await expect(store.writer.run(removeTeam(caller, team.id))).rejects.toMatchObject({ problem: 'not-found' });
  });

  test('stay when they are the last one', async () => {
    const { caller, team } = network.of('Chirper');
    await expect(store.writer.run(removeTeam(caller, team.id))).rejects.toMatchObject({ problem: 'state-conflict' });
  });

  test('go with their subscriptions and their policy, once nobody waits for them and no key is theirs alone', async () => {
    const { caller, organisation } = network.of('Chirper');
    const team = await store.writer.run(addTeam(caller, { name: 'Deutsch' }));
    const { key } = await network.key('Chirper', { teams: [team] });
    const { id } = await store.writer.run(
      addSubscription(caller, { team: team.id, name: 'All', channels: [{ type: 'live' }] }),
    );
    await store.writer.run(setEscalationPolicy(caller, { steps: [] }, team.id));
    const { snapshot } = await store.writer.run(raiseWarning(network.of('Zara').caller, aRaise()));
    const remove = (): Promise<void> => store.writer.run(removeTeam(caller, team.id));

    await expect(remove()).rejects.toMatchObject({ problem: 'state-conflict', details: { state: 'pending' } });
    await store.writer.run(changeSubscription(caller, id, { paused: true }));
    const answering = { ...caller, teams: [team] };
    await store.writer.run(acknowledgeWarning(answering, snapshot.id, { state: 'acknowledged', team: team.id }));

    await expect(remove()).rejects.toThrow('API key');
    await store.writer.run(revokeKey(key.id));

    const entries = await opened.logged(remove);
    expect(entries.map(({ type, data }) => [type, data.team, data.subscription])).toEqual([
      ['subscription.removed', team.id, id],
      ['team.removed', team.id, undefined],
    ]);
    const directory = store.directory();
    expect(directory.teams.get(organisation.id)).toHaveLength(1);
    expect(directory.subscriptions.filter(({ teamId }) => teamId === team.id)).toEqual([]);
    expect(directory.policies.has(team.id)).toBe(false);
    await expect(remove()).rejects.toMatchObject({ problem: 'not-found' });
  });
});

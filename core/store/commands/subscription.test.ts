import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createNetwork, type TestNetwork } from '../../../test/support/network.ts';
import { openTestStore, type TestStore } from '../../../test/support/store.ts';
import type { SubscriptionRequest } from '../../contract/subscription.ts';
import { limits } from '../../contract/limits.ts';
import type { Store } from '../store.ts';
import { findSubscription, listSubscriptions } from '../subscriptions.ts';
import { addSubscription, changeSubscription, removeSubscription } from './subscription.ts';
import { addTeam } from './team.ts';

let opened: TestStore;
let store: Store;
let network: TestNetwork;

beforeAll(async () => {
  opened = await openTestStore();
  store = opened.store;
  network = await createNetwork(store, { csos: ['Zara'], platforms: ['Chirper', 'Flix', 'Full'] });
});

afterAll(() => opened?.close());

const live: SubscriptionRequest = { name: 'All', channels: [{ type: 'live' }] };

describe('subscriptions', () => {
  test('are in the directory and in the table as they are answered, for the first team unless told', async () => {
    const { caller, organisation, team } = network.of('Chirper');
    const sent: SubscriptionRequest = { ...live, filter: { countries: ['PL', 'DE'] } };
    const entries = await opened.logged(async () => {
      const subscription = await store.writer.run(addSubscription(caller, sent));
      expect(subscription).toMatchObject({ teamId: team.id, paused: false, filter: { countries: ['DE', 'PL'] } });
      expect(store.directory().subscriptionsByOrganisation.get(organisation.id)).toEqual([subscription]);
      expect(await findSubscription(store.sql, organisation.id, subscription.id)).toEqual(subscription);
      expect(await findSubscription(store.sql, network.of('Flix').organisation.id, subscription.id)).toBeUndefined();
    });
    expect(entries.map(({ type }) => type)).toEqual(['subscription.added']);
    expect(JSON.stringify(entries[0]?.data)).not.toContain('All');
  });

  test('change by a merge patch, from their place in the log on; no change is no event', async () => {
    const { caller, team } = network.of('Flix');
    const second = await store.writer.run(addTeam(caller, { name: 'Second' }));
    const before = await store.writer.run(
      addSubscription(caller, { ...live, team: second.id, filter: { grounds: ['antisemitism'], severity: 'severe' } }),
    );
    const entries = await opened.logged(async () => {
      const same = { name: 'All', team: second.id, filter: { severity: 'severe' } } as const;
      expect(await store.writer.run(changeSubscription(caller, before.id, same))).toEqual(before);
      const after = await store.writer.run(
        changeSubscription(caller, before.id, { team: null, paused: true, filter: { severity: null } }),
      );
      expect(after).toEqual({
        ...before,
        teamId: team.id,
        paused: true,
        filter: { ...before.filter, severity: 'minor' },
        updatedAt: after.updatedAt,
      });
      expect(store.directory().subscriptions).toContainEqual(after);
    });
    expect(entries.map(({ type }) => type)).toEqual(['subscription.changed']);
    expect(store.directory().sequence).toBe(entries[0]?.sequence);
  });

  test('are removed, and nobody else’s', async () => {
    const { caller, organisation } = network.of('Chirper');
    const { id } = await store.writer.run(addSubscription(caller, live));
    const other = network.of('Flix').caller;
    await expect(store.writer.run(removeSubscription(other, id))).rejects.toMatchObject({ problem: 'not-found' });
    await expect(store.writer.run(changeSubscription(other, id, {}))).rejects.toMatchObject({ problem: 'not-found' });
    const entries = await opened.logged(() => store.writer.run(removeSubscription(caller, id)));
    expect(entries.map(({ type, data }) => [type, data.subscription])).toEqual([['subscription.removed', id]]);
    expect(await findSubscription(store.sql, organisation.id, id)).toBeUndefined();
    expect(store.directory().subscriptions.filter((one) => one.id === id)).toEqual([]);
  });

  test('name a team and members of their own organisation', async () => {
    const { caller } = network.of('Chirper');
    const { team, owner } = network.of('Zara');
    await expect(store.writer.run(addSubscription(caller, { ...live, team: team.id }))).rejects.toMatchObject({
      details: { errors: [{ pointer: '/team' }] },
    });
    const mail: SubscriptionRequest = {
      name: 'Mail',
      channels: [{ type: 'email', to: [{ type: 'member', id: owner.id }] }],
    };
    await expect(store.writer.run(addSubscription(caller, mail))).rejects.toMatchObject({
      details: { errors: [{ pointer: '/channels/0/to/0/id' }] },
    });
  });

  test('have their raw addresses asked, each once', async () => {
    const { caller, organisation } = network.of('Zara');
    const to = [
      { type: 'email', address: 'desk@zara.example' },
      { type: 'email', address: 'desk@zara.example' },
      { type: 'role', role: 'owner' },
    ] as const;
    const mail: SubscriptionRequest = { name: 'Mail', channels: [{ type: 'email', to: [...to] }] };
    const { id } = await store.writer.run(addSubscription(caller, mail));
    await store.writer.run(changeSubscription(caller, id, { name: 'Mails' }));
    const { rows } = await store.sql.query<{ recipient: string }>(
      `SELECT recipient FROM delivery WHERE organisation_id = $1 AND kind = 'confirmation'`,
      [organisation.id],
    );
    expect(rows).toEqual([{ recipient: 'desk@zara.example' }]);
  });

  test('are counted, also when many ask at once, and listed newest first', async () => {
    const { caller, organisation } = network.of('Full');
    const asked = Array.from({ length: limits.subscriptions + 2 }, () =>
      store.writer.run(addSubscription(caller, live)),
    );
    const outcomes = await Promise.allSettled(asked);
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
    expect(refused).toHaveLength(2);
    expect(refused[0]).toMatchObject({ problem: 'state-conflict', details: { limit: limits.subscriptions } });

    const first = await listSubscriptions(store.sql, organisation.id, 60);
    const second = await listSubscriptions(store.sql, organisation.id, 60, first.data.at(-1));
    expect([first.more, second.more]).toEqual([true, false]);
    const all = [...first.data, ...second.data];
    expect(new Set(all.map(({ id }) => id)).size).toBe(limits.subscriptions);
    const order = all.map(({ createdAt, id }) => `${createdAt} ${id}`);
    expect(order).toEqual(order.toSorted().toReversed());
  });
});

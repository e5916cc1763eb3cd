import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createNetwork, type TestNetwork } from '../../../test/support/network.ts';
import { openTestStore, type TestStore } from '../../../test/support/store.ts';
import type { EscalationPolicyRequest, Target } from '../../contract/escalation-policy.ts';
import type { Store } from '../store.ts';
import { tokenDigest } from '../token.ts';
import { confirmAddress, confirmationDays } from './address.ts';
import { setEscalationPolicy } from './escalation-policy.ts';

let opened: TestStore;
let store: Store;
let network: TestNetwork;

beforeAll(async () => {
  opened = await openTestStore();
  store = opened.store;
  network = await createNetwork(store, { platforms: ['Chirper', 'Flix'] });
});

afterAll(() => opened?.close());

const policy = (...steps: Target[][]): EscalationPolicyRequest => ({ steps: steps.map((to) => ({ after: 600, to })) });
const mail = (address: string): Target => ({ type: 'email', address, language: 'de' });

interface Invitation {
  recipient: string;
  event_id: string;
  content: string;
}

async function invitations(address: string): Promise<(Invitation & { token: string })[]> {
  const { rows } = await store.sql.query<Invitation>(
    `SELECT recipient, event_id, content FROM delivery
     WHERE kind = 'confirmation' AND state = 'pending' AND recipient = $1 ORDER BY created_at`,
    [address],
  );
  return rows.map((row) => ({ ...row, token: (JSON.parse(row.content) as { token: string }).token }));
}

describe('an escalation policy', () => {
  test('is kept whole, with its defaults, in place of the one before', async () => {
    const { caller, owner, team } = network.of('Chirper');
    const hours = { timeZone: 'Europe/Berlin', quiet: [{ days: ['sat' as const], from: '22:00', to: '06:00' }] };
    await store.writer.run(setEscalationPolicy(caller, { ...policy([{ type: 'role', role: 'owner' }]), hours }));
    expect(store.directory().policies.get(team.id)?.hours).toEqual(hours);
    const entries = await opened.logged(async () => {
      const sent = policy([{ type: 'member', id: owner.id }], [{ type: 'coordinator' }]);
      const set = await store.writer.run(setEscalationPolicy(caller, sent, team.id));
      expect(set).toEqual({
        steps: sent.steps.map((step) => ({ ...step, severity: 'minor', quiet: 'wait', repeat: null })),
        hours: null,
        updatedAt: set.updatedAt,
      });
      expect(store.directory().policies.get(team.id)).toEqual(set);
    });
    expect(entries.map(({ type, data }) => [type, data])).toEqual([['escalation-policy.changed', { team: team.id }]]);
  });

  test.each([
    ['a webhook', [[{ type: 'webhook', subscription: 'a' }]], 'channel-unavailable', '/steps/0/to/0'],
    ['the coordinator before the last step', [[{ type: 'coordinator' }], []], 'invalid-request', '/steps/0/to/0'],
    ['a member of nobody', [[], [{ type: 'member', id: 'nobody' }]], 'invalid-request', '/steps/1/to/0/id'],
  ] as [string, Target[][], string, string][])('refuses %s at its place', async (_, steps, problem, pointer) => {
    await expect(
      store.writer.run(setEscalationPolicy(network.of('Chirper').caller, policy(...steps))),
    ).rejects.toMatchObject({ problem, details: { errors: [{ in: 'body', pointer }] } });
  });

  test('refuses members and teams of others', async () => {
    const { caller } = network.of('Chirper');
    const { owner, team } = network.of('Flix');
    const sent = policy([{ type: 'member', id: owner.id }]);
    await expect(store.writer.run(setEscalationPolicy(caller, sent))).rejects.toMatchObject({
      details: { errors: [{ pointer: '/steps/0/to/0/id' }] },
    });
    await expect(store.writer.run(setEscalationPolicy(caller, policy(), team.id))).rejects.toMatchObject({
      problem: 'invalid-request',
      details: { errors: [{ in: 'query', pointer: '/team' }] },
    });
  });
});

describe('a raw address', () => {
  test('is asked once by mail, and confirmed by the token that stands there alone', async () => {
    const { caller, organisation } = network.of('Chirper');
    const sent = policy([mail('night@chirper.example')], [mail('night@chirper.example')]);
    const entries = await opened.logged(() => store.writer.run(setEscalationPolicy(caller, sent)));
    await store.writer.run(setEscalationPolicy(caller, sent));
    const asked = await invitations('night@chirper.example');
    expect(asked).toHaveLength(1);
    const token = asked[0]?.token ?? '';
    expect(asked[0]?.event_id).toBe(entries[0]?.id);
    expect(JSON.parse(asked[0]?.content ?? '')).toEqual({ token, language: 'de' });
    const name = `${organisation.id} night@chirper.example`;
    expect(store.directory().confirmedAddresses.has(name)).toBe(false);

    const confirmed = await opened.logged(async () => {
      const whose = { organisationId: organisation.id, address: 'night@chirper.example' };
      expect(await store.writer.run(confirmAddress(tokenDigest(token)))).toEqual(whose);
      expect(await store.writer.run(confirmAddress(tokenDigest(token)))).toEqual(whose);
    });
    expect(confirmed.map(({ type, data }) => [type, data])).toEqual([
      ['address.confirmed', { organisation: organisation.id }],
    ]);
    expect(store.directory().confirmedAddresses.has(name)).toBe(true);
    await store.writer.run(setEscalationPolicy(caller, sent));
    expect(await invitations('night@chirper.example')).toHaveLength(1);
  });

  test('is not confirmed by a token that is unknown, too old, or replaced after a day', async () => {
    const { caller } = network.of('Flix');
    const sent = policy([mail('night@flix.example')]);
    await expect(store.writer.run(confirmAddress(tokenDigest('guess')))).rejects.toMatchObject({
      problem: 'not-found',
    });
    await store.writer.run(setEscalationPolicy(caller, sent));
    await store.sql.query(
      `UPDATE address SET created_at = created_at - make_interval(days => $1, secs => 1) WHERE address = $2`,
      [confirmationDays, 'night@flix.example'],
    );
    const [old] = await invitations('night@flix.example');
    await expect(store.writer.run(confirmAddress(tokenDigest(old?.token ?? '')))).rejects.toMatchObject({
      problem: 'not-found',
    });
    await store.writer.run(setEscalationPolicy(caller, sent));
    const newer = (await invitations('night@flix.example')).at(-1);
    expect(newer?.token).not.toBe(old?.token);
    await expect(store.writer.run(confirmAddress(tokenDigest(old?.token ?? '')))).rejects.toThrow('replaced');
    await expect(store.writer.run(confirmAddress(tokenDigest(newer?.token ?? '')))).resolves.toMatchObject({
      address: 'night@flix.example',
    });
  });
});

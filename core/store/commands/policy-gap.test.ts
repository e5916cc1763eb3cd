import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createNetwork, type Inhabitant, type TestNetwork } from '../../../test/support/network.ts';
import { openTestStore, type TestStore } from '../../../test/support/store.ts';
import type { Target } from '../../contract/escalation-policy.ts';
import { teamsToLookAt } from '../policy-gaps.ts';
import { addMember, removeMember } from './member.ts';
import { removeEscalationPolicy, setEscalationPolicy } from './escalation-policy.ts';
import { lookForGaps } from './policy-gap.ts';

let opened: TestStore;
let network: TestNetwork;
let agora: Inhabitant;
let added = 0;

beforeAll(async () => {
  opened = await openTestStore();
  network = await createNetwork(opened.store, { platforms: ['Agora', 'Plaza'], coordinator: 'Hub' });
  agora = network.of('Agora');
});
afterAll(() => opened?.close());

beforeEach(async () => {
  await opened.store.writer.run(removeEscalationPolicy(agora.caller));
  await look();
});

const policy = (...to: Target[]) =>
  opened.store.writer.run(
    setEscalationPolicy(agora.caller, {
      steps: [
        { after: 600, to },
        { after: 60, to },
      ],
    }),
  );

/** What the leader does once an hour; answers how many teams there were to look at. */
async function look(): Promise<number> {
  const teams = await teamsToLookAt(opened.store);
  for (const team of teams) await opened.store.writer.run(lookForGaps(team));
  return teams.length;
}

/** As if what was found had been found that much earlier. */
async function after(hours: number): Promise<number> {
  await opened.store.sql.query('UPDATE policy_gap SET found_at = found_at - make_interval(hours => $1)', [hours]);
  return look();
}

/** Who was mailed of gaps since this was last asked. */
async function mailed(): Promise<string[]> {
  const { rows } = await opened.store.sql.query<{ recipient: string }>(
    `UPDATE delivery SET state = 'sent' WHERE kind = 'policy-gap' AND state = 'pending' RETURNING recipient`,
  );
  return rows.map(({ recipient }) => recipient).toSorted();
}

async function somebody(): Promise<string> {
  added += 1;
  const sent = { name: `Vera ${added}`, address: `vera${added}@agora.example`, role: 'viewer' } as const;
  const { id } = await opened.store.writer.run(addMember({ organisationId: agora.organisation.id, ...sent }));
  return id;
}

test('nobody is left of a target: an hour later the managers are mailed, once, for all steps that name it', async () => {
  const id = await somebody();
  await policy({ type: 'member', id }, { type: 'role', role: 'owner' });
  expect(await look()).toBe(0);
  await opened.store.writer.run(removeMember(agora.caller, id));
  const events = await opened.logged(async () => {
    expect(await look()).toBe(1);
    expect(await mailed()).toEqual([]);
    expect(await after(1)).toBe(1);
  });
  expect(events.map(({ type }) => type)).toEqual(['escalation.gap-found']);
  expect(await mailed()).toEqual([agora.owner.address]);
  expect(await after(24)).toBe(0);
  expect(await mailed()).toEqual([]);
});

test('another gap is told beside one that is known; one that was mended and comes back is told again', async () => {
  await policy({ type: 'role', role: 'responder' });
  await look();
  await after(1);
  expect(await mailed()).toHaveLength(1);
  await policy({ type: 'role', role: 'responder' }, { type: 'role', role: 'manager' });
  await look();
  await after(1);
  expect(await mailed()).toHaveLength(1);
  await policy({ type: 'role', role: 'owner' });
  expect(await look()).toBe(1);
  await policy({ type: 'role', role: 'responder' });
  await look();
  await after(1);
  expect(await mailed()).toHaveLength(1);
});

test('whoever is asked to confirm an address has a day for it', async () => {
  await policy({ type: 'email', address: 'night@agora.example' });
  await look();
  await after(23);
  expect(await mailed()).toEqual([]);
  await after(1);
  expect(await mailed()).toEqual([agora.owner.address]);
});

test('a policy that reaches all whom it names, and the network’s own, are nothing to look at', async () => {
  await policy({ type: 'role', role: 'owner' });
  expect(await look()).toBe(0);
  expect(await mailed()).toEqual([]);
});

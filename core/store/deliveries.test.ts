import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createNetwork, type TestNetwork } from '../../test/support/network.ts';
import { openTestStore, type TestStore } from '../../test/support/store.ts';
import { aRaise } from '../../test/support/warnings.ts';
import { setEscalationPolicy } from './commands/escalation-policy.ts';
import { fireEscalation, openEscalation } from './commands/escalate.ts';
import { failDelivery } from './commands/fail-delivery.ts';
import { addMember } from './commands/member.ts';
import { raiseWarning } from './commands/raise.ts';
import { addSubscription } from './commands/subscription.ts';
import { claimDelivery, endDelivery, postponeDelivery, wasTold } from './deliveries.ts';
import { dueFirings, overdueDeliveries } from './due.ts';

const minute = 60_000;
let opened: TestStore;
let network: TestNetwork;

beforeAll(async () => {
  opened = await openTestStore();
  const { writer } = opened.store;
  network = await createNetwork(opened.store, { csos: ['Watch'], platforms: ['Tower'] });
  const { caller, organisation } = network.of('Tower');
  for (const name of ['one', 'two']) {
    const address = `${name}@tower.example`;
    await writer.run(addMember({ organisationId: organisation.id, name, address, role: 'responder', red: false }));
  }
  await writer.run(addSubscription(caller, { name: 'All', channels: [{ type: 'live' }] }));
  const to = [{ type: 'role', role: 'responder' } as const];
  await writer.run(setEscalationPolicy(caller, { steps: [{ after: 0, to }] }));
}, 60_000);
afterAll(() => opened.close());

/** Raises a warning and fires its one step: the mails that wait then. */
async function fired(): Promise<{ warning: string; escalation: string; mails: string[] }> {
  const { writer, sql } = opened.store;
  const { snapshot } = await writer.run(raiseWarning(network.of('Watch').caller, aRaise()));
  await writer.run(openEscalation(snapshot.id, network.of('Tower').team.id));
  const [firing] = await dueFirings(sql, minute);
  if (!firing) throw new Error('Nothing is due.');
  const { outcome } = await writer.run(fireEscalation(firing.escalationId, firing.token));
  expect(outcome).toBe('fired');
  const mails = (await overdueDeliveries(sql)).map(({ id }) => id);
  return { warning: snapshot.id, escalation: firing.escalationId, mails };
}

const sent = { state: 'sent', messageId: '<m@t>', answer: '250 OK' } as const;

test('an attempt is made by one alone, and the next comes when it was put off to', async () => {
  const { sql } = opened.store;
  const { mails } = await fired();
  expect(mails).toHaveLength(2);
  const [id = '', other = ''] = mails;
  const claims = await Promise.all(Array.from({ length: 10 }, () => claimDelivery(sql, id, 0, minute)));
  expect(claims.filter((claim) => claim !== undefined)).toMatchObject([{ id, kind: 'escalation', attempts: 1 }]);
  expect((await overdueDeliveries(sql)).map((one) => one.id)).toEqual([other]);
  await postponeDelivery(sql, id, { milliseconds: 90_000, messageId: null, answer: '451 Later' });
  expect((await overdueDeliveries(sql)).map((one) => one.id)).toEqual([other]);
  await postponeDelivery(sql, id, { milliseconds: 0, messageId: null, answer: '451 Later' });
  expect((await overdueDeliveries(sql)).find((one) => one.id === id)).toMatchObject({ attempt: 1 });
  for (const mail of mails) await endDelivery(sql, mail, sent);
  expect(await claimDelivery(sql, id, 1, minute)).toBeUndefined();
});

test('who was told is known, also while a mail is on its way', async () => {
  const { sql } = opened.store;
  const { warning, escalation, mails } = await fired();
  const [id = '', other = ''] = mails;
  const claim = await claimDelivery(sql, id, 0, minute);
  const told = (): Promise<string> => wasTold(sql, claim?.recipient ?? '', warning, escalation);
  expect(await told()).toBe('perhaps');
  await endDelivery(sql, id, { state: 'superseded', messageId: null, answer: 'Answered.' });
  expect(await told()).toBe('no');
  await endDelivery(sql, other, sent);
  expect(await told()).toBe('no');
});

test('each target that fails is told to those who can mend it, once; of a step that reached nobody they always hear', async () => {
  const { sql, writer } = opened.store;
  const { mails } = await fired();
  const failed = { state: 'failed', messageId: null, answer: '550 No' } as const;
  const told = async (): Promise<string[]> => {
    const { rows } = await sql.query<{ kind: string }>(
      `SELECT kind FROM delivery WHERE state = 'pending' AND recipient = $1 ORDER BY created_at`,
      [network.of('Tower').owner.address],
    );
    return rows.map(({ kind }) => kind);
  };
  for (const [index, id] of mails.entries()) {
    const delivery = await claimDelivery(sql, id, 0, minute);
    if (!delivery) throw new Error('The mail is not there.');
    for (const _ of [1, 2]) await writer.run(failDelivery(delivery, failed));
    expect(await told()).toEqual(['missed', 'unreached'].slice(0, index + 1));
  }
});

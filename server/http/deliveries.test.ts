import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { SuppressionReason } from '../../core/contract/delivery.ts';
import type { Member } from '../../core/domain/organisation.ts';
import { eraseMember } from '../../core/store/commands/erase-member.ts';
import { confirmMailSubscriber, subscribeByMail } from '../../core/store/commands/mail-subscriber.ts';
import { addMember } from '../../core/store/commands/member.ts';
import { raiseWarning } from '../../core/store/commands/raise.ts';
import { suppress } from '../../core/store/commands/suppression.ts';
import { mailed } from '../../test/support/ledger.ts';
import { startTestServer, type TestAnswer, type TestServer } from '../../test/support/server.ts';
import { signIn } from '../../test/support/session.ts';
import { aRaise } from '../../test/support/warnings.ts';

let at: TestServer;
let manager: Record<string, string>;

beforeAll(async () => {
  at = await startTestServer({ csos: ['Amal'], platforms: ['Agora'], coordinator: 'Hub' });
  manager = (await signIn(at.store, at.network.of('Agora').owner)).headers;
});
afterAll(() => at.close());

const somebody = (name: string, of = 'Agora'): Promise<Member> => {
  const { id: organisationId } = at.network.of(of).organisation;
  const sent = { organisationId, name, address: `${name}@agora.example`, role: 'responder' as const };
  return at.store.writer.run(addMember(sent));
};

const list = (query: string, headers = manager): Promise<TestAnswer> =>
  at.ask(null, `GET /deliveries${query}`, { headers });
const suppressAt = (address: string, reason: SuppressionReason = 'no-mailbox'): Promise<boolean> =>
  at.store.writer.run((unit) => suppress(unit, address, { reason, answer: '550 5.1.1 no such user' }));
const suppressions = async (headers = manager): Promise<{ id: string; address: string; member?: object }[]> =>
  (await at.ask(null, 'GET /suppressions', { headers })).body.data;

test('a manager sees what became of each mail to the organisation, page by page; never what it said', async () => {
  const ada = await somebody('ada');
  const raised = at.store.writer.run(raiseWarning(at.network.of('Amal').caller, aRaise({})));
  const warning = (await raised).snapshot.id;
  const hidden = await at.store.writer.run(
    raiseWarning(
      at.network.of('Amal').caller,
      aRaise({ audience: { except: [at.network.of('Agora').organisation.id] } }),
    ),
  );
  await mailed(at.store, ada, { warning, state: 'bounced', answer: '550 5.1.1 no such user' });
  await mailed(at.store, ada, { kind: 'escalation', warning: hidden.snapshot.id });
  await mailed(at.store, ada, { kind: 'sign-in', state: 'pending' });

  const { status, body } = await list('');
  expect(status).toBe(200);
  const to = { address: ada.address, member: { id: ada.id, name: 'ada' } };
  expect(body.data).toMatchObject([
    { kind: 'sign-in', to, warning: null, state: 'pending', nextAt: expect.any(String) },
    // That a warning is kept from them now is kept from the ledger too.
    { kind: 'escalation', to, warning: null, state: 'sent', nextAt: null, attempts: 1 },
    { kind: 'warning', to, warning: { id: warning }, state: 'bounced', answer: '550 5.1.1 no such user' },
  ]);
  expect(JSON.stringify(body)).not.toContain('secret');

  const first = await list('?limit=2');
  const second = await list(`?limit=2&cursor=${first.body.next}`);
  expect([...first.body.data, ...second.body.data]).toEqual(body.data);
  expect(second.body.next).toBeNull();
  expect((await list(`?state=sent&cursor=${first.body.next}`)).body.type).toBe('/problems/cursor-invalid');
  const kinds = async (query: string): Promise<string[]> =>
    (await list(query)).body.data.map(({ kind }: { kind: string }) => kind);
  expect(await kinds('?state=bounced&state=failed')).toEqual(['warning']);
  expect(await kinds('?kind=sign-in&kind=escalation')).toEqual(['sign-in', 'escalation']);
  expect(await kinds(`?until=${body.data[0].createdAt}&since=${body.data[2].createdAt}`)).toEqual([
    'escalation',
    'warning',
  ]);
  expect((await list('?state=lost')).status).toBe(400);

  const other = await at.ask('Amal', 'GET /deliveries');
  expect(other.body.data).toEqual([]);
});

test('a manager sees which addresses mail comes back from, and has one mailed again; both stand in the trail', async () => {
  const bo = await somebody('bo');
  expect([await suppressAt(bo.address.toUpperCase()), await suppressAt(bo.address, 'complaint')]).toEqual([
    true,
    false,
  ]);
  const [found] = await suppressions();
  expect(found).toMatchObject({ address: bo.address, member: { id: bo.id, name: 'bo' }, reason: 'no-mailbox' });
  const { rows } = await at.store.sql.query<{ recipient: string }>(
    `SELECT recipient FROM delivery WHERE kind = 'address-suppressed'`,
  );
  expect(rows).toEqual([{ recipient: at.network.of('Agora').owner.address }]);

  const foreign = (await signIn(at.store, at.network.of('Amal').owner)).headers;
  expect(await suppressions(foreign)).toEqual([]);
  const lift = (headers: Record<string, string>): Promise<TestAnswer> =>
    at.ask(null, `DELETE /suppressions/${found?.id}`, { headers });
  expect((await lift(foreign)).status).toBe(404);
  expect((await lift(manager)).status).toBe(204);
  expect((await lift(manager)).status).toBe(404);
  expect(await suppressions()).toEqual([]);
  const { body } = await at.ask(null, 'GET /audit?type=suppression', { headers: manager });
  expect(body.data.map(({ type }: { type: string }) => type)).toEqual(['suppression.lifted', 'suppression.began']);
  expect(JSON.stringify(body)).not.toContain(bo.address);
});

test('with the only manager’s own address the coordinator is told; with whoever is erased it is forgotten', async () => {
  const { owner, caller } = at.network.of('Agora');
  await suppressAt(owner.address);
  const told = await at.ask('Hub', 'GET /deliveries?kind=address-suppressed');
  expect(told.body.data).toMatchObject([{ to: { address: at.network.of('Hub').owner.address } }]);

  const cem = await somebody('cem');
  await suppressAt(cem.address);
  await mailed(at.store, cem);
  await at.store.writer.run(eraseMember(caller, cem.id));
  expect((await suppressions()).map(({ address }) => address)).toEqual([owner.address]);
  expect((await list('?kind=warning&limit=1')).body.data).toMatchObject([
    { to: { address: null, member: { name: 'A former member' } }, answer: null },
  ]);
});

test('the coordinator sees mail subscribers whose mail comes back; a confirmation shows that an address takes mail', async () => {
  const address = 'reader@reader.example';
  const wishes = { address, rhythm: { type: 'instant' }, timeZone: 'UTC', language: 'en' } as const;
  await at.store.writer.run(subscribeByMail(wishes));
  await suppressAt(address);
  const of = async (name: string): Promise<string[]> =>
    (await at.ask(name, 'GET /suppressions')).body.data.map((one: { address: string }) => one.address);
  expect([await of('Hub'), (await of('Amal')).length]).toEqual([[address], 0]);
  expect((await at.ask('Hub', 'GET /deliveries?kind=subscriber-confirmation')).body.data).toMatchObject([
    { to: { address }, state: 'pending' },
  ]);
  const { rows } = await at.store.sql.query<{ content: string }>(
    `SELECT content FROM delivery WHERE kind = 'subscriber-confirmation'`,
  );
  await at.store.writer.run(confirmMailSubscriber((JSON.parse(rows[0]?.content ?? '{}') as { token: string }).token));
  expect(await of('Hub')).toEqual([]);
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Role } from '../../core/contract/vocabularies.ts';
import type { Member } from '../../core/domain/organisation.ts';
import { verifyChain } from '../../core/store/audit.ts';
import { openEscalation } from '../../core/store/commands/escalate.ts';
import { addMember } from '../../core/store/commands/member.ts';
import { startTestServer, type TestAnswer, type TestServer } from '../../test/support/server.ts';
import { signIn } from '../../test/support/session.ts';
import { until } from '../../test/support/until.ts';
import { aRaise } from '../../test/support/warnings.ts';

let tested: TestServer;
type Headers = Record<string, string>;
const own = { 'sec-fetch-site': 'same-origin' };

beforeAll(async () => {
  tested = await startTestServer({ csos: ['Amal', 'Bridge', 'Leaver'], platforms: ['Agora'], coordinator: 'Hub' });
});
afterAll(() => tested.close());

const ask = (call: string, headers: Headers, body?: unknown): Promise<TestAnswer> =>
  tested.ask(null, call, { headers, ...(body === undefined ? {} : { body }) });

let made = 0;
async function somebody(role: Role, organisation = 'Amal'): Promise<Member> {
  made += 1;
  const organisationId = tested.network.of(organisation).organisation.id;
  const address = `person${made}@example.org`;
  return tested.store.writer.run(addMember({ organisationId, name: `Person ${made}`, address, role }));
}

async function signedIn(role: Role, organisation = 'Amal'): Promise<{ member: Member; headers: Headers }> {
  const member = await somebody(role, organisation);
  return { member, headers: (await signIn(tested.store, member)).headers };
}

const ownerOf = async (name: string): Promise<Headers> =>
  (await signIn(tested.store, tested.network.of(name).owner)).headers;

async function mails(kind: string, address: string): Promise<Record<string, unknown>[]> {
  const { rows } = await tested.store.sql.query<{ content: string }>(
    'SELECT content FROM delivery WHERE kind = $1 AND recipient = $2 ORDER BY id',
    [kind, address],
  );
  return rows.map(({ content }) => JSON.parse(content) as Record<string, unknown>);
}

test('somebody is invited by mail, sees to what, accepts once, and is signed in as a member', async () => {
  const headers = await ownerOf('Amal');
  const address = 'ida@example.org';
  const invited = await ask('POST /invitations', headers, { address, role: 'manager', language: 'de' });
  expect(invited.status).toBe(201);
  expect(JSON.stringify(invited.body)).not.toContain('token');
  const [mail] = await mails('invitation', address);
  const token = mail?.['token'];
  const view = await ask('POST /invitations/view', own, { token });
  expect(view.body).toMatchObject({ organisation: { name: 'Amal', kind: 'cso' }, role: 'manager', address });
  const accepted = await ask('POST /invitations/acceptance', own, { token, name: 'Ida Berg' });
  expect(accepted.body.signedIn.as).toMatchObject({ name: 'Ida Berg', role: 'manager', strength: 'none' });
  expect((await ask('POST /invitations/acceptance', own, { token, name: 'Again' })).status).toBe(409);
  const list = await ask('GET /members', headers);
  expect(list.body.data.find(({ name }: { name: string }) => name === 'Ida Berg')).toMatchObject({
    address,
    language: 'de',
    factors: { passkeys: 0, totp: false },
  });
  expect((await ask('POST /invitations', headers, { address, role: 'viewer' })).status).toBe(409);
});

test('an invitation is replaced by a newer one, and withdrawn', async () => {
  const headers = await ownerOf('Amal');
  const address = 'noor@example.org';
  await ask('POST /invitations', headers, { address, role: 'viewer' });
  const second = await ask('POST /invitations', headers, { address, role: 'responder' });
  const [one, two] = (await mails('invitation', address)).map(({ token }) => token);
  expect((await ask('POST /invitations/view', own, { token: one })).status).toBe(409);
  expect((await ask('POST /invitations/view', own, { token: two })).body.role).toBe('responder');
  const standing = (await ask('GET /invitations', headers)).body.data as { address: string }[];
  expect(standing.filter((invitation) => invitation.address === address)).toHaveLength(1);
  expect((await ask(`DELETE /invitations/${second.body.id}`, headers)).status).toBe(204);
  expect((await ask('POST /invitations/acceptance', own, { token: two, name: 'N' })).status).toBe(409);
  expect((await ask('POST /invitations/view', own, { token: 'f'.repeat(40) })).status).toBe(404);
});

test('only an owner, in person, makes or changes owners and the TLP:RED list; nobody their own role', async () => {
  const owner = await ownerOf('Amal');
  const { member: manager, headers } = await signedIn('manager');
  const viewer = await somebody('viewer');
  const change = (id: string, body: object, by: Headers) => ask(`PATCH /members/${id}`, by, body);
  const problems = [
    await change(viewer.id, { role: 'owner' }, headers),
    await change(viewer.id, { red: true }, headers),
    await change(manager.id, { role: 'owner' }, headers),
    await change(tested.network.of('Amal').owner.id, { role: 'viewer' }, headers),
    await ask('POST /invitations', headers, { address: 'x@example.org', role: 'owner' }),
    await ask(`DELETE /members/${tested.network.of('Amal').owner.id}`, headers),
    await tested.ask('Amal', `PATCH /members/${viewer.id}`, { body: { role: 'owner' } }),
    await tested.ask('Amal', `PATCH /members/${viewer.id}`, { body: { red: true } }),
  ];
  expect(problems.map(({ body }) => body.type)).toEqual(problems.map(() => '/problems/role-missing'));
  expect((await change(viewer.id, { role: 'responder' }, headers)).body.role).toBe('responder');
  expect((await change(viewer.id, { role: 'owner', red: true }, owner)).body).toMatchObject({
    role: 'owner',
    red: true,
  });
  expect(await mails('member-changed', viewer.address)).toEqual([
    { change: 'role', role: 'responder' },
    { change: 'role', role: 'owner' },
  ]);
});

test('no other member is changed by naming what a request does not have', async () => {
  const { member, headers } = await signedIn('viewer');
  for (const more of [{ role: 'owner' }, { red: true }, { organisationId: 'x' }, { address: 'evil@example.org' }]) {
    expect((await ask('PATCH /me', headers, { name: 'New name', ...more })).status).toBe(400);
  }
  expect((await ask('PATCH /me', headers, { name: 'New name' })).body).toMatchObject({
    name: 'New name',
    role: 'viewer',
  });
  expect((await ask(`PATCH /members/${member.id}`, headers, { role: 'owner' })).body.type).toBe(
    '/problems/role-missing',
  );
});

test('a viewer sees colleagues without their addresses, and nobody of another organisation', async () => {
  const { member, headers } = await signedIn('viewer');
  const list = (await ask('GET /members', headers)).body.data as { id: string; address?: string }[];
  expect(list.filter(({ address }) => address !== undefined).map(({ id }) => id)).toEqual([member.id]);
  const stranger = await somebody('viewer', 'Bridge');
  expect((await ask(`GET /members/${stranger.id}`, headers)).status).toBe(404);
  const owner = await ownerOf('Amal');
  for (const call of ['DELETE /members/', 'PATCH /members/']) {
    const answer = await ask(`${call}${stranger.id}`, owner, call.startsWith('PATCH') ? { name: 'x' } : undefined);
    expect(answer.status).toBe(404);
  }
});

test('who is removed is out everywhere; the last owner can neither be removed, nor lowered, nor leave', async () => {
  const owner = await ownerOf('Bridge');
  const { member, headers } = await signedIn('responder', 'Bridge');
  expect((await ask(`DELETE /members/${member.id}`, owner)).status).toBe(204);
  await until(async () => (await ask('GET /me', headers)).status === 401);
  expect(await mails('member-changed', member.address)).toEqual([{ change: 'removed' }]);
  const { id } = tested.network.of('Bridge').owner;
  expect((await ask(`DELETE /members/${id}`, owner)).status).toBe(409);
  expect((await ask('DELETE /me', owner)).status).toBe(409);
  const second = await signedIn('owner', 'Bridge');
  expect((await ask(`PATCH /members/${id}`, second.headers, { role: 'viewer' })).status).toBe(200);
  expect((await ask('DELETE /me', second.headers)).status).toBe(409);
});

/** The tables, and their rows, that hold a text. */
async function everywhere(text: RegExp): Promise<[table: string, row: string][]> {
  const { rows: tables } = await tested.store.sql.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()
       AND has_table_privilege(format('%I.%I', schemaname, tablename), 'SELECT')`,
  );
  expect(tables.length).toBeGreaterThan(20);
  const found: [string, string][] = [];
  for (const { name } of tables) {
    const { rows } = await tested.store.sql.query<{ text: string }>(
      `SELECT whole::text AS text FROM "${name}" AS whole`,
    );
    found.push(...rows.filter((row) => text.test(row.text)).map((row): [string, string] => [name, row.text]));
  }
  return found;
}

test('an erased member’s name and address are nowhere, and the chain still verifies', async () => {
  const owner = await ownerOf('Amal');
  const address = 'erased.person@example.org';
  await ask('POST /invitations', owner, { address, role: 'responder' });
  const token = (await mails('invitation', address))[0]?.['token'];
  const name = 'Zenobia "Z" Erased';
  const accepted = await ask('POST /invitations/acceptance', own, { token, name });
  const { id } = accepted.body.signedIn.as as { id: string };
  const member = tested.store.directory().members.get(id);
  if (!member) throw new Error('Nobody was made a member.');
  const { headers } = await signIn(tested.store, member);
  await ask('POST /sign-in/link', own, { address });
  const raised = await ask('POST /warnings', { ...headers, 'idempotency-key': 'erasure' }, aRaise());
  expect(raised.status).toBe(201);
  const timeline = async (): Promise<unknown> =>
    (await ask(`GET /warnings/${raised.body.id}/timeline`, owner)).body.data[0].actor.member;
  expect(await timeline()).toEqual({ id, name });

  expect((await ask(`POST /members/${id}/erasure`, owner)).status).toBe(204);
  expect(await timeline()).toEqual({ id, name: 'A former member' });
  expect(await everywhere(/zenobia|erased\.person/i)).toEqual([]);
  expect((await verifyChain(tested.store.sql)).broken).toBeNull();
  expect((await ask(`POST /members/${id}/erasure`, owner)).status).toBe(404);
});

test('an erased member’s address is named by no policy and no subscription any more; the owners stand in, and managers are told', async () => {
  const owner = await ownerOf('Agora');
  const organisationId = tested.network.of('Agora').organisation.id;
  const address = 'erased.target@example.org';
  const sent = { organisationId, name: 'Target', address, role: 'manager' as const };
  const member = await tested.store.writer.run(addMember(sent));
  const manager = await somebody('manager', 'Agora');
  const mail = { type: 'email', address: 'Erased.Target@example.org' };
  const policy = {
    steps: [
      { after: 0, to: [mail] },
      { after: 60, to: [mail, { type: 'role', role: 'manager' }] },
    ],
  };
  expect((await ask('PUT /escalation-policy', owner, policy)).status).toBe(200);
  const followed = { name: 'All', channels: [{ type: 'live' }, { type: 'email', to: [mail] }] };
  const { id } = (await ask('POST /subscriptions', owner, followed)).body as { id: string };
  const { status, body: warning } = await tested.ask('Bridge', 'POST /warnings', { body: aRaise() });
  expect(status).toBe(201);
  const { team } = tested.network.of('Agora');
  await tested.store.writer.run(openEscalation(warning.id, team.id));

  expect((await ask(`POST /members/${member.id}/erasure`, owner)).status).toBe(204);
  const owners = { type: 'role', role: 'owner' };
  const { steps } = (await ask('GET /escalation-policy', owner)).body as typeof policy;
  expect(steps.map(({ to }) => to)).toEqual([[owners], [{ type: 'role', role: 'manager' }]]);
  const { channels } = (await ask(`GET /subscriptions/${id}`, owner)).body as typeof followed;
  expect(channels).toEqual([{ type: 'live' }, { type: 'email', to: [owners] }]);
  expect(await everywhere(/erased\.target/i)).toEqual([]);
  expect(await mails('address-erased', manager.address)).toEqual([{ teams: [team.id] }]);
  const { rows } = await tested.store.sql.query<{ targets: string }>(
    'SELECT targets FROM escalation_firing JOIN escalation ON id = escalation_id WHERE warning_id = $1 ORDER BY step',
    [warning.id],
  );
  expect(rows.map(({ targets }) => JSON.parse(targets) as unknown)).toEqual([
    [owners],
    [{ type: 'role', role: 'manager' }],
  ]);
});

test('an organisation leaves: its active warnings first, then its keys and people are out and the coordinator is told', async () => {
  const headers = await ownerOf('Leaver');
  const manager = await signedIn('manager', 'Leaver');
  expect((await ask('POST /organisation/departure', manager.headers, {})).body.type).toBe('/problems/role-missing');
  expect((await tested.ask('Leaver', 'POST /organisation/departure', { body: {} })).body.type).toBe(
    '/problems/role-missing',
  );
  const { body } = await tested.ask('Leaver', 'POST /warnings', { body: aRaise() });
  expect((await ask('POST /organisation/departure', headers, {})).status).toBe(409);
  const left = await ask('POST /organisation/departure', headers, { cancelWarnings: true, reason: 'We close.' });
  expect(left.status).toBe(204);
  const warning = await tested.ask('Agora', `GET /warnings/${body.id}`);
  expect(warning.body).toMatchObject({ state: 'cancelled', cancellation: { reason: 'We close.' } });
  await until(async () => (await ask('GET /me', headers)).status === 401);
  await until(async () => (await tested.ask('Leaver', 'GET /me')).status === 401);
  expect(await mails('organisation-left', tested.network.of('Hub').owner.address)).toHaveLength(1);
});

test('an organisation’s own page: managers change where it works, not how it is named', async () => {
  const { headers } = await signedIn('manager');
  expect((await ask('PATCH /organisation', headers, { countries: ['DE', 'AT'] })).body.countries).toEqual(['DE', 'AT']);
  expect((await ask('PATCH /organisation', headers, { name: 'Another' })).status).toBe(400);
  expect((await ask('PATCH /organisation', headers, { clearance: 'TLP:RED' })).status).toBe(400);
  const viewer = await signedIn('viewer');
  expect((await ask('PATCH /organisation', viewer.headers, { countries: [] })).body.type).toBe(
    '/problems/role-missing',
  );
});

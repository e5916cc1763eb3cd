import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addMember } from '../../core/store/commands/member.ts';
import { readLog } from '../../core/store/log-reader.ts';
import type { Role, Scope } from '../../core/contract/vocabularies.ts';
import { listen } from '../../test/support/listener.ts';
import { signIn } from '../../test/support/session.ts';
import { startTestServer, type TestServer } from '../../test/support/server.ts';
import { until } from '../../test/support/until.ts';

let tested: TestServer;
beforeAll(async () => {
  const env = { TOCSIN_TRUSTED_PROXIES: '127.0.0.1, ::1' };
  tested = await startTestServer({ csos: ['Amal'], platforms: ['Agora', 'Bazaar'] }, env);
});
afterAll(() => tested.close());

const day = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * day).toISOString();
const reading = { name: 'Board', scopes: ['warnings:read'] };
const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });

async function made(body: object = reading): Promise<{ id: string; token: string; prefix: string }> {
  const answer = await tested.ask('Agora', 'POST /keys', { body });
  expect(answer.status).toBe(201);
  const { key, token } = answer.body;
  return { id: key.id, token, prefix: key.prefix };
}

async function session(role: Role, { strong = true } = {}): Promise<{ headers: Record<string, string>; id: string }> {
  const { organisation } = tested.network.of('Agora');
  const address = `${role}@${organisation.id}.example`;
  const member = await tested.store.writer.run(
    addMember({ organisationId: organisation.id, name: `The ${role}`, address, role }),
  );
  return { headers: (await signIn(tested.store, member, { strong })).headers, id: member.id };
}

async function logged(type: string, keyId: string) {
  const all = await readLog(tested.store.sql, tested.store.positions, 0, 1_000);
  return all.filter((entry) => entry.type === type && entry.data['key'] === keyId);
}

describe('a key is made', () => {
  test('and its token is shown this once', async () => {
    const networks = ['192.0.2.0/24', '2001:DB8::/32'];
    const answer = await tested.ask('Agora', 'POST /keys', { body: { ...reading, networks, expiresAt: inDays(90) } });
    const { key, token } = answer.body;
    expect(answer.headers.get('location')).toBe(`/api/v1/keys/${key.id}`);
    expect(token).toMatch(new RegExp(`^tocsin_${key.prefix}_[0-9a-f]{40}$`));
    expect(key).toMatchObject({ ...reading, networks: ['192.0.2.0/24', '2001:db8::/32'], teams: [], state: 'active' });
    expect((await tested.ask('Agora', `GET /keys/${key.id}`)).body).toEqual(key);
    const listed = await tested.ask('Agora', 'GET /keys?limit=1');
    expect(listed.body.data).toEqual([key]);
    const second = await tested.ask('Agora', `GET /keys?limit=1&cursor=${listed.body.next}`);
    expect(second.body.data[0].id).toBe(tested.network.of('Agora').key.id);
    expect(JSON.stringify(tested.logged)).not.toContain(token);
    expect(await logged('key.added', key.id)).toMatchObject([{ data: { scopes: ['warnings:read'], teams: [] } }]);
  });

  test('and a repeat answers it without the token, which is kept nowhere', async () => {
    const headers = { 'idempotency-key': 'one-key' };
    const first = await tested.ask('Agora', 'POST /keys', { body: reading, headers });
    const again = await tested.ask('Agora', 'POST /keys', { body: reading, headers });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect([again.status, again.body]).toEqual([201, { key: first.body.key, token: null }]);
    const { rows } = await tested.store.sql.query<{ body: string }>('SELECT body FROM idempotency');
    expect(rows.filter(({ body }) => body.includes(first.body.key.id))).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(first.body.token);
    const secret = (first.body.token as string).split('_')[2];
    const { rows: dump } = await tested.store.sql.query<{ row: string }>('SELECT api_key::text AS row FROM api_key');
    expect(JSON.stringify(dump)).not.toContain(secret);
  });

  test('by a member, who is named to their own organisation', async () => {
    const manager = await session('manager');
    const { body } = await tested.ask(null, 'POST /keys', { ...manager, body: reading });
    expect(body.key.createdBy).toEqual({ id: manager.id, name: 'The manager' });
    expect((await logged('key.added', body.key.id))[0]?.actor.memberId).toBe(manager.id);
  });

  test.each<[string, object, string]>([
    ['a team of somebody else', { teams: ['0198c0de-0000-7000-8000-000000000001'] }, '/teams/0'],
    ['an end that has passed', { expiresAt: inDays(-1) }, '/expiresAt'],
    ['an end beyond two years', { expiresAt: inDays(732) }, '/expiresAt'],
    ['a network that is none', { networks: ['10.0.0.0/8', '10.0.0.300/32'] }, '/networks/1'],
  ])('but not with %s', async (_, wrong, pointer) => {
    const { status, body } = await tested.ask('Agora', 'POST /keys', { body: { ...reading, ...wrong } });
    expect([status, body.errors?.map((error: { pointer: string }) => error.pointer)]).toEqual([400, [pointer]]);
  });
});

describe('who may', () => {
  const red = { ...reading, scopes: ['warnings:read', 'warnings:red'] };

  test('give a key what reads TLP:RED: an owner in person alone', async () => {
    const byKey = await tested.ask('Agora', 'POST /keys', { body: red });
    expect([byKey.status, byKey.body.type]).toEqual([403, '/problems/scope-missing']);
    const byManager = await tested.ask(null, 'POST /keys', { ...(await session('manager')), body: red });
    expect([byManager.status, byManager.body.type]).toEqual([403, '/problems/role-missing']);
    const owner = await session('owner');
    const byOwner = await tested.ask(null, 'POST /keys', { ...owner, body: red });
    expect(byOwner.status).toBe(201);
    const rotation = `POST /keys/${byOwner.body.key.id}/rotation`;
    expect((await tested.ask('Agora', rotation)).status).toBe(403);
    expect((await tested.ask(null, rotation, owner)).status).toBe(201);
  });

  test('manage keys: managers who showed a strong factor just now, and keys with the scope admin', async () => {
    expect((await tested.ask(null, 'GET /keys', await session('responder'))).status).toBe(403);
    const weak = await session('manager', { strong: false });
    expect((await tested.ask(null, 'GET /keys', weak)).status).toBe(200);
    const refused = await tested.ask(null, 'POST /keys', { ...weak, body: reading });
    expect(refused.body.type).toBe('/problems/step-up-required');
    const { token } = await made();
    expect((await tested.ask(null, 'GET /keys', { token })).body.type).toBe('/problems/scope-missing');
  });

  test('reach no further than their own teams', async () => {
    const teamId = (await tested.ask('Agora', 'POST /teams', { body: { name: 'Polish' } })).body.id as string;
    const scopes: Scope[] = ['admin', 'warnings:read'];
    const limited = await made({ name: 'Polish desk', scopes, teams: [teamId] });
    const ask = (call: string, body?: object) => tested.ask(null, call, { token: limited.token, body });
    expect((await ask('POST /keys', reading)).body.type).toBe('/problems/scope-missing');
    expect((await ask('POST /keys', { ...reading, teams: [tested.network.of('Agora').team.id] })).status).toBe(403);
    expect((await ask('POST /keys', { ...reading, teams: [teamId] })).status).toBe(201);
    const wide = await made();
    for (const call of ['PATCH /keys/x', 'POST /keys/x/rotation', 'DELETE /keys/x']) {
      const body = call.startsWith('PATCH') ? { name: 'Mine' } : undefined;
      expect([call, (await ask(call.replace('x', wide.id), body)).status]).toEqual([call, 403]);
    }
    expect((await ask(`POST /keys/${limited.id}/rotation`)).status).toBe(201);
  });

  test('know of a key: its own organisation', async () => {
    const { id } = await made();
    for (const call of ['GET /keys/x', 'PATCH /keys/x', 'POST /keys/x/rotation', 'DELETE /keys/x']) {
      const body = call.startsWith('PATCH') ? { name: 'Mine' } : undefined;
      expect((await tested.ask('Bazaar', call.replace('x', id), { body })).status).toBe(404);
    }
    const { body } = await tested.ask('Bazaar', 'GET /keys');
    expect(body.data.map((key: { id: string }) => key.id)).toEqual([tested.network.of('Bazaar').key.id]);
  });
});

describe('a key is changed', () => {
  test('in its name, its networks and to an earlier end, each change on the log', async () => {
    const { id } = await made();
    const change = (body: object) => tested.ask('Agora', `PATCH /keys/${id}`, { body });
    expect((await change({ name: 'Desk', networks: ['192.0.2.1'] })).body).toMatchObject({
      name: 'Desk',
      networks: ['192.0.2.1/32'],
    });
    const end = inDays(10);
    expect((await change({ expiresAt: end, networks: null })).body).toMatchObject({
      expiresAt: end,
      networks: [],
      state: 'expiring',
    });
    expect((await change({ expiresAt: end })).status).toBe(200);
    for (const expiresAt of [inDays(11), inDays(-1), null]) {
      const { status, body } = await change({ expiresAt });
      expect([status, body.errors[0].pointer]).toEqual([400, '/expiresAt']);
    }
    expect((await change({ scopes: ['admin'] })).status).toBe(400);
    const changes = (await logged('key.changed', id)).map(({ data }) => data['changed']);
    expect(changes).toEqual([
      ['name', 'networks'],
      ['networks', 'expiresAt'],
    ]);
    expect(JSON.stringify(await logged('key.changed', id))).not.toContain('192.0.2.1');
  });

  test('no more once it has ended', async () => {
    const { id, token } = await made();
    expect((await tested.ask('Agora', `DELETE /keys/${id}`)).status).toBe(204);
    expect((await tested.ask('Agora', `DELETE /keys/${id}`)).status).toBe(204);
    expect(await logged('key.revoked', id)).toHaveLength(1);
    const { status, body } = await tested.ask('Agora', `PATCH /keys/${id}`, { body: { name: 'Late' } });
    expect([status, body.state]).toEqual([409, 'revoked']);
    expect((await tested.ask('Agora', `POST /keys/${id}/rotation`)).status).toBe(409);
    await until(async () => (await tested.ask(null, 'GET /me', { token })).status === 401);
    expect((await tested.ask('Agora', `GET /keys/${id}`)).body).toMatchObject({ state: 'revoked' });
  });
});

describe('a key is rotated', () => {
  test('to one like it, and both work while they overlap', async () => {
    const body = { ...reading, networks: ['127.0.0.0/8'], expiresAt: inDays(90) };
    const before = await made(body);
    const answer = await tested.ask('Agora', `POST /keys/${before.id}/rotation`, { body: { overlap: 3_600 } });
    const { key, token } = answer.body;
    expect(key).toMatchObject({ ...reading, networks: ['127.0.0.0/8'], state: 'active', replacedBy: null });
    expect(Math.abs(Date.parse(key.expiresAt) - Date.now() - 90 * day)).toBeLessThan(60_000);
    const old = (await tested.ask('Agora', `GET /keys/${before.id}`)).body;
    expect(old).toMatchObject({ state: 'expiring', replacedBy: key.id });
    expect(Math.abs(Date.parse(old.expiresAt) - Date.now() - 3_600_000)).toBeLessThan(60_000);
    for (const one of [before.token, token]) {
      expect((await tested.ask(null, 'GET /me', { token: one })).status).toBe(200);
    }
    expect((await tested.ask('Agora', `POST /keys/${before.id}/rotation`)).status).toBe(409);
    expect(await logged('key.rotated', before.id)).toMatchObject([{ data: { replacedBy: key.id } }]);
    expect(await logged('key.added', key.id)).toMatchObject([{ data: { replaces: before.id } }]);
  });

  test('without an overlap ends the old one at once, its sockets too', async () => {
    const { id, token } = await made();
    const listener = await listen(tested.server.url, token);
    const { body } = await tested.ask('Agora', `POST /keys/${id}/rotation`, { body: { overlap: 0 } });
    await until(() => listener.losses.length > 0);
    expect(listener.told).toEqual([{ name: 'goodbye', payload: { reason: 'revoked' } }]);
    expect((await tested.ask(null, 'GET /me', { token })).status).toBe(401);
    expect((await tested.ask(null, 'GET /me', { token: body.token })).status).toBe(200);
    listener.close();
  });
});

describe('a key that is limited to networks', () => {
  test('is refused from elsewhere, over HTTP and over sockets alike', async () => {
    const { token } = await made({ ...reading, networks: ['192.0.2.0/24'] });
    const elsewhere = await tested.ask(null, 'GET /me', { token, ...from('203.0.113.9') });
    expect([elsewhere.status, elsewhere.body.type]).toEqual([401, '/problems/unauthorized']);
    expect(elsewhere.body.detail).toContain('limited to networks, and 203.0.113.9 is in none of them');
    expect((await tested.ask(null, 'GET /me', { token, ...from('192.0.2.1') })).status).toBe(200);
    expect((await tested.ask(null, 'GET /me', { token, ...from('::ffff:192.0.2.1') })).status).toBe(200);
    // What somebody wrote there before the proxy did counts for nothing.
    expect((await tested.ask(null, 'GET /me', { token, ...from('192.0.2.1, 203.0.113.9') })).status).toBe(401);
    for (const transports of [['websocket'], ['polling']]) {
      const refused = listen(tested.server.url, token, { transports, extraHeaders: from('203.0.113.9').headers });
      await expect(refused).rejects.toMatchObject({ data: { type: '/problems/unauthorized' } });
      const listener = await listen(tested.server.url, token, { transports, extraHeaders: from('192.0.2.1').headers });
      listener.close();
    }
  });

  test('later closes what is connected from elsewhere, and nothing else', async () => {
    const { id, token } = await made();
    const connect = (address: string) => listen(tested.server.url, token, { extraHeaders: from(address).headers });
    const [inside, outside] = await Promise.all([connect('192.0.2.1'), connect('203.0.113.9')]);
    const stream = await fetch(`${tested.server.url}/api/v1/events`, {
      headers: { accept: 'text/event-stream', authorization: `Bearer ${token}`, ...from('203.0.113.9').headers },
    });
    await tested.ask('Agora', `PATCH /keys/${id}`, { body: { networks: ['192.0.2.0/24'] } });
    await until(() => outside.losses.length > 0);
    expect(outside.told).toEqual([{ name: 'goodbye', payload: { reason: 'revoked' } }]);
    expect(await stream.text()).toContain('{"reason":"revoked"}');
    expect(await inside.follow()).toMatchObject({ ok: true });
    expect(inside.losses).toEqual([]);
    for (const listener of [inside, outside]) listener.close();
  });

  test('that ends earlier than it was to ends its sockets then', async () => {
    const { id, token } = await made();
    const listener = await listen(tested.server.url, token);
    await tested.ask('Agora', `PATCH /keys/${id}`, { body: { expiresAt: new Date(Date.now() + 1_000).toISOString() } });
    await until(() => listener.losses.length > 0);
    expect(listener.told).toEqual([{ name: 'goodbye', payload: { reason: 'revoked' } }]);
    listener.close();
  });
});

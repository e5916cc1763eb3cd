import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { OwnData } from '../../core/contract/own-data.ts';
import { verifyChain } from '../../core/store/audit.ts';
import { exportLog } from '../../core/store/audit-export.ts';
import { addMember } from '../../core/store/commands/member.ts';
import { suppress } from '../../core/store/commands/suppression.ts';
import { signIn } from '../../test/support/session.ts';
import { startTestServer, type TestServer } from '../../test/support/server.ts';
import { aRaise } from '../../test/support/warnings.ts';
import { checkAnswer } from '../../test/support/contract-answers.ts';

let at: TestServer;

beforeAll(async () => {
  at = await startTestServer({ csos: ['Ida'], platforms: ['Agora', 'Plaza'] });
});
afterAll(() => at.close());

test('a member takes all that is kept of them, and nothing of others', async () => {
  const { owner, organisation } = at.network.of('Agora');
  const { headers } = await signIn(at.store, owner);
  const send = (method: string, path: string, body?: object) =>
    fetch(`${at.server.url}/api/v1${path}`, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  const { body: warning } = await at.ask('Ida', 'POST /warnings', { body: aRaise() });
  await send('POST', `/warnings/${warning.id}/acknowledgement`, { state: 'working', note: 'Ours', assignee: 'Noor' });
  await send('POST', `/warnings/${warning.id}/comments`, { audience: 'everyone', text: 'Seen it' });
  await at.ask('Agora', `POST /warnings/${warning.id}/comments`, { body: { audience: 'everyone', text: 'By a key' } });
  await at.ask(null, 'POST /sign-in/link', { body: { address: owner.address } });
  const over = { reason: 'not-taken', answer: '452 4.2.2 over quota' } as const;
  await at.store.writer.run((unit) => suppress(unit, owner.address, over));
  const answer = await send('GET', '/me/data');
  expect(answer.status).toBe(200);
  const data = JSON.parse(await answer.text()) as OwnData;
  checkAnswer('GET', '/me/data', 200, data);
  expect(data).toMatchObject({
    member: { id: owner.id, name: owner.name, address: owner.address, role: 'owner', red: true },
    sessions: [{ device: 'Chromium on Linux', method: 'passkey', endedAt: null }],
    comments: [{ warning: warning.id, text: 'Seen it' }],
    answers: [{ warning: warning.id, state: 'working', note: 'Ours', assignee: 'Noor' }],
    mails: [{ kind: 'sign-in', address: owner.address, warning: null, state: 'pending' }],
    suppression: over,
  });
  expect(data.member.organisation.id).toBe(organisation.id);
  expect(data.audit.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['data.exported', 'session.began', 'sign-in.requested']),
  );
  expect(data.audit.every(({ actor }) => actor.member?.id === owner.id)).toBe(true);
  expect(JSON.stringify(data)).not.toContain('token');
});

test('a key is nobody whose data could be taken', async () => {
  const { status, body } = await at.ask('Agora', 'GET /me/data');
  expect([status, body.type]).toEqual([403, '/problems/role-missing']);
});

test('a member erases themselves: nothing names them any more, and the chain still verifies', async () => {
  const { organisation } = at.network.of('Plaza');
  const sent = {
    organisationId: organisation.id,
    name: 'Noor Unnamed',
    address: 'noor@plaza.example',
    role: 'owner' as const,
  };
  const member = await at.store.writer.run(addMember(sent));
  const { headers } = await signIn(at.store, member);
  await at.ask(null, 'POST /sign-in/link', { body: { address: member.address } });
  const erase = () => fetch(`${at.server.url}/api/v1/me/erasure`, { method: 'POST', headers });
  const erased = await erase();
  expect(erased.status).toBe(204);
  expect(erased.headers.get('set-cookie')).toMatch(/^tocsin_session=;/);
  expect((await erase()).status).toBe(401);
  const trail = JSON.stringify((await at.ask('Plaza', 'GET /audit?limit=200')).body);
  expect(trail).toContain('member.erased');
  expect(trail).toContain('A former member');
  expect(trail).not.toContain('Noor');
  for await (const line of exportLog(at.store.sql)) expect(line).not.toMatch(/Noor|noor@/);
  const { rows } = await at.store.sql.query<{ row: string }>(
    `SELECT row_to_json(member)::text AS row FROM member UNION ALL SELECT row_to_json(delivery)::text FROM delivery
     UNION ALL SELECT row_to_json(sign_in_link)::text FROM sign_in_link`,
  );
  expect(rows.filter(({ row }) => /noor/i.test(row))).toEqual([]);
  expect((await verifyChain(at.store.sql)).broken).toBeNull();
});

test('the last owner does not', async () => {
  const { headers } = await signIn(at.store, at.network.of('Ida').owner);
  const refused = await fetch(`${at.server.url}/api/v1/me/erasure`, { method: 'POST', headers });
  expect(refused.status).toBe(409);
});

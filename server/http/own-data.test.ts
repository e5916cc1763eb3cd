import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { OwnData } from '../../core/contract/own-data.ts';
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

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Member } from '../../core/domain/organisation.ts';
import { addMember } from '../../core/store/commands/member.ts';
import { readLog } from '../../core/store/log-reader.ts';
import { startTestServer, type TestServer } from '../../test/support/server.ts';
import { signIn } from '../../test/support/session.ts';
import { until } from '../../test/support/until.ts';

let at: TestServer;

beforeAll(async () => {
  at = await startTestServer({ csos: ['Amal', 'Bridge'] });
});
afterAll(() => at.close());

const somebody = (name: string): Promise<Member> =>
  at.store.writer.run(
    addMember({
      organisationId: at.network.of('Amal').organisation.id,
      name,
      address: `${name}@amal.example`,
      role: 'responder',
    }),
  );

async function mailsTo(address: string): Promise<{ kind: string; content: Record<string, string> }[]> {
  const { rows } = await at.store.sql.query<{ kind: string; content: string }>(
    'SELECT kind, content FROM delivery WHERE recipient = $1 ORDER BY id',
    [address],
  );
  return rows.map(({ kind, content }) => ({ kind, content: JSON.parse(content) as Record<string, string> }));
}

const askFor = (headers: Record<string, string>, address: string) =>
  at.ask(null, 'POST /me/address', { headers, body: { address } });
const take = (headers: Record<string, string>, token: string | undefined) =>
  at.ask(null, 'POST /me/address/confirmation', { headers, body: { token } });
const tokenFor = async (address: string) => (await mailsTo(address)).at(-1)?.content['token'];

test('an address becomes a member’s once they open the link that was mailed there; the former one is told', async () => {
  const member = await somebody('mira');
  const { headers } = await signIn(at.store, member);
  const elsewhere = await signIn(at.store, member);
  expect((await askFor(headers, 'mira@new.example')).status).toBe(202);
  expect((await at.ask(null, 'GET /me/data', { headers })).body.member.address).toBe('mira@amal.example');

  const token = await tokenFor('mira@new.example');
  expect(token).not.toContain('mira');
  const taken = await take(headers, token);
  expect([taken.status, taken.body.address]).toEqual([200, 'mira@new.example']);
  expect(await mailsTo('mira@amal.example')).toEqual([{ kind: 'member-changed', content: { change: 'address' } }]);
  await until(async () => (await at.ask(null, 'GET /me', { headers: elsewhere.headers })).status === 401);
  expect((await at.ask(null, 'GET /me', { headers })).status).toBe(200);
  const log = await readLog(at.store.sql, at.store.positions, 0, 1_000);
  expect(log.findLast(({ type }) => type === 'member.changed')).toMatchObject({
    actor: { memberId: member.id },
    data: { member: member.id, changed: ['address'] },
  });
  expect(JSON.stringify(log)).not.toContain('@new.example');
  // The link worked once.
  expect((await take(headers, token)).body.type).toBe('/problems/state-conflict');
});

test('a link is for the member who asked for it, as long as it holds', async () => {
  const member = await somebody('noor');
  const other = await signIn(at.store, await somebody('other'));
  const { headers } = await signIn(at.store, member);
  await askFor(headers, 'noor@new.example');
  const token = (await tokenFor('noor@new.example')) ?? '';
  expect((await take(other.headers, token)).status).toBe(404);
  expect((await take(headers, `${token.slice(0, -2)}AA`)).status).toBe(404);
  expect((await take(headers, 'made up')).status).toBe(404);
  const weak = await signIn(at.store, member, { strong: false });
  expect((await take(weak.headers, token)).body.type).toBe('/problems/step-up-required');
  expect((await askFor(weak.headers, 'noor@new.example')).body.type).toBe('/problems/step-up-required');
  expect((await take(headers, token)).status).toBe(200);
});

test('nobody takes a colleague’s address, or gets past a provider that says theirs', async () => {
  const member = await somebody('ida');
  const { headers } = await signIn(at.store, member);
  const { owner, organisation } = at.network.of('Amal');
  const taken = await askFor(headers, owner.address.toUpperCase());
  expect([taken.status, taken.body.errors[0].pointer]).toEqual([400, '/address']);
  await askFor(headers, 'ida@new.example');
  const token = await tokenFor('ida@new.example');
  const now = new Date();
  await at.store.sql.query(
    `INSERT INTO domain (id, organisation_id, name, token, created_at, verified_at) VALUES (gen_random_uuid(), $1, 'amal.example', 't', $2, $2)`,
    [organisation.id, now],
  );
  await at.store.sql.query(
    `INSERT INTO single_sign_on (organisation_id, issuer, client_id, client_secret, enforced, updated_at) VALUES ($1, 'https://id.example', 'c', 's', true, $2)`,
    [organisation.id, now],
  );
  expect((await take(headers, token)).body.type).toBe('/problems/state-conflict');
  expect((await askFor(headers, 'ida@other.example')).body.type).toBe('/problems/state-conflict');
});

test('a member’s asking fills nobody’s mailbox', async () => {
  const limited = await startTestServer({ csos: ['Amal'] }, { TOCSIN_REQUESTS_PER_SECOND: '100' });
  try {
    const { headers } = await signIn(limited.store, limited.network.of('Amal').owner);
    const asked: number[] = [];
    for (let times = 0; times < 6; times += 1) {
      const body = { address: `somebody${times}@elsewhere.example` };
      asked.push((await limited.ask(null, 'POST /me/address', { headers, body })).status);
    }
    expect(asked).toEqual([202, 202, 202, 202, 202, 429]);
  } finally {
    await limited.close();
  }
});

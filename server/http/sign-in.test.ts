import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addMember } from '../../core/store/commands/member.ts';
import { tokenDigest } from '../../core/store/token.ts';
import { readLog } from '../../core/store/log-reader.ts';
import { signIn } from '../../test/support/session.ts';
import { until } from '../../test/support/until.ts';
import { startTestServer, type TestServer } from '../../test/support/server.ts';

let tested: TestServer;
const own = { 'sec-fetch-site': 'same-origin' };

beforeAll(async () => {
  tested = await startTestServer({ csos: ['Amal', 'Bridge'], platforms: ['Agora'], coordinator: 'Hub' });
});
afterAll(() => tested.close());

/** The token of the last link that was written to an address. */
async function mailedToken(address: string): Promise<string> {
  const { rows } = await tested.store.sql.query<{ content: string }>(
    `SELECT content FROM delivery WHERE kind = 'sign-in' AND recipient = $1 ORDER BY id DESC LIMIT 1`,
    [address],
  );
  return (JSON.parse(rows[0]?.content ?? '{}') as { token: string }).token;
}

async function linkFor(address: string): Promise<string> {
  const asked = await tested.ask(null, 'POST /sign-in/link', { body: { address } });
  expect(asked.status).toBe(202);
  await mailsWritten();
  return mailedToken(address);
}

/** The mail of a link is begun before asking for it is answered, and commands run one after another. */
const mailsWritten = () => tested.store.writer.run(async () => undefined);

const use = (body: object, headers: Record<string, string> = own) =>
  tested.ask(null, 'POST /sign-in/link/use', { body, headers });

/** The cookie that an answer sets, as a browser sends it. */
function cookieOf(answer: { headers: Headers }): Record<string, string> {
  const [pair = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
  return { ...own, cookie: pair };
}

/** A session that was ended is known to be as soon as this node has read of it. */
const isOver = (headers: Record<string, string>) =>
  until(async () => (await tested.ask(null, 'GET /me', { headers })).status === 401);

/** Entries of the log of one type. */
async function entries(type: string) {
  const all = await readLog(tested.store.sql, tested.store.positions, 0, 1_000);
  return all.filter((entry) => entry.type === type);
}

test('a mailed link signs in once, and the cookie is the member', async () => {
  const { owner, organisation } = tested.network.of('Amal');
  const token = await linkFor(owner.address);
  const signedIn = await use({ token });
  expect(signedIn.status).toBe(200);
  expect(signedIn.body.signedIn.as).toMatchObject({ type: 'member', id: owner.id, role: 'owner', strength: 'none' });
  expect(signedIn.headers.get('set-cookie')).toMatch(
    /^tocsin_session=session_[0-9a-f]{64}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/,
  );

  const me = await tested.ask(null, 'GET /me', { headers: cookieOf(signedIn) });
  expect(me.body.organisation.id).toBe(organisation.id);

  const again = await use({ token });
  expect(again.status).toBe(401);
  expect(again.headers.get('set-cookie')).toBeNull();
  const refused = await entries('sign-in.refused');
  expect(refused.at(-1)?.data).toEqual({ member: owner.id, by: 'link', reason: 'spent' });
  expect((await entries('session.began')).at(-1)?.actor.memberId).toBe(owner.id);
});

test('a link that is too old signs nobody in, and says so; opening its page changes nothing', async () => {
  const { owner } = tested.network.of('Bridge');
  const token = await linkFor(owner.address);
  // As scanners do: the page is opened, again and again.
  for (let opened = 0; opened < 3; opened += 1) {
    await fetch(`${tested.server.url}/sign-in/link?token=${token}`);
    await fetch(`${tested.server.url}/api/v1/sign-in/link/use?token=${token}`);
  }
  await tested.store.sql.query(`UPDATE sign_in_link SET expires_at = now() - interval '1 second' WHERE digest = $1`, [
    tokenDigest(token),
  ]);
  const late = await use({ token });
  expect([late.status, late.body.detail]).toEqual([401, 'This link is too old. Ask for a new one.']);
  expect((await entries('sign-in.refused')).at(-1)?.data).toEqual({ member: owner.id, by: 'link', reason: 'expired' });
  await tested.store.sql.query(`UPDATE sign_in_link SET expires_at = now() + interval '1 minute' WHERE digest = $1`, [
    tokenDigest(token),
  ]);
  expect((await use({ token })).status).toBe(200);
});

test('the cookie counts from our own origin alone', async () => {
  const { headers } = await signIn(tested.store, tested.network.of('Amal').owner);
  const { cookie } = headers as { cookie: string };
  const statusWith = async (more: Record<string, string>): Promise<number> =>
    (await tested.ask(null, 'GET /me', { headers: { cookie, ...more } })).status;
  expect(await statusWith({ 'sec-fetch-site': 'same-origin' })).toBe(200);
  expect(await statusWith({ 'sec-fetch-site': 'cross-site' })).toBe(401);
  expect(await statusWith({ 'sec-fetch-site': 'same-site' })).toBe(401);
  expect(await statusWith({ origin: 'https://evil.example' })).toBe(401);
  expect(await statusWith({ origin: new URL(tested.server.url).origin })).toBe(200);
  // What a cookie holds is no bearer token, which every origin may send.
  const token = cookie.slice('tocsin_session='.length);
  expect((await tested.ask(null, 'GET /me', { token })).status).toBe(401);
});

test('an unknown address is answered and stored like a known one, and gets no mail', async () => {
  const count = async (): Promise<number> =>
    (await tested.store.sql.query<{ n: number }>('SELECT count(*)::integer AS n FROM sign_in_link')).rows[0]?.n ?? 0;
  const before = await count();
  const unknown = await tested.ask(null, 'POST /sign-in/link', { body: { address: 'nobody@example.org' } });
  const { address } = tested.network.of('Bridge').owner;
  const known = await tested.ask(null, 'POST /sign-in/link', { body: { address } });
  expect({ status: unknown.status, body: unknown.body }).toEqual({ status: known.status, body: known.body });
  expect(await count()).toBe(before + 2);
  await mailsWritten();
  expect(await mailedToken(address)).toBeDefined();
  expect(await mailedToken('nobody@example.org')).toBeUndefined();
});

test('the answer waits for nothing that is done only for an address that somebody has', async () => {
  const { address } = tested.network.of('Hub').owner;
  const client = await tested.store.pool.connect();
  try {
    // Nothing can be mailed as long as this is held, so an answer that waited for a mail would not come.
    await client.query('BEGIN; LOCK TABLE delivery IN EXCLUSIVE MODE');
    expect((await tested.ask(null, 'POST /sign-in/link', { body: { address } })).status).toBe(202);
    expect(await mailedToken(address)).toBeUndefined();
    await client.query('COMMIT');
  } finally {
    client.release(true);
  }
  await mailsWritten();
  expect(await mailedToken(address)).toBeDefined();
});

describe('however often others ask for an address', () => {
  const ask = async (address: string): Promise<number> =>
    (await tested.ask(null, 'POST /sign-in/link', { body: { address } })).status;
  const mailed = async (address: string): Promise<number> =>
    (
      await tested.store.sql.query<{ n: number }>(
        `SELECT count(*)::integer AS n FROM delivery WHERE kind = 'sign-in' AND recipient = $1`,
        [address],
      )
    ).rows[0]?.n ?? 0;
  const later = (address: string, minutes: number) =>
    tested.store.sql.query(
      `UPDATE sign_in_link SET created_at = created_at - make_interval(mins => $2), expires_at = expires_at - make_interval(mins => $2)
       WHERE address = $1`,
      [address, minutes],
    );
  /** Asks until five were mailed, then twice more; each that is to be mailed is. */
  async function flood(address: string): Promise<void> {
    for (let asked = 0; asked < 5; asked += 1) await linkFor(address);
    expect([await ask(address), await ask(address)]).toEqual([202, 202]);
  }

  test('its mailbox is not filled while a link in it still works, and is not cut off from one', async () => {
    const { address } = tested.network.of('Agora').owner;
    await flood(address);
    await mailsWritten();
    expect(await mailed(address)).toBe(5);
    expect((await use({ token: await mailedToken(address) })).status).toBe(200);
    await later(address, 11);
    const token = await linkFor(address);
    expect(await mailed(address)).toBe(6);
    expect((await use({ token })).status).toBe(200);
  });

  test('an unknown one is told no more than a known one', async () => {
    const stored = async (): Promise<number> =>
      (await tested.store.sql.query(`SELECT FROM sign_in_link WHERE address = 'somebody@example.org'`)).rowCount ?? 0;
    const answers = [];
    for (let asked = 0; asked < 7; asked += 1) answers.push(await ask('somebody@example.org'));
    expect(answers).toEqual(Array.from({ length: 7 }, () => 202));
    expect(await stored()).toBe(5);
    await later('somebody@example.org', 11);
    await ask('somebody@example.org');
    expect(await stored()).toBe(6);
  });
});

test('who is a member of two organisations says as whom', async () => {
  const { owner } = tested.network.of('Bridge');
  const second = await tested.store.writer.run(
    addMember({
      organisationId: tested.network.of('Agora').organisation.id,
      name: 'The same person',
      address: owner.address.toUpperCase().replace('EXAMPLE', 'example'),
      role: 'viewer',
    }),
  );
  const token = await linkFor(owner.address);
  const asked = await use({ token });
  expect(asked.body.choose.map(({ member }: { member: string }) => member).toSorted()).toEqual(
    [owner.id, second.id].toSorted(),
  );
  expect((await use({ token, member: tested.network.of('Hub').owner.id })).status).toBe(401);
  const chosen = await use({ token, member: second.id });
  expect(chosen.body.signedIn.as.id).toBe(second.id);
});

test('signing in never goes on under a token that the browser brought', async () => {
  const { owner } = tested.network.of('Amal');
  const planted = await signIn(tested.store, owner, { strong: false });
  const signedIn = await use({ token: await linkFor(owner.address) }, planted.headers);
  expect(cookieOf(signedIn)['cookie']).not.toBe(planted.headers['cookie']);
  await isOver(planted.headers);
});

test('sessions are listed by device, ended one by one, all but this one, and here', async () => {
  const { owner } = tested.network.of('Hub');
  const one = await signIn(tested.store, owner);
  const two = await signIn(tested.store, owner);
  const three = await signIn(tested.store, owner);
  const list = await tested.ask(null, 'GET /sessions', { headers: one.headers });
  expect(list.body.data).toHaveLength(3);
  expect(list.body.data.find(({ current }: { current: boolean }) => current)).toMatchObject({
    id: one.id,
    device: 'Chromium on Linux',
  });
  expect(JSON.stringify(list.body)).not.toContain('session_');

  expect((await tested.ask(null, `DELETE /sessions/${two.id}`, { headers: one.headers })).status).toBe(204);
  await isOver(two.headers);
  expect((await tested.ask(null, 'DELETE /sessions', { headers: one.headers })).status).toBe(204);
  await isOver(three.headers);
  const out = await tested.ask(null, 'DELETE /sessions/current', { headers: one.headers });
  expect(out.headers.get('set-cookie')).toMatch(/^tocsin_session=; Max-Age=0/);
  await isOver(one.headers);
});

test('nobody ends another member’s session', async () => {
  const one = await signIn(tested.store, tested.network.of('Amal').owner);
  const other = await signIn(tested.store, tested.network.of('Bridge').owner);
  expect((await tested.ask(null, `DELETE /sessions/${other.id}`, { headers: one.headers })).status).toBe(404);
  expect((await tested.ask(null, 'GET /me', { headers: other.headers })).status).toBe(200);
});

test('raising asks a member for a strong factor, and the coordinator’s people for one always', async () => {
  const weak = await signIn(tested.store, tested.network.of('Amal').owner, { strong: false });
  const refused = await tested.ask(null, 'POST /warnings', { headers: weak.headers, body: {} });
  expect(refused.body.type).toBe('/problems/step-up-required');
  const hub = await signIn(tested.store, tested.network.of('Hub').owner, { strong: false });
  const reading = await tested.ask(null, 'GET /warnings', { headers: hub.headers });
  expect(reading.body.type).toBe('/problems/step-up-required');
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { addMember } from '../../core/store/commands/member.ts';
import type { Member } from '../../core/domain/organisation.ts';
import type { Role } from '../../core/contract/vocabularies.ts';
import { readLog } from '../../core/store/log-reader.ts';
import { Authenticator } from '../../test/support/authenticator.ts';
import { startTestServer, type TestAnswer, type TestServer } from '../../test/support/server.ts';
import { signIn } from '../../test/support/session.ts';
import { until } from '../../test/support/until.ts';

let tested: TestServer;
let origin: string;
type Headers = Record<string, string>;
const own = { 'sec-fetch-site': 'same-origin' };

beforeAll(async () => {
  tested = await startTestServer({ csos: ['Amal'], platforms: ['Agora'], coordinator: 'Hub' });
  origin = `http://localhost:${tested.server.port}`;
});
afterAll(() => tested.close());

let made = 0;
/** Somebody new, so that each test has a member of its own. */
async function somebody(role: Role = 'responder', organisation = 'Amal'): Promise<Member> {
  made += 1;
  const organisationId = tested.network.of(organisation).organisation.id;
  return tested.store.writer.run(
    addMember({ organisationId, name: `Member ${made}`, address: `member${made}@example.org`, role }),
  );
}

/** The cookie that an answer sets, as a browser sends it; without one, what was sent goes on. */
function cookieAfter(answer: TestAnswer, before: Headers): Headers {
  const [pair] = (answer.headers.get('set-cookie') ?? '').split(';');
  return pair ? { ...own, cookie: pair } : before;
}

const ask = (call: string, headers: Headers, body?: unknown): Promise<TestAnswer> =>
  tested.ask(null, call, { headers, ...(body === undefined ? {} : { body }) });

async function enrolPasskey(headers: Headers): Promise<{ authenticator: Authenticator; headers: Headers; id: string }> {
  const authenticator = new Authenticator(origin);
  const options = await ask('POST /me/passkeys/options', headers, {});
  const added = await ask('POST /me/passkeys', headers, {
    name: 'Phone',
    response: authenticator.create(options.body),
  });
  expect(added.status).toBe(201);
  return { authenticator, headers: cookieAfter(added, headers), id: added.body.id };
}

const codeOf = (secret: string, offset = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + offset * 30_000 });

async function enrolTotp(headers: Headers): Promise<{ secret: string; recoveryCodes: string[]; headers: Headers }> {
  const { body } = await ask('POST /me/totp', headers, {});
  const confirmed = await ask('POST /me/totp/confirmation', headers, { code: codeOf(body.secret) });
  expect(confirmed.status).toBe(200);
  return { secret: body.secret, recoveryCodes: confirmed.body.recoveryCodes, headers: cookieAfter(confirmed, headers) };
}

async function refusals(member: Member) {
  const all = await readLog(tested.store.sql, tested.store.positions, 0, 2_000);
  return all
    .filter(({ type, data }) => type === 'sign-in.refused' && data['member'] === member.id)
    .map(({ data }) => data);
}

test('a passkey is added, makes the session strong under a new cookie, and signs in by itself', async () => {
  const member = await somebody();
  const weak = await signIn(tested.store, member, { strong: false });
  const { authenticator, headers } = await enrolPasskey(weak.headers);
  expect(headers['cookie']).not.toBe(weak.headers['cookie']);
  expect((await ask('GET /me', headers)).body.as.strength).toBe('recent');
  await until(async () => (await ask('GET /me', weak.headers)).status === 401);

  const options = await ask('POST /sign-in/passkey/options', own, {});
  const signedIn = await ask('POST /sign-in/passkey', own, { response: authenticator.get(options.body) });
  expect(signedIn.body.signedIn.as).toMatchObject({ id: member.id, strength: 'recent' });
  expect((await ask('GET /me', cookieAfter(signedIn, own))).status).toBe(200);
  const { rows } = await tested.store.sql.query<{ content: string }>(
    `SELECT content FROM delivery WHERE kind = 'factor-changed' AND member_id = $1`,
    [member.id],
  );
  expect(rows.map(({ content }) => JSON.parse(content) as unknown)).toEqual([{ change: 'passkey-added' }]);
});

test('a passkey is called by its device until it is renamed', async () => {
  const { headers } = await signIn(tested.store, await somebody(), { strong: false });
  const options = await ask('POST /me/passkeys/options', headers, {});
  const response = new Authenticator(origin).create(options.body);
  const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
  const added = await ask('POST /me/passkeys', { ...headers, 'user-agent': agent }, { response });
  expect(added.body.name).toBe('Firefox on Linux');
  const renamed = await ask(`PATCH /me/passkeys/${added.body.id}`, cookieAfter(added, headers), { name: 'Laptop' });
  expect(renamed.body).toEqual({ ...added.body, name: 'Laptop' });
});

test('a passkey’s answer counts once, from our own origin, with its user verified, for its own challenge', async () => {
  const { headers } = await signIn(tested.store, await somebody(), { strong: false });
  const { authenticator } = await enrolPasskey(headers);
  const challenge = async () => (await ask('POST /sign-in/passkey/options', own, {})).body as { challenge: string };
  const enter = (response: unknown, from: Headers = own) => ask('POST /sign-in/passkey', from, { response });

  const first = authenticator.get(await challenge());
  expect((await enter(first)).status).toBe(200);
  expect((await enter(first)).status).toBe(401);
  const bent = [{ origin: 'https://evil.example' }, { verified: false }];
  for (const one of bent) expect((await enter(authenticator.get(await challenge(), one))).status).toBe(401);
  const foreign = Buffer.from('a challenge of my own').toString('base64url');
  expect((await enter(authenticator.get({ challenge: foreign }))).status).toBe(409);
  const stranger = new Authenticator(origin);
  expect((await enter(stranger.get(await challenge()))).status).toBe(401);
  const elsewhere = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
  expect((await enter(authenticator.get(await challenge()), elsewhere)).status).toBe(401);
});

test('a challenge that was given to step up signs nobody in, and one member’s passkey strengthens no other’s session', async () => {
  const one = await enrolPasskey((await signIn(tested.store, await somebody(), { strong: false })).headers);
  const other = await somebody();
  const weak = (await signIn(tested.store, other, { strong: false })).headers;
  const mine = await ask('POST /step-up/passkey/options', one.headers, {});
  expect((await ask('POST /sign-in/passkey', own, { response: one.authenticator.get(mine.body) })).status).toBe(409);
  const theirs = await ask('POST /step-up/passkey/options', weak, {});
  const shown = await ask('POST /step-up', weak, { passkey: one.authenticator.get(theirs.body) });
  expect(shown.status).toBe(400);
  expect(await refusals(other)).toEqual([{ member: other.id, by: 'passkey', reason: 'foreign' }]);
});

test('one-time codes are set up, and each counts once', async () => {
  const member = await somebody();
  const { headers } = await signIn(tested.store, member, { strong: false });
  const { secret, recoveryCodes } = await enrolTotp(headers);
  expect(new Set(recoveryCodes).size).toBe(10);
  const again = (await signIn(tested.store, member, { strong: false })).headers;
  const stale = await ask('POST /step-up', again, { totp: codeOf(secret) });
  expect(stale.body.errors[0].pointer).toBe('/totp');
  const right = await ask('POST /step-up', again, { totp: codeOf(secret, 1) });
  expect(right.body.as.strength).toBe('recent');
  expect((await ask('POST /step-up', cookieAfter(right, again), { totp: codeOf(secret, 1) })).status).toBe(400);
  expect((await refusals(member)).map(({ reason }) => reason)).toEqual(['wrong', 'wrong']);
  // What is kept of the secret cannot be read without the network's own.
  const { rows } = await tested.store.sql.query<{ secret: Buffer }>('SELECT secret FROM totp WHERE member_id = $1', [
    member.id,
  ]);
  expect(rows[0]?.secret.includes(secret)).toBe(false);
});

test('a recovery code counts once, however it is written', async () => {
  const member = await somebody();
  const { recoveryCodes } = await enrolTotp((await signIn(tested.store, member, { strong: false })).headers);
  // 28 letters of base32 are 140 bits: 128 at least (ASVS 5.0, 6.5.3).
  expect(new Set(recoveryCodes.filter((one) => /^[a-z2-7]{4}(?:-[a-z2-7]{4}){6}$/.test(one))).size).toBe(10);
  const code = (recoveryCodes[0] ?? '').toUpperCase().replaceAll('-', ' ');
  const one = (await signIn(tested.store, member, { strong: false })).headers;
  const shown = await ask('POST /step-up', one, { recoveryCode: code });
  expect(shown.body.as.strength).toBe('recent');
  const headers = cookieAfter(shown, one);
  expect((await ask('GET /me/factors', headers)).body.recoveryCodes).toBe(9);
  expect((await ask('POST /step-up', headers, { recoveryCode: code })).status).toBe(400);
  const renewed = await ask('POST /me/recovery-codes', headers, {});
  expect(renewed.body.recoveryCodes).toHaveLength(10);
  expect((await ask('POST /step-up', headers, { recoveryCode: recoveryCodes[1] })).status).toBe(400);
});

test('who guesses five times waits, also with the right code', async () => {
  const member = await somebody();
  const { secret } = await enrolTotp((await signIn(tested.store, member, { strong: false })).headers);
  const { headers } = await signIn(tested.store, member, { strong: false });
  const right = codeOf(secret, 1);
  const wrong = right === '000000' ? '111111' : '000000';
  for (let guess = 0; guess < 5; guess += 1) {
    expect((await ask('POST /step-up', headers, { totp: wrong })).status).toBe(400);
  }
  const waiting = await ask('POST /step-up', headers, { totp: right });
  expect(waiting.status).toBe(429);
  expect(Number(waiting.headers.get('retry-after'))).toBeGreaterThan(800);
});

test('a second factor is added, and one removed, beside one that was shown just now', async () => {
  const member = await somebody();
  const weak = (await signIn(tested.store, member, { strong: false })).headers;
  const options = await ask('POST /me/passkeys/options', weak, {});
  const { id } = await enrolPasskey((await signIn(tested.store, member, { strong: false })).headers);
  const begun = await ask('POST /me/passkeys/options', weak, {});
  expect(begun.body.type).toBe('/problems/step-up-required');
  const added = await ask('POST /me/passkeys', weak, {
    name: 'Thief',
    response: new Authenticator(origin).create(options.body),
  });
  expect(added.body.type).toBe('/problems/step-up-required');
  expect((await ask('POST /me/totp', weak, {})).body.type).toBe('/problems/step-up-required');
  expect((await ask(`DELETE /me/passkeys/${id}`, weak)).body.type).toBe('/problems/step-up-required');
  const strong = (await signIn(tested.store, member)).headers;
  expect((await ask(`PATCH /me/passkeys/${id}`, strong, { name: 'Old phone' })).body.name).toBe('Old phone');
  expect((await ask(`DELETE /me/passkeys/${id}`, strong)).status).toBe(204);
  expect((await ask(`DELETE /me/passkeys/${id}`, strong)).status).toBe(404);
});

test('a manager takes away what somebody lost, which signs them out; but not an owner’s, another organisation’s, or their own', async () => {
  const lost = await somebody();
  const enrolled = await enrolPasskey((await signIn(tested.store, lost, { strong: false })).headers);
  const manager = await somebody('manager');
  const { headers } = await signIn(tested.store, manager);
  expect((await ask(`DELETE /members/${lost.id}/factors`, headers)).status).toBe(204);
  await until(async () => (await ask('GET /me', enrolled.headers)).status === 401);
  const options = await ask('POST /sign-in/passkey/options', own, {});
  const entering = await ask('POST /sign-in/passkey', own, { response: enrolled.authenticator.get(options.body) });
  expect(entering.status).toBe(401);
  const { owner } = tested.network.of('Amal');
  expect((await ask(`DELETE /members/${owner.id}/factors`, headers)).body.type).toBe('/problems/role-missing');
  expect((await ask(`DELETE /members/${tested.network.of('Agora').owner.id}/factors`, headers)).status).toBe(404);
  expect((await ask(`DELETE /members/${manager.id}/factors`, headers)).status).toBe(409);
});

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { suspendOrganisation, resumeOrganisation } from '../../core/store/commands/organisation.ts';
import { addMember } from '../../core/store/commands/member.ts';
import { readLog } from '../../core/store/log-reader.ts';
import { startIdentityProvider, type IdentityProvider } from '../../test/support/identity-provider.ts';
import { startNameServer, type NameServer } from '../../test/support/name-server.ts';
import { freePort } from '../../test/support/ports.ts';
import { startTestServer, type TestAnswer, type TestServer } from '../../test/support/server.ts';
import { signIn } from '../../test/support/session.ts';
import { until } from '../../test/support/until.ts';

let tested: TestServer;
let provider: IdentityProvider;
let names: NameServer;
let owner: Record<string, string>;
let url: string;
const own = { 'sec-fetch-site': 'same-origin' };
const member = { address: 'mira@amal.example', verified: true };

beforeAll(async () => {
  names = await startNameServer();
  const port = await freePort();
  url = `http://localhost:${port}`;
  tested = await startTestServer(
    { csos: ['Amal', 'Bridge'], platforms: ['Agora'] },
    { PORT: String(port), TOCSIN_DNS_SERVERS: names.address },
  );
  provider = await startIdentityProvider(`${url}/sign-in/single-sign-on/callback`, { email: member.address });
  const organisationId = tested.network.of('Amal').organisation.id;
  await tested.store.writer.run(
    addMember({ organisationId, name: 'Mira', address: member.address, role: 'responder' }),
  );
  owner = (await signIn(tested.store, tested.network.of('Amal').owner)).headers;
  expect((await set({ enforced: false })).status).toBe(200);
  const { body } = await ask('POST /organisation/domains', owner, { name: 'amal.example' });
  names.txt.set(body.record.name, body.record.value);
  expect((await ask(`POST /organisation/domains/${body.id}/verification`, owner)).body.verifiedAt).not.toBeNull();
});
beforeEach(() => {
  provider.account = { email: member.address };
});
afterAll(async () => {
  await provider.close();
  await tested.close();
  names.close();
});

const ask = (call: string, headers: Record<string, string>, body?: unknown): Promise<TestAnswer> =>
  tested.ask(null, call, { headers, ...(body === undefined ? {} : { body }) });

const set = ({ enforced }: { enforced: boolean }): Promise<TestAnswer> => {
  const { issuer, clientId, clientSecret } = provider;
  return ask('PUT /organisation/single-sign-on', owner, { issuer, clientId, clientSecret, enforced });
};

/** Begins as a browser does: where it is sent, and the cookie that it was given. */
async function begin(address = member.address): Promise<{ url: string; cookie: string }> {
  const begun = await ask('POST /sign-in/single-sign-on', own, { address });
  expect(begun.status).toBe(200);
  return { url: begun.body.url, cookie: (begun.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
}

/** Comes back from the provider: what the page says, and the cookies that it sets. */
async function comeBack(
  to: string,
  cookie: string,
): Promise<{ status: number; text: string; session: string | undefined }> {
  const answer = await fetch(to, { headers: { cookie, 'sec-fetch-site': 'cross-site' }, redirect: 'manual' });
  const session = answer.headers.getSetCookie().find((line) => line.startsWith('tocsin_session='));
  return { status: answer.status, text: await answer.text(), session: session?.split(';')[0] };
}

const connections = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => server.getConnections((error, open) => (error ? reject(error) : resolve(open))));

async function lastRefusal(): Promise<unknown> {
  const all = await readLog(tested.store.sql, tested.store.positions, 0, 2_000);
  return all.findLast(({ type }) => type === 'sign-in.refused')?.data['reason'];
}

test('a member signs in by their organisation’s provider, weakly, and once for each time they were sent', async () => {
  const { url: to, cookie } = await begin();
  const back = await provider.follow(to);
  const entered = await comeBack(back, cookie);
  expect(entered.status).toBe(200);
  const me = await ask('GET /me', { ...own, cookie: entered.session ?? '' });
  expect(me.body.as).toMatchObject({ name: 'Mira', strength: 'none' });
  expect((await ask('POST /warnings', { ...own, cookie: entered.session ?? '' }, {})).body.type).toBe(
    '/problems/step-up-required',
  );
  const again = await comeBack(back, cookie);
  expect([again.status, again.session]).toEqual([403, undefined]);
});

test('what was begun in another browser, with another state or by nobody signs nobody in', async () => {
  const one = await begin();
  const back = await provider.follow(one.url);
  const other = await begin();
  const attempts = [
    await comeBack(back, other.cookie),
    await comeBack(back, ''),
    await comeBack(back.replace(/state=[^&]+/, 'state=made-up'), one.cookie),
    await comeBack(`${url}/sign-in/single-sign-on/callback`, one.cookie),
    await comeBack(`${url}/sign-in/single-sign-on/callback?error=access_denied&state=x`, one.cookie),
  ];
  expect(attempts.map(({ status, session }) => [status, session])).toEqual(attempts.map(() => [403, undefined]));
  expect(await lastRefusal()).toBe('other-browser');
});

test('who calls it off at the provider is told so', async () => {
  const { url: to, cookie } = await begin();
  const back = new URL(await provider.follow(to));
  back.searchParams.delete('code');
  back.searchParams.set('error', 'access_denied');
  const entered = await comeBack(back.href, cookie);
  expect([entered.status, entered.session]).toEqual([403, undefined]);
  expect(entered.text).toContain('called off');
  expect(await lastRefusal()).toBe('cancelled');
});

test('an answer of another issuer does not hold (RFC 9207)', async () => {
  const { url: to, cookie } = await begin();
  const back = new URL(await provider.follow(to));
  back.searchParams.set('iss', 'https://evil.example');
  const entered = await comeBack(back.href, cookie);
  expect([entered.status, entered.session]).toEqual([403, undefined]);
  expect(await lastRefusal()).toBe('not-held');
});

test('a secret that is kept is sent to no other issuer', async () => {
  const { issuer, clientId } = provider;
  const put = (body: object) => ask('PUT /organisation/single-sign-on', owner, { clientId, enforced: false, ...body });
  expect((await put({ issuer })).status).toBe(200);
  const elsewhere = await startIdentityProvider(`${url}/sign-in/single-sign-on/callback`, { email: member.address });
  expect((await put({ issuer: elsewhere.issuer })).status).toBe(409);
  expect((await put({ issuer, clientId: 'another' })).status).toBe(409);
  await elsewhere.close();
});

test('nobody enters unverified, by a domain that was not proven, without being a member, or for another organisation', async () => {
  const bridge = tested.network.of('Bridge').owner.address;
  const cases = [
    [{ email: member.address, verified: false }, 'not-verified'],
    [{ email: 'mira@elsewhere.example' }, 'foreign-domain'],
    [{ email: bridge }, 'foreign-domain'],
    [{ email: 'nobody@amal.example' }, 'no-member'],
  ] as const;
  for (const [account, reason] of cases) {
    provider.account = account;
    const { url: to, cookie } = await begin();
    const entered = await comeBack(await provider.follow(to), cookie);
    expect([entered.status, entered.session]).toEqual([403, undefined]);
    expect(await lastRefusal()).toBe(reason);
  }
  const { id } = tested.network.of('Amal').organisation;
  provider.account = { email: member.address };
  const { url: to, cookie } = await begin();
  await tested.store.writer.run(suspendOrganisation(id));
  expect((await comeBack(await provider.follow(to), cookie)).status).toBe(403);
  await tested.store.writer.run(resumeOrganisation(id));
});

test('enforced, members get no link to enter by; owners do', async () => {
  expect((await set({ enforced: true })).body.provider.enforced).toBe(true);
  const asked = async (address: string): Promise<string[]> => {
    expect((await ask('POST /sign-in/link', own, { address })).status).toBe(202);
    // The mail's command was begun before the answer, and commands run one after another.
    await tested.store.writer.run(async () => undefined);
    const { rows } = await tested.store.sql.query<{ kind: string }>('SELECT kind FROM delivery WHERE recipient = $1', [
      address,
    ]);
    return rows.map(({ kind }) => kind);
  };
  // Told what their way in is: nobody waits for a mail in vain.
  expect(await asked(member.address)).toEqual(['sign-in-by-provider']);
  // Whose domain was not proven has no other way in.
  const outside = { address: 'guest@elsewhere.example', name: 'Guest', role: 'viewer' as const };
  await tested.store.writer.run(addMember({ organisationId: tested.network.of('Amal').organisation.id, ...outside }));
  expect(await asked(outside.address)).toEqual(['sign-in']);
  expect(await asked(tested.network.of('Amal').owner.address)).toEqual(['sign-in']);
  await set({ enforced: false });
});

test('a domain is proven by its record, by one organisation, and tells of nobody’s address', async () => {
  const bridge = (await signIn(tested.store, tested.network.of('Bridge').owner)).headers;
  const claimed = await ask('POST /organisation/domains', bridge, { name: 'AMAL.example' });
  expect((await ask(`POST /organisation/domains/${claimed.body.id}/verification`, bridge)).status).toBe(409);
  names.txt.set(claimed.body.record.name, claimed.body.record.value);
  const taken = await ask(`POST /organisation/domains/${claimed.body.id}/verification`, bridge);
  expect(taken.body.detail).toContain('Another organisation');
  expect((await ask(`DELETE /organisation/domains/${claimed.body.id}`, owner)).status).toBe(404);
  expect((await ask('POST /sign-in/single-sign-on', own, { address: 'a@unknown.example' })).status).toBe(404);
  expect((await ask('POST /sign-in/single-sign-on', own, { address: 'nobody-at-all@amal.example' })).status).toBe(200);
});

test('a record that is not there, says something else, or that nobody can be asked for is told apart', async () => {
  const { body } = await ask('POST /organisation/domains', owner, { name: 'second.example' });
  const verified = async (): Promise<unknown[]> => {
    const { status, body: answer } = await ask(`POST /organisation/domains/${body.id}/verification`, owner);
    return [status, answer.detail];
  };
  expect(await verified()).toEqual([409, expect.stringContaining('There is no TXT record')]);
  names.txt.set(body.record.name, 'tocsin-verification=somebody-else');
  expect(await verified()).toEqual([409, expect.stringContaining('Another value')]);
  names.failing.add(body.record.name);
  expect(await verified()).toEqual([503, expect.stringContaining('No name server answers')]);
  names.failing.delete(body.record.name);
  names.txt.set(body.record.name, body.record.value);
  expect((await verified())[0]).toBe(200);
  await ask(`DELETE /organisation/domains/${body.id}`, owner);
});

test('a provider whose answer does not end is not listened to for long', async () => {
  const endless = createServer((_, response) => {
    const more = (): void =>
      void (response.write('x'.repeat(65_536)) ? setImmediate(more) : response.once('drain', more));
    response.writeHead(200, { 'content-type': 'application/json' });
    more();
  });
  await new Promise<void>((resolve) => endless.listen(0, '127.0.0.1', resolve));
  const issuer = `http://localhost:${(endless.address() as AddressInfo).port}`;
  const body = { issuer, clientId: 'c', clientSecret: 's', enforced: false };
  const refused = await ask('PUT /organisation/single-sign-on', owner, body);
  expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('longer than 256 KiB')]);
  // It hangs up, too.
  await until(() => connections(endless).then((open) => open === 0));
  endless.close();
});

test('a provider that is none is refused with a sentence, and its secret is kept sealed and never answered', async () => {
  const put = (issuer: string) =>
    ask('PUT /organisation/single-sign-on', owner, { issuer, clientId: 'c', clientSecret: 's', enforced: false });
  for (const issuer of [`${url}/`, 'https://10.0.0.1/', 'http://example.org/', 'https://[::ffff:192.168.1.1]/']) {
    const refused = await put(issuer);
    expect([issuer, refused.status]).toEqual([issuer, 409]);
    expect(refused.body.detail).toContain(issuer);
  }
  const { body: kept } = await ask('GET /organisation/single-sign-on', owner);
  expect(kept).toEqual({
    redirectUri: `${url}/sign-in/single-sign-on/callback`,
    provider: { issuer: provider.issuer, clientId: 'tocsin', enforced: false, updatedAt: expect.any(String) },
  });
  const { rows } = await tested.store.sql.query<{ row: string }>(
    'SELECT single_sign_on::text AS row FROM single_sign_on',
  );
  expect(rows.map(({ row }) => row.includes(Buffer.from(provider.clientSecret).toString('hex')))).toEqual([false]);
  const bridge = (await signIn(tested.store, tested.network.of('Bridge').owner)).headers;
  // Who has none yet learns what theirs has to allow.
  expect((await ask('GET /organisation/single-sign-on', bridge)).body).toEqual({ ...kept, provider: null });
  const manager = await tested.ask('Amal', 'PUT /organisation/single-sign-on', {
    body: { issuer: provider.issuer, clientId: 'c', clientSecret: 's', enforced: false },
  });
  expect(manager.body.type).toBe('/problems/role-missing');
});

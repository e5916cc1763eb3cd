import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { endSession } from '../../core/store/commands/session.ts';
import { suspendOrganisation } from '../../core/store/commands/organisation.ts';
import { listen, type Listener } from '../../test/support/listener.ts';
import { openStream } from '../../test/support/event-stream.ts';
import { startTestServer, type TestServer } from '../../test/support/server.ts';
import { signIn } from '../../test/support/session.ts';
import { until } from '../../test/support/until.ts';
import { aRaise } from '../../test/support/warnings.ts';

let tested: TestServer;
const open: { close(): void }[] = [];

beforeAll(async () => {
  tested = await startTestServer({ csos: ['Amal'], platforms: ['Agora', 'Bazaar'] });
});
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});
afterAll(() => tested.close());

/** A socket of the console's, opened by a page of this origin. */
async function connect(cookie: string, origin: string): Promise<Listener> {
  const listener = await listen(tested.server.url, undefined, { extraHeaders: { cookie, origin } });
  open.push(listener);
  return listener;
}

const own = (): string => new URL(tested.server.url).origin;

test('somebody signed in hears warnings over a socket and a stream of our own page', async () => {
  const { headers } = await signIn(tested.store, tested.network.of('Agora').owner);
  const listener = await connect(headers['cookie'] ?? '', own());
  await listener.follow();
  const stream = await openStream(`${tested.server.url}/api/v1/events`, undefined, headers);
  open.push(stream);
  await until(() => stream.blocks.some(({ event }) => event === 'caught-up'));
  const { body } = await tested.ask('Amal', 'POST /warnings', { body: aRaise() });
  await until(() => listener.events.some(({ warning }) => warning.id === body.id));
  await until(() => stream.blocks.some(({ data }) => data?.includes(body.id)));
});

test('a page of another origin gets no socket by the cookie, and a session’s token is no key', async () => {
  const { headers } = await signIn(tested.store, tested.network.of('Agora').owner);
  const cookie = headers['cookie'] ?? '';
  await expect(connect(cookie, 'https://evil.example')).rejects.toMatchObject({ data: { status: 401 } });
  const token = cookie.slice('tocsin_session='.length);
  await expect(listen(tested.server.url, token)).rejects.toMatchObject({ data: { status: 401 } });
  await expect(listen(tested.server.url, undefined)).rejects.toMatchObject({ data: { status: 401 } });
  const refused = tested.logged.filter(({ msg }) => msg === 'socket refused');
  expect(refused).toMatchObject(Array.from({ length: 3 }, () => ({ problem: 'unauthorized', status: 401 })));
  expect(JSON.stringify(refused)).not.toContain(token);
});

test('a session that ends takes its sockets and streams along, and no other', async () => {
  const { owner } = tested.network.of('Agora');
  const ending = await signIn(tested.store, owner);
  const staying = await signIn(tested.store, owner);
  const one = await connect(ending.headers['cookie'] ?? '', own());
  const two = await connect(staying.headers['cookie'] ?? '', own());
  const stream = await openStream(`${tested.server.url}/api/v1/events`, undefined, ending.headers);
  open.push(stream);
  await until(() => stream.blocks.some(({ event }) => event === 'caught-up'));
  await tested.store.writer.run(endSession(owner.id, ending.id, 'revoked'));
  await until(() => one.losses.length > 0);
  expect(one.told.at(-1)).toEqual({ name: 'goodbye', payload: { reason: 'revoked' } });
  await until(() => stream.blocks.some(({ event, data }) => event === 'goodbye' && data?.includes('revoked')));
  expect(two.losses).toEqual([]);
});

test('a suspended organisation’s people are out at once', async () => {
  const { owner, organisation } = tested.network.of('Bazaar');
  const { headers } = await signIn(tested.store, owner);
  const listener = await connect(headers['cookie'] ?? '', own());
  await tested.store.writer.run(suspendOrganisation(organisation.id));
  await until(() => listener.losses.length > 0);
  const me = await tested.ask(null, 'GET /me', { headers });
  expect(me.body.type).toBe('/problems/suspended');
});

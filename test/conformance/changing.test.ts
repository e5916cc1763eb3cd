import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Event } from '../../core/contract/event.ts';
import type { Role } from '../../core/contract/vocabularies.ts';
import type { Member, Team } from '../../core/domain/organisation.ts';
import { addMember } from '../../core/store/commands/member.ts';
import { addTeam } from '../../core/store/commands/team.ts';
import { openStream, type TestStream } from '../support/event-stream.ts';
import { listen, type Listener, type Reply } from '../support/listener.ts';
import { startTestServer, type TestAnswer, type TestServer } from '../support/server.ts';
import { signIn } from '../support/session.ts';
import { until } from '../support/until.ts';
import { aRaise } from '../support/warnings.ts';

/** Milliseconds within which a change holds on every node. */
const second = 1_000;

/** Somebody who is connected by a socket and a stream, and may dial again. */
interface Connected {
  readonly socket: Listener;
  readonly stream: TestStream;
  /** What a replay over either way says of the warnings here, by their names. */
  replayed(): Promise<Record<'socket' | 'stream', string[]>>;
  dial(): Promise<Listener>;
}

let at: TestServer;
let desk: Team;
let abroad: Team;
const open: { close(): void }[] = [];
/** Warnings that were raised before anything changed, by id. */
const past = new Map<string, string>();
const owners = new Map<string, Record<string, string>>();

beforeAll(async () => {
  at = await startTestServer({
    csos: ['Amal'],
    platforms: ['Agora'],
    observers: ['Observatory'],
    coordinator: 'Hub',
  });
  const agora = at.network.of('Agora');
  desk = agora.team;
  abroad = await at.store.writer.run(addTeam(agora.caller, { name: 'Abroad' }));
  for (const [team, country] of [
    [desk, 'DE'],
    [abroad, 'FR'],
  ] as const) {
    const body = { name: country, team: team.id, filter: { countries: [country] }, channels: [{ type: 'live' }] };
    expect((await at.ask('Agora', 'POST /subscriptions', { body })).status).toBe(201);
  }
  for (const name of ['Agora', 'Hub']) owners.set(name, (await signIn(at.store, at.network.of(name).owner)).headers);
  const only = [agora.organisation.id];
  await raise('green', { tlp: 'TLP:GREEN' });
  await raise('french', { tlp: 'TLP:GREEN', countries: ['FR'] });
  await raise('amber', { tlp: 'TLP:AMBER' });
  await raise('red', { tlp: 'TLP:RED', audience: { only } });
}, 60_000);
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});
afterAll(() => at.close());

async function raise(name: string, changes: Parameters<typeof aRaise>[0]): Promise<string> {
  const { status, body } = await at.ask('Amal', 'POST /warnings', { body: aRaise(changes) });
  expect(status).toBe(201);
  past.set(body.id, name);
  return body.id as string;
}

/** An owner changes something, over HTTP. */
async function change(name: 'Agora' | 'Hub', call: string, body?: object): Promise<TestAnswer> {
  const answer = await at.ask(null, call, { headers: owners.get(name) ?? {}, ...(body ? { body } : {}) });
  expect([call, answer.status < 300, answer.body.detail]).toEqual([call, true, undefined]);
  return answer;
}

async function person(name: string, role: Role, more: { red?: boolean; teams?: string[] } = {}): Promise<Member> {
  const organisationId = at.network.of(name).organisation.id;
  const address = `${crypto.randomUUID()}@${name.toLowerCase()}.example`;
  return at.store.writer.run(addMember({ organisationId, name: role, address, role, ...more }));
}

function namesOf(events: readonly Pick<Event, 'warning'>[]): string[] {
  return [...new Set(events.map(({ warning }) => past.get(warning.id) ?? 'another'))];
}

/** Connects by both ways. @param credential a key’s token, or what the browser of somebody signed in sends */
async function connect(credential: string | Record<string, string>): Promise<Connected> {
  const token = typeof credential === 'string' ? credential : undefined;
  const headers = typeof credential === 'string' ? {} : { ...credential, origin: new URL(at.server.url).origin };
  const dial = async (): Promise<Listener> => {
    const socket = await listen(at.server.url, token, { extraHeaders: headers });
    open.push(socket);
    return socket;
  };
  const pour = async (after: string): Promise<TestStream> => {
    const stream = await openStream(`${at.server.url}/api/v1/events?after=${after}`, token, headers);
    open.push(stream);
    await until(() => stream.blocks.some(({ event }) => event === 'caught-up'));
    return stream;
  };
  const socket = await dial();
  await socket.follow();
  return {
    socket,
    stream: await pour('now'),
    dial,
    async replayed() {
      const again = await dial();
      await again.follow({}, 'start');
      const { blocks } = await pour('start');
      const told = blocks.flatMap(({ event, data }) =>
        event === undefined && data ? [JSON.parse(data) as Event] : [],
      );
      return { socket: namesOf(again.events), stream: namesOf(told) };
    },
  };
}

const signedIn = async (member: Member): Promise<Connected> => connect((await signIn(at.store, member)).headers);

/** Waits until both connections were told that they hold no more. */
async function isCut({ socket, stream }: Connected): Promise<void> {
  await until(() => socket.losses.length > 0, { timeout: second, what: 'the socket to end' });
  await until(() => stream.blocks.some(({ event }) => event === 'goodbye'), {
    timeout: second,
    what: 'the stream’s end',
  });
  expect(socket.told.at(-1)).toEqual({ name: 'goodbye', payload: { reason: 'revoked' } });
  expect(stream.blocks.find(({ event }) => event === 'goodbye')?.data).toContain('revoked');
}

const both = (...names: string[]) => ({ socket: names, stream: names });
const acknowledge = (listener: Listener, warningId: string): Promise<Reply> =>
  listener.send('acknowledge', { warningId, state: 'working' });

test('a responder who becomes a viewer answers no more, and reads on', async () => {
  const member = await person('Agora', 'responder');
  const connected = await signedIn(member);
  const [green = ''] = past.keys();
  expect(await acknowledge(connected.socket, green)).toMatchObject({ ok: true });
  await change('Agora', `PATCH /members/${member.id}`, { role: 'viewer' });
  await isCut(connected);
  const reply = await acknowledge(await connected.dial(), green);
  expect(reply.problem).toMatchObject({ type: '/problems/role-missing' });
  expect(await connected.replayed()).toEqual(both('green', 'french', 'amber'));
});

test('a member taken off the TLP:RED list hears of no such warning any more, of the past neither', async () => {
  const member = await person('Agora', 'viewer', { red: true });
  const connected = await signedIn(member);
  expect(await connected.replayed()).toEqual(both('green', 'french', 'amber', 'red'));
  await change('Agora', `PATCH /members/${member.id}`, { red: false });
  await isCut(connected);
  expect(await connected.replayed()).toEqual(both('green', 'french', 'amber'));
});

test('an organisation that is cleared for less reads the past by what it is cleared for now', async () => {
  const { organisation, token } = at.network.of('Observatory');
  await change('Hub', `PATCH /network/organisations/${organisation.id}`, { clearance: 'TLP:AMBER' });
  const member = await person('Observatory', 'viewer');
  const [people, machine] = [await signedIn(member), await connect(token)];
  for (const one of [people, machine]) expect(await one.replayed()).toEqual(both('green', 'french', 'amber'));
  await change('Hub', `PATCH /network/organisations/${organisation.id}`, { clearance: 'TLP:GREEN' });
  for (const one of [people, machine]) {
    await isCut(one);
    expect(await one.replayed()).toEqual(both('green', 'french'));
  }
});

test('a member who is moved to another team follows what that team follows', async () => {
  const member = await person('Agora', 'responder', { teams: [desk.id] });
  const connected = await signedIn(member);
  const followed = async (): Promise<string[]> => {
    const listener = await connected.dial();
    const { subscriptionId } = await listener.send('subscribe', { after: 'start' });
    await until(() => listener.told.some(({ payload }) => payload['subscriptionId'] === subscriptionId));
    return namesOf(listener.events);
  };
  expect(await followed()).toEqual(['green', 'amber']);
  await change('Agora', `PATCH /members/${member.id}`, { teams: [abroad.id] });
  await isCut(connected);
  expect(await followed()).toEqual(['french']);
  const [green = ''] = past.keys();
  const { socket } = await signedIn(member);
  const reply = await socket.send('acknowledge', { warningId: green, state: 'working', team: desk.id });
  expect(reply.problem).toMatchObject({ status: 400, errors: [{ pointer: '/team' }] });
});

test('a key that is limited to other networks, or replaced by one with less, is out at once', async () => {
  const wide = await at.network.key('Agora', { scopes: ['warnings:read', 'acknowledgements:write'] });
  const moved = await connect(wide.token);
  await change('Agora', `PATCH /keys/${wide.key.id}`, { networks: ['192.0.2.0/24'] });
  await isCut(moved);
  await expect(moved.dial()).rejects.toMatchObject({ data: { type: '/problems/unauthorized' } });

  const red = await at.network.key('Agora', { scopes: ['warnings:read', 'warnings:red'] });
  const before = await connect(red.token);
  expect(await before.replayed()).toEqual(both('green', 'french', 'amber', 'red'));
  const body = { name: 'Reads less', scopes: ['warnings:read'] };
  const narrow = await change('Agora', 'POST /keys', body);
  await change('Agora', `DELETE /keys/${red.key.id}`);
  await isCut(before);
  await expect(before.dial()).rejects.toMatchObject({ data: { type: '/problems/unauthorized' } });
  const after = await connect(narrow.body.token);
  expect(await after.replayed()).toEqual(both('green', 'french', 'amber'));
});

test('whoever is no longer in the audience is told to remove it, live and in replay, and hears no more of it', async () => {
  const connected = await connect(at.network.of('Agora').token);
  const outside = await connect(at.network.of('Observatory').token);
  const id = await raise('tightened', { tlp: 'TLP:GREEN' });
  await until(() => outside.socket.events.some(({ warning }) => warning.id === id));
  const revised = await at.ask('Amal', `POST /warnings/${id}/revisions`, {
    body: { tlp: 'TLP:AMBER', headline: 'Nur für wenige' },
    headers: { 'if-match': '*' },
  });
  expect(revised.status).toBe(201);
  await until(() => outside.socket.events.some(({ type }) => type === 'warning.withdrawn'), { timeout: second });
  await until(() => outside.stream.text.includes('warning.withdrawn'), { timeout: second });
  expect(outside.socket.events.at(-1)).toMatchObject({ type: 'warning.withdrawn', warning: { id } });
  expect(Object.keys(outside.socket.events.at(-1)?.warning ?? {})).toEqual(['id']);
  await at.ask('Amal', `POST /warnings/${id}/cancellation`, { body: { reason: 'Vorbei' } });
  const told = (): boolean => connected.socket.events.some(({ type }) => type === 'warning.cancelled');
  await until(told);
  const again = await outside.dial();
  await again.follow({}, 'start');
  const heard = again.events.filter(({ warning }) => warning.id === id);
  expect(heard.map(({ type, warning }) => [type, Object.keys(warning)])).toEqual([['warning.withdrawn', ['id']]]);
  expect(outside.socket.events.map(({ type }) => type)).not.toContain('warning.cancelled');
  expect(outside.stream.text).not.toContain('Nur für wenige');
});

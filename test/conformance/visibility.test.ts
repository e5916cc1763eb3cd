import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Event } from '../../core/contract/event.ts';
import { severityOrder, type Severity, type Tlp } from '../../core/contract/vocabularies.ts';
import type { Warning } from '../../core/contract/warning.ts';
import { addMember, changeMember } from '../../core/store/commands/member.ts';
import { addOrganisation } from '../../core/store/commands/organisation.ts';
import { changeOrganisation } from '../../core/store/commands/coordination.ts';
import { openStream, type TestStream } from '../support/event-stream.ts';
import { listen, type Listener } from '../support/listener.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { signIn } from '../support/session.ts';
import { until } from '../support/until.ts';
import { aRaise } from '../support/warnings.ts';

type Seen = 'none' | 'marked' | 'withheld' | 'full' | 'whole';

/** How somebody asks: by a key, or as a member whose browser holds a session. */
interface Reader {
  readonly name: string;
  readonly headers: Record<string, string>;
  readonly token: string | undefined;
}

interface Case {
  readonly tlp: Tlp;
  readonly audience: 'all' | 'only' | 'except';
  readonly withheld: boolean;
}

const tlps: Tlp[] = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'];
const cases: Case[] = tlps.flatMap((tlp) =>
  (['all', 'only', 'except'] as const)
    .filter((audience) => tlp !== 'TLP:RED' || audience === 'only')
    .flatMap((audience) => [false, true].map((withheld) => ({ tlp, audience, withheld }))),
);

/**
 * What each may have, written by hand from the contract's "Who may see it". `named` is in `only`, `left out` in `except`; `list` and
 * `no list`: on the organisation's TLP:RED list or not, as a key or as a member.
 */
function expected(reader: string, { tlp, audience, withheld }: Case): Seen {
  const text: Seen = withheld ? 'withheld' : 'full';
  const red = tlp === 'TLP:RED';
  if (reader.startsWith('issuer')) return red && reader.includes('no list') ? 'none' : 'whole';
  if (reader.startsWith('coordinator')) return red ? 'marked' : 'whole';
  if (reader.startsWith('named')) return red && reader.includes('no list') ? 'none' : text;
  if (reader.startsWith('left out')) return audience === 'all' ? text : 'none';
  if (reader.startsWith('observer')) {
    return (tlp === 'TLP:CLEAR' || tlp === 'TLP:GREEN') && audience !== 'only' ? text : 'none';
  }
  return audience === 'only' ? 'none' : text;
}

let at: TestServer;
const readers: Reader[] = [];

beforeAll(async () => {
  at = await startTestServer({
    csos: ['Issuer'],
    platforms: ['Named', 'Left out', 'Another'],
    observers: ['Observer'],
    coordinator: 'Hub',
  });
  const plain = ['warnings:read', 'warnings:write'] as const;
  for (const [name, organisation] of [
    ['issuer', 'Issuer'],
    ['named', 'Named'],
    ['left out', 'Left out'],
    ['another', 'Another'],
    ['observer', 'Observer'],
    ['coordinator', 'Hub'],
  ] as const) {
    const { token } = at.network.of(organisation);
    readers.push({ name: `${name}, key, list`, token, headers: { authorization: `Bearer ${token}` } });
    const bare = await at.network.key(organisation, { scopes: [...plain] });
    readers.push({
      name: `${name}, key, no list`,
      token: bare.token,
      headers: { authorization: `Bearer ${bare.token}` },
    });
    const organisationId = at.network.of(organisation).organisation.id;
    for (const red of [true, false]) {
      const sent = { organisationId, name: `${name} ${red}`, address: `${red}@${organisationId}.example`, red };
      const member = await at.store.writer.run(addMember({ ...sent, role: 'viewer' }));
      const { headers } = await signIn(at.store, member);
      readers.push({ name: `${name}, member, ${red ? 'list' : 'no list'}`, token: undefined, headers });
    }
  }
}, 60_000);
afterAll(() => at.close());

function audienceOf(audience: Case['audience']): object | undefined {
  if (audience === 'only') return { only: [at.network.of('Named').organisation.id] };
  return audience === 'except' ? { except: [at.network.of('Left out').organisation.id] } : undefined;
}

async function raise({ tlp, audience, withheld }: Case): Promise<string> {
  const more = audienceOf(audience);
  const body = aRaise({ tlp, withholdIssuer: withheld, ...(more ? { audience: more } : {}) });
  const raised = await at.ask('Issuer', 'POST /warnings', { body });
  expect(raised.status).toBe(201);
  return raised.body.id;
}

// oxlint-disable-next-line typescript/no-explicit-any -- whatever came
function levelOf(warning: any): Seen {
  if (warning === undefined) return 'none';
  if (warning.headline === undefined) return 'marked';
  if (warning.issuer.id === undefined) return 'withheld';
  return warning.audience === undefined ? 'full' : 'whole';
}

const own = (): Record<string, string> => ({ origin: new URL(at.server.url).origin });

async function dial({ token, headers }: Reader): Promise<Listener> {
  return listen(at.server.url, token, token === undefined ? { extraHeaders: { ...headers, ...own() } } : {});
}

async function stream({ token, headers }: Reader): Promise<TestStream> {
  const opened = await openStream(`${at.server.url}/api/v1/events?after=start`, token, headers);
  await until(() => opened.blocks.some(({ event }) => event === 'caught-up'));
  return opened;
}

/** What a reader got of each warning, by the last that it heard of it. */
function heard(events: readonly Pick<Event, 'warning' | 'type'>[]): Map<string, Seen> {
  const levels = new Map<string, Seen>();
  for (const { warning, type } of events) {
    levels.set(warning.id, type === 'warning.withdrawn' ? 'none' : levelOf(warning));
  }
  return levels;
}

function eventsIn({ blocks }: TestStream): Event[] {
  return blocks.flatMap(({ event, data }) => (event === undefined && data ? [JSON.parse(data) as Event] : []));
}

/** What every reader may have of these warnings, by each way of asking, against what is expected. */
async function amiss(ids: readonly string[], wanted: (reader: string, index: number) => Seen): Promise<string[]> {
  const wrong: string[] = [];
  for (const reader of readers) {
    const listed = await at.ask(null, 'GET /warnings?limit=200', { headers: reader.headers });
    const list = new Map((listed.body.data as { id: string }[]).map((warning) => [warning.id, levelOf(warning)]));
    const replayed = await dial(reader);
    await replayed.follow({}, 'start');
    const sse = await stream(reader);
    const [socket, streamed] = [heard(replayed.events), heard(eventsIn(sse))];
    replayed.close();
    sse.close();
    for (const [index, id] of ids.entries()) {
      const one = await at.ask(null, `GET /warnings/${id}`, { headers: reader.headers });
      const found = {
        one: one.status === 404 ? 'none' : levelOf(one.body),
        list: list.get(id) ?? 'none',
        socket: socket.get(id) ?? 'none',
        stream: streamed.get(id) ?? 'none',
      };
      const should = wanted(reader.name, index);
      for (const [way, level] of Object.entries(found)) {
        if (level !== should) wrong.push(`${reader.name}, ${index}, ${way}: ${level} instead of ${should}`);
      }
    }
  }
  return wrong;
}

test('every marking, audience and wish gives every reader what the contract says: one, listed, streamed, replayed and live', async () => {
  const live = await Promise.all(readers.map(dial));
  await Promise.all(live.map((listener) => listener.follow()));
  const ids: string[] = [];
  for (const one of cases) ids.push(await raise(one));
  const last = await raise({ tlp: 'TLP:CLEAR', audience: 'all', withheld: false });
  await until(() => live.every(({ events }) => events.some(({ warning }) => warning.id === last)));
  const wrong = live.flatMap(({ events }, place) => {
    const got = heard(events);
    const { name } = readers[place] as Reader;
    return cases.flatMap((one, index) => {
      const [level, should] = [got.get(ids[index] ?? '') ?? 'none', expected(name, one)];
      return level === should ? [] : [`${name}, live, ${JSON.stringify(one)}: ${level} instead of ${should}`];
    });
  });
  for (const listener of live) listener.close();
  expect(wrong).toEqual([]);
  expect(await amiss(ids, (reader, index) => expected(reader, cases[index] as Case))).toEqual([]);
}, 120_000);

/** What is active in each country, counted from a reader's own list. */
function counted(warnings: readonly Warning[]): Record<string, { active: number; severity: Severity }> {
  const standings: Record<string, { active: number; severity: Severity }> = {};
  for (const { countries, severity, status, state } of warnings) {
    // A coordinator's list has markings among it, which name no country.
    if (countries === undefined || status !== 'actual' || state !== 'active') continue;
    for (const country of countries.length === 0 ? ['none'] : countries) {
      const before = standings[country] ?? { active: 0, severity };
      const graver = severityOrder.indexOf(severity) > severityOrder.indexOf(before.severity);
      standings[country] = { active: before.active + 1, severity: graver ? severity : before.severity };
    }
  }
  return standings;
}

test('what is active in each country is what each reader reads in the list, and no drill and nothing told by its marking alone', async () => {
  for (const body of [
    { ...aRaise({ countries: ['LI', 'MT'], severity: 'extreme', tlp: 'TLP:RED' }), audience: audienceOf('only') },
    aRaise({ countries: ['MT'], severity: 'minor', tlp: 'TLP:CLEAR' }),
    aRaise({ countries: ['LU'], severity: 'extreme', status: 'exercise', tlp: 'TLP:CLEAR' }),
    aRaise({ countries: [], severity: 'moderate', tlp: 'TLP:GREEN', withholdIssuer: true }),
  ]) {
    expect((await at.ask('Issuer', 'POST /warnings', { body })).status).toBe(201);
  }
  const seen = new Map<string, string[]>();
  for (const { name, headers } of readers) {
    const listed = await at.ask(null, 'GET /warnings?limit=200', { headers });
    const { status, body } = await at.ask(null, 'GET /countries', { headers });
    expect(status).toBe(200);
    const standings = body.data as { country: string | null; active: number; severity: Severity }[];
    const found = standings.map(({ country, active, severity }) => [country ?? 'none', { active, severity }]);
    expect({ name, found: Object.fromEntries(found) }).toEqual({ name, found: counted(listed.body.data) });
    seen.set(
      name,
      standings.map(({ country, severity }) => `${country} ${severity}`),
    );
  }
  expect(seen.get('named, key, list')).toEqual(expect.arrayContaining(['LI extreme', 'MT extreme', 'null moderate']));
  for (const name of ['coordinator, key, list', 'named, key, no list', 'observer, member, list']) {
    expect(seen.get(name)).toContain('MT minor');
    expect(seen.get(name)?.filter((one) => /^(LI|LU) /.test(one))).toEqual([]);
  }
}, 60_000);

test('what was raised before a marking, an audience, a clearance or a list changed is shown by what holds then and now', async () => {
  const open: Case = { tlp: 'TLP:GREEN', audience: 'all', withheld: false };
  const tightened = await raise(open);
  const loosened = await raise({ ...open, audience: 'only' });
  const hidden = await raise(open);
  const revise = (id: string, body: object) =>
    at.ask('Issuer', `POST /warnings/${id}/revisions`, { body, headers: { 'if-match': '*' } });
  expect((await revise(tightened, { audience: audienceOf('only') })).status).toBe(201);
  expect((await revise(loosened, { audience: null })).status).toBe(201);
  expect((await revise(hidden, { withholdIssuer: true })).status).toBe(201);
  const wanted = [{ ...open, audience: 'only' as const }, open, { ...open, withheld: true }];
  expect(
    await amiss([tightened, loosened, hidden], (reader, index) => expected(reader, wanted[index] as Case)),
  ).toEqual([]);
  // The revision that they were not admitted to stays closed to who is admitted by the next one.
  const { body } = await at.ask('Another', `GET /warnings/${loosened}/revisions`);
  expect(body.data.map(({ revision }: { revision: number }) => revision)).toEqual([2]);
  const earlier = await at.ask('Another', `GET /warnings/${hidden}/timeline`);
  expect(JSON.stringify(earlier.body)).not.toContain(at.network.of('Issuer').organisation.id);
}, 120_000);

test('who is cleared for more, or taken off the TLP:RED list, reads the past by what they are now', async () => {
  const amber = await raise({ tlp: 'TLP:AMBER', audience: 'all', withheld: false });
  const red = await raise({ tlp: 'TLP:RED', audience: 'only', withheld: false });
  const { organisation } = await at.store.writer.run(addOrganisation({ name: 'Newcomer', kind: 'observer' }));
  const member = await at.store.writer.run(
    addMember({ organisationId: organisation.id, name: 'New', address: 'new@newcomer.example', role: 'owner' }),
  );
  const named = at.network.of('Named');
  const listed = [...at.store.directory().members.values()].find(({ name }) => name === 'named true');
  if (!listed) throw new Error('Nobody is on the list.');
  const replayed = async (who: typeof member): Promise<Map<string, Seen>> => {
    const { headers } = await signIn(at.store, who);
    const listener = await dial({ name: '', token: undefined, headers });
    await listener.follow({}, 'start');
    listener.close();
    return heard(listener.events);
  };
  expect((await replayed(member)).get(amber)).toBeUndefined();
  expect((await replayed(listed)).get(red)).toBe('full');

  await at.store.writer.run(
    changeOrganisation(at.network.of('Hub').caller, organisation.id, { clearance: 'TLP:AMBER' }),
  );
  const owner = {
    ...named.caller,
    as: { type: 'member' as const, ...named.owner, session: '', strength: 'recent' as const },
  };
  await at.store.writer.run(changeMember(owner, listed.id, { red: false }));
  expect((await replayed(member)).get(amber)).toBe('full');
  expect((await replayed(listed)).get(red)).toBeUndefined();
}, 60_000);

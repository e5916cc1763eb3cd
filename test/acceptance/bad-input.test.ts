import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FieldError } from '../../core/contract/problem.ts';
import { operation, operations, type OperationId } from '../../core/contract/routes.ts';
import { clientMessages } from '../../core/contract/sockets.ts';
import { readHead } from '../../core/store/log-reader.ts';
import { listen, type Listener } from '../support/listener.ts';
import { startTestServer, type Ask, type TestAnswer, type TestServer } from '../support/server.ts';
import { signIn } from '../support/session.ts';
import { aRaise } from '../support/warnings.ts';
import { rightBodies, rightMessages } from './bad-input/right-bodies.ts';
import { wrongBodies } from './bad-input/wrong-values.ts';
import { wrongQueries } from './bad-input/wrong-queries.ts';

let served: TestServer;
let ids: { warning: string; subscription: string; team: string; key: string };
let bodies: ReturnType<typeof rightBodies>;
/** Of somebody of Agora who is signed in, for what people alone do. */
let cookie: Record<string, string>;
let before: unknown;

const withBodies = (Object.keys(operations) as OperationId[]).filter((id) => operation(id).body);
const withQueries = (Object.keys(operations) as OperationId[]).filter((id) => !operation(id).public);

beforeAll(async () => {
  served = await startTestServer({ csos: ['Amal', 'Ponte'], platforms: ['Agora'], coordinator: 'Office' });
  const { organisation, team, owner } = served.network.of('Agora');
  const warning = (await served.ask('Amal', 'POST /warnings', { body: aRaise({ status: 'test' }) })).body.id as string;
  const body = { name: 'All', channels: [{ type: 'live' }] };
  const subscription = (await served.ask('Agora', 'POST /subscriptions', { body })).body.id as string;
  const { key } = await served.network.key('Agora');
  ids = { warning, subscription, team: team.id, key: key.id };
  bodies = rightBodies(organisation.id, team.id, owner.id, warning);
  cookie = (await signIn(served.store, owner)).headers;
  before = await everythingStored();
});

afterAll(() => served.close());

/** The log's head, and how many rows each table has. When keys were used is noted whatever they ask for. */
async function everythingStored(): Promise<unknown> {
  const { sql, positions } = served.store;
  const { rows: tables } = await sql.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() AND has_table_privilege(format('%I.%I', schemaname, tablename), 'SELECT') ORDER BY 1`,
  );
  expect(tables.length).toBeGreaterThan(20);
  const counts: Record<string, unknown> = {};
  for (const { name } of tables) counts[name] = (await sql.query(`SELECT count(*) FROM "${name}"`)).rows[0];
  return { head: await readHead(sql, positions), counts };
}

/** As somebody who may make the call; about what is there. */
function ask(id: OperationId, sent: Ask & { path?: string; query?: string } = {}): Promise<TestAnswer> {
  const { method, path, kinds, people } = operation(id);
  const as =
    id === 'corroborateWarning' || id === 'withdrawCorroboration'
      ? 'Ponte'
      : kinds?.[0] === 'cso'
        ? 'Amal'
        : kinds?.[0] === 'coordinator'
          ? 'Office'
          : 'Agora';
  const root = path.split('/')[1];
  const targets: Record<string, string> = { subscriptions: ids.subscription, teams: ids.team, keys: ids.key };
  const target = targets[root ?? ''] ?? ids.warning;
  const address = (sent.path ?? path).replace('{id}', target).replace('{n}', '1') + (sent.query ?? '');
  const headers = { 'if-match': '"1"', ...(people ? cookie : {}), ...sent.headers };
  return served.ask(people ? null : as, `${method} ${address}`, { ...sent, headers });
}

/** What is amiss with a refusal that ought to name this place; undefined: nothing. */
function amiss({ status, body }: TestAnswer, where: FieldError['in'], pointer: string): string | undefined {
  if (status !== 400) return `${status} ${JSON.stringify(body).slice(0, 200)}`;
  const errors = (body.errors ?? []) as FieldError[];
  const named = errors.some((error) => error.in === where && error.pointer === pointer && error.message.length > 5);
  return named ? undefined : `400 naming ${errors.map((error) => error.in + error.pointer).join(', ') || body.type}`;
}

/** A text that is no id names no warning: the one answer for whatever is not there or not for the caller. */
function notHidden({ status, body }: TestAnswer): string | undefined {
  return status === 404 && body.type === '/problems/not-found' ? undefined : `${status} ${JSON.stringify(body)}`;
}

describe('every member of every body, wrong in every way', () => {
  test.each(withBodies)('%s', async (id) => {
    const schema = operation(id).body;
    const right = (bodies as Record<string, unknown>)[id];
    expect(schema?.safeParse(right).error).toBeUndefined();
    const failures: string[] = [];
    const cases = wrongBodies(schema as never, right);
    expect(cases.length).toBeGreaterThan(15);
    for (let start = 0; start < cases.length; start += 16) {
      await Promise.all(
        cases.slice(start, start + 16).map(async ({ pointer, how, body }) => {
          const fault = amiss(await ask(id, { body: JSON.stringify(body) ?? '' }), 'body', pointer);
          if (fault) failures.push(`${pointer} ${how}: ${fault}`);
        }),
      );
    }
    expect(failures).toEqual([]);
  });
});

describe('every member of every message over a socket, wrong in every way', () => {
  let listener: Listener;
  beforeAll(async () => {
    listener = await listen(served.server.url, served.network.of('Agora').token);
  });
  afterAll(() => listener.close());

  test.each(Object.keys(clientMessages) as (keyof typeof clientMessages)[])('%s', async (name) => {
    const right = rightMessages(ids.team, ids.warning)[name];
    expect(clientMessages[name].safeParse(right).error).toBeUndefined();
    const failures: string[] = [];
    const cases = wrongBodies(clientMessages[name], right);
    expect(cases.length).toBeGreaterThan(10);
    for (const { pointer, how, body } of cases) {
      const reply = await listener.send(name, body);
      const hidden = pointer === '/warningId' && typeof (body as { warningId?: unknown })?.warningId === 'string';
      const answer = { status: reply.problem?.status, body: reply.problem ?? reply } as TestAnswer;
      const fault = hidden ? notHidden(answer) : amiss(answer, 'body', pointer);
      if (fault) failures.push(`${pointer} ${how}: ${fault}`);
    }
    expect(failures).toEqual([]);
  });
});

test.each(['', 'x', '24:00', '0198c0de-0000-7000-8000-00000000000g', '0198c0de-0000-7000-8000-000000000001'])(
  'among the warnings of many answers the id "%s" is 404 by itself',
  async (id) => {
    const { status, body } = await ask('acknowledgeWarnings', { body: { warnings: [id], state: 'working' } });
    expect(status).toBe(200);
    expect(body.data).toMatchObject([{ warning: id, status: 404, problem: { type: '/problems/not-found' } }]);
  },
);

describe('every parameter of every query, wrong in every way', () => {
  test.each(withQueries)('%s', async (id) => {
    const failures: string[] = [];
    for (const { name, query } of wrongQueries(operation(id).query)) {
      const body = operation(id).body ? { body: (bodies as Record<string, unknown>)[id] } : {};
      const fault = amiss(await ask(id, { ...body, query }), 'query', `/${name}`);
      if (fault) failures.push(`${query}: ${fault}`);
    }
    expect(failures).toEqual([]);
  });
});

test.each((Object.keys(operations) as OperationId[]).filter((id) => operation(id).path.includes('{')))(
  '%s: an id that is none, or nobody’s, is 404',
  async (id) => {
    for (const wrong of ['x', '%00', '0198c0de-0000-7000-8000-00000000000g', '..%2f..', crypto.randomUUID()]) {
      const body = operation(id).body ? { body: harmless[id] ?? (bodies as Record<string, unknown>)[id] } : {};
      const { status } = await ask(id, { ...body, path: operation(id).path.replace('{id}', wrong) });
      expect([wrong, status]).toEqual([wrong, 404]);
    }
  },
);

/** Where the whole body asks for what is refused before the id is looked at. */
const harmless: Partial<Record<OperationId, unknown>> = {
  changeSubscription: { name: 'n' },
  acknowledgeWarning: { state: 'working' },
};

describe('members that are right by themselves, and not together', () => {
  const day = 86_400_000;
  const at = (days: number): string => new Date(Date.now() + days * day).toISOString();
  const nobody = '0198c0de-0000-7000-8000-000000000001';
  const owner = [{ type: 'role', role: 'owner' }];

  test.each<[OperationId, string, object]>([
    ['raiseWarning', '/expires', { expires: at(-1) }],
    ['raiseWarning', '/expires', { expires: at(401) }],
    ['raiseWarning', '/expires', { onset: at(3), expires: at(2) }],
    ['raiseWarning', '/subdivisions/0', { subdivisions: ['AT-9'] }],
    [
      'raiseWarning',
      '/translations/0/language',
      { translations: [{ language: 'de', headline: 'a', description: 'b' }] },
    ],
    ['raiseWarning', '/audience/only', { tlp: 'TLP:RED' }],
    ['raiseWarning', '/audience/only/0', { audience: { only: [nobody] } }],
    ['raiseWarning', '/audience/except/0', { audience: { except: [nobody] } }],
    ['reviseWarning', '/status', { status: 'actual' }],
    ['acknowledgeWarning', '/team', { state: 'working', team: nobody }],
    ['acknowledgeWarning', '/reason', { state: 'declined' }],
    ['acknowledgeWarning', '/note', { state: 'declined', reason: 'other' }],
    ['escalateWarning', '/team', { team: nobody }],
    ['addComment', '/inReplyTo', { text: 't', audience: 'issuer', inReplyTo: nobody }],
    ['addSubscription', '/team', { name: 'n', channels: [{ type: 'live' }], team: nobody }],
    [
      'addSubscription',
      '/channels/0/to/0/id',
      { name: 'n', channels: [{ type: 'email', to: [{ type: 'member', id: nobody }] }] },
    ],
    ['changeSubscription', '/team', { team: nobody }],
    [
      'setEscalationPolicy',
      '/steps/0/to/0',
      {
        steps: [
          { after: 1, to: [{ type: 'coordinator' }] },
          { after: 1, to: owner },
        ],
      },
    ],
    ['setEscalationPolicy', '/steps/0/to/0/id', { steps: [{ after: 1, to: [{ type: 'member', id: nobody }] }] }],
  ])('%s: %s', async (id, pointer, changes) => {
    const body = id === 'raiseWarning' ? { ...aRaise({ status: 'test' }), ...changes } : changes;
    expect(amiss(await ask(id, { body }), 'body', pointer)).toBeUndefined();
  });
});

test.each([
  ['Idempotency-Key', ''],
  ['Idempotency-Key', 'k'.repeat(256)],
  ['Idempotency-Key', 'clé'],
  ['If-Match', ''],
  ['If-Match', '1'],
  ['If-Match', 'W/1'],
  ['If-Match', '"1" "2"'],
  ['If-Match', '*, "1"'],
])('the header %s: %s', async (name, value) => {
  const headers = { [name.toLowerCase()]: value };
  expect(
    amiss(await ask('reviseWarning', { body: { severity: 'extreme' }, headers }), 'header', `/${name}`),
  ).toBeUndefined();
});

test('nothing of all this was stored, and nothing broke', async () => {
  expect(await everythingStored()).toEqual(before);
  expect(served.logged.filter(({ level }) => Number(level) >= 50)).toEqual([]);
});

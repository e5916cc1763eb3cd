import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { operation, operations, type OperationId } from '../../core/contract/routes.ts';
import type { Scope } from '../../core/contract/vocabularies.ts';
import { startTestServer, type Ask, type TestServer } from '../../test/support/server.ts';
import { aRaise } from '../../test/support/warnings.ts';

/** The scopes that a key of this kind of organisation has as a rule. */
const outsiders: [name: string, scopes: Scope[]][] = [
  ['Agora', ['warnings:read', 'acknowledgements:write']],
  ['Ponte', ['warnings:read', 'warnings:write']],
  ['Beacon', ['warnings:read']],
];
const aboutWarnings = (Object.keys(operations) as OperationId[]).filter((id) =>
  operation(id).path.startsWith('/warnings/{id}'),
);
const absent = '0198c0de-0000-7000-8000-000000000001';

let served: TestServer;
let hidden: string;
let open: string;
const tokens = new Map<string, string>();

beforeAll(async () => {
  served = await startTestServer({
    csos: ['Amal', 'Ponte'],
    platforms: ['Agora'],
    observers: ['Beacon'],
    coordinator: 'Office',
  });
  const except = outsiders.map(([name]) => served.network.of(name).organisation.id);
  hidden = (await served.ask('Amal', 'POST /warnings', { body: aRaise({ audience: { except } }) })).body.id as string;
  open = (await served.ask('Amal', 'POST /warnings', { body: aRaise() })).body.id as string;
  for (const [name, scopes] of outsiders) tokens.set(name, (await served.network.key(name, { scopes })).token);
});

afterAll(() => served.close());

async function ask(name: string, id: OperationId, warning: string, sent: Ask & { query?: string } = {}) {
  const { method, path } = operation(id);
  const address = path.replace('{id}', warning).replace('{n}', '1') + (sent.query ?? '');
  const { status, body } = await served.ask(null, `${method} ${address}`, { token: tokens.get(name) ?? '', ...sent });
  return { status, type: body.type, detail: body.detail };
}

/** One answer for what is not there and what is not for the caller. */
const nothing = {
  status: 404,
  type: '/problems/not-found',
  detail: 'There is no such warning, or it is not for you.',
};

describe('whoever may not see a warning hears that there is none', () => {
  test.each(outsiders)('%s, whichever the call and whatever is wrong with it', async (name) => {
    for (const id of aboutWarnings) {
      // A credential that lacks the scope is told so, whatever it asks about.
      const { scopes = [], kinds = ['cso', 'platform', 'observer'] } = operation(id);
      const own = served.network.of(name).organisation.kind;
      const granted = outsiders.find(([one]) => one === name)?.[1] ?? [];
      if (kinds.includes(own) && !scopes.some((scope) => granted.includes(scope))) continue;
      const body = operation(id).body ? { body: { colour: 'red' } } : {};
      for (const warning of [hidden, absent, 'no-id']) {
        expect([id, await ask(name, id, warning, body)]).toEqual([id, nothing]);
        expect([id, await ask(name, id, warning, { ...body, query: '?cursor=made-up' })]).toEqual([id, nothing]);
      }
    }
  });

  test.each<[string, OperationId, Parameters<typeof ask>[3], string]>([
    ['Agora', 'reviseWarning', { body: {} }, 'kind-not-allowed'],
    ['Ponte', 'acknowledgeWarning', { body: {} }, 'kind-not-allowed'],
    ['Ponte', 'reviseWarning', { body: {} }, 'if-match-required'],
    ['Agora', 'addComment', { body: {} }, 'invalid-request'],
    ['Agora', 'listComments', { query: '?cursor=made-up' }, 'cursor-invalid'],
  ])('and whoever may see it what is wrong: %s, %s', async (name, id, sent, problem) => {
    expect((await ask(name, id, open, sent)).type).toBe(`/problems/${problem}`);
  });
});

test('a coordinator outside a TLP:RED audience cannot ask about what it is not shown', async () => {
  const only = [served.network.of('Agora').organisation.id];
  const raised = await served.ask('Amal', 'POST /warnings', { body: aRaise({ tlp: 'TLP:RED', audience: { only } }) });
  const { id } = raised.body;
  const revision = { countries: ['DE', 'PT'], headline: 'Neu', onset: new Date(0).toISOString() };
  await served.ask('Amal', `POST /warnings/${id}/revisions`, { body: revision, headers: { 'if-match': '*' } });
  const found = async (query: string) => {
    const { body: warnings } = await served.ask('Office', `GET /warnings${query}`);
    const { body: events } = await served.ask('Office', `GET /events${query}`);
    const told = events.data.map(({ warning }: { warning: { id: string } }) => warning.id) as string[];
    const listed = warnings.data.map((warning: { id: string }) => warning.id) as string[];
    return [listed.includes(id), told.includes(id)];
  };
  expect(await found('')).toEqual([true, true]);
  expect(await found('?status=actual')).toEqual([true, true]);
  for (const query of ['country=DE', 'language=de', 'ground=antisemitism', 'severity=severe', 'status=test']) {
    expect([query, await found(`?${query}`)]).toEqual([query, [false, false]]);
  }
  const { body: timeline } = await served.ask('Office', `GET /warnings/${id}/timeline`);
  expect(timeline.data[1].data.changed).toEqual(['onset']);
});

test('a key without the scope is told which, whatever it asks about', async () => {
  const { token } = await served.network.key('Ponte', { scopes: ['admin'] });
  for (const warning of [hidden, open, absent, 'no-id']) {
    const { body } = await served.ask(null, `GET /warnings/${warning}`, { token });
    expect([warning, body.type]).toEqual([warning, '/problems/scope-missing']);
  }
});

test('without a credential nobody learns which ids are none', async () => {
  for (const call of ['GET /warnings/no-id', `GET /warnings/${absent}`, 'DELETE /teams/no-id']) {
    expect([call, (await served.ask(null, call)).status]).toEqual([call, 401]);
  }
});

test.each([
  ['subscription', 'GET /subscriptions/'],
  ['team', 'DELETE /teams/'],
])('a %s: a malformed id is answered as one that is nobody’s', async (thing, call) => {
  for (const id of ['no-id', absent]) {
    const { status, body } = await served.ask('Agora', call + id);
    expect([status, body.detail]).toEqual([404, `There is no such ${thing}, or it is not for you.`]);
  }
});

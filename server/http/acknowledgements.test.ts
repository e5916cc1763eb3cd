import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acknowledgement as acknowledgementSchema } from '../../core/contract/acknowledgement.ts';
import { startTestServer, type TestServer } from '../../test/support/server.ts';
import { aRaise } from '../../test/support/warnings.ts';

let served: TestServer;

beforeAll(async () => {
  served = await startTestServer({
    csos: ['Amal', 'Ponte'],
    platforms: ['Agora', 'Plaza'],
    coordinator: 'Tocsin Office',
  });
  const body = { name: 'All', channels: [{ type: 'live' }] };
  expect((await served.ask('Agora', 'POST /subscriptions', { body })).status).toBe(201);
});

afterAll(() => served.close());

async function raised(changes: Parameters<typeof aRaise>[0] = {}): Promise<string> {
  return (await served.ask('Amal', 'POST /warnings', { body: aRaise(changes) })).body.id as string;
}

describe('an answer', () => {
  test('is whole, with its history, to its own organisation', async () => {
    const id = await raised();
    const waiting = await served.ask('Agora', `GET /warnings/${id}`);
    expect(waiting.body.acknowledgement).toMatchObject({ state: 'pending', expected: true, history: [] });
    const body = { state: 'working', note: 'Wir schauen.', assignee: 'Mira' };
    const taken = await served.ask('Agora', `POST /warnings/${id}/acknowledgement`, { body });
    expect(taken.status).toBe(200);
    expect(acknowledgementSchema.parse(taken.body)).toMatchObject({
      state: 'working',
      note: 'Wir schauen.',
      assignee: 'Mira',
      waitingSince: null,
      history: [{ state: 'working', note: 'Wir schauen.', actor: { organisation: { name: 'Agora' } } }],
    });
    const read = await served.ask('Agora', `GET /warnings/${id}`);
    expect(read.body.acknowledgement).toEqual(taken.body);
  });

  test('is waited for in each country that its warning names, until it is given', async () => {
    const standing = async (name: string) => {
      const { body } = await served.ask(name, 'GET /countries?ground=xenophobia');
      return (body.data as { country: string; waiting: number }[]).map(({ country, waiting }) => [country, waiting]);
    };
    const id = await raised({ countries: ['IS', 'MT'], grounds: ['xenophobia'] });
    await raised({ countries: ['MT'], grounds: ['xenophobia'] });
    expect([await standing('Agora'), await standing('Plaza')]).toEqual([
      [
        ['IS', 1],
        ['MT', 2],
      ],
      [
        ['IS', 0],
        ['MT', 0],
      ],
    ]);
    await served.ask('Agora', `POST /warnings/${id}/acknowledgement`, { body: { state: 'working' } });
    expect(await standing('Agora')).toEqual([
      ['IS', 0],
      ['MT', 1],
    ]);
  });

  test('conflicts with the present state, which is named', async () => {
    const id = await raised();
    const path = `POST /warnings/${id}/acknowledgement`;
    await served.ask('Agora', path, { body: { state: 'working' } });
    const refused = await served.ask('Agora', path, { body: { state: 'acknowledged' } });
    expect([refused.status, refused.body.type, refused.body.state]).toEqual([
      409,
      '/problems/state-conflict',
      'working',
    ]);
    const unexplained = await served.ask('Agora', path, { body: { state: 'declined' } });
    expect(unexplained.body.errors).toMatchObject([{ in: 'body', pointer: '/reason' }]);
  });

  test('comes from platforms alone', async () => {
    const path = `POST /warnings/${await raised()}/acknowledgement`;
    const refused = await served.ask('Ponte', path, { body: { state: 'working' } });
    expect([refused.status, refused.body.type]).toEqual([403, '/problems/kind-not-allowed']);
  });

  test('is seen by issuer and coordinator of every platform, by others of themselves', async () => {
    const id = await raised();
    const body = { state: 'no_action', reason: 'not_found', note: 'Nichts gefunden.' };
    await served.ask('Agora', `POST /warnings/${id}/acknowledgement`, { body });
    const path = `GET /warnings/${id}/acknowledgements`;
    const issuer = await served.ask('Amal', path);
    const told = issuer.body.data.map(({ organisation, state, expected, note }: Record<string, { name: string }>) => [
      organisation?.name,
      state,
      expected,
      note,
    ]);
    expect(told.toSorted()).toEqual([
      ['Agora', 'no_action', true, 'Nichts gefunden.'],
      ['Plaza', 'pending', false, null],
    ]);
    expect(issuer.body.data[0]).not.toHaveProperty('assignee');
    expect((await served.ask('Tocsin Office', path)).body.data).toHaveLength(2);
    expect((await served.ask('Plaza', path)).body.data).toHaveLength(1);
    expect((await served.ask('Ponte', path)).body.data).toEqual([]);
    const page = await served.ask('Amal', `${path}?limit=1`);
    const rest = await served.ask('Amal', `${path}?limit=1&cursor=${page.body.next}`);
    expect([...page.body.data, ...rest.body.data]).toEqual(issuer.body.data);
  });
});

describe('many answers at once', () => {
  test('each on its own', async () => {
    const [one, two] = [
      await raised(),
      await raised({ audience: { except: [served.network.of('Agora').organisation.id] } }),
    ];
    const body = { warnings: [one, two, crypto.randomUUID(), 'no-id'], state: 'acknowledged' };
    const { status, body: answered } = await served.ask('Agora', 'POST /acknowledgements', { body });
    expect(status).toBe(200);
    expect(answered.data.map((each: { status: number }) => each.status)).toEqual([200, 404, 404, 404]);
    expect(answered.data[0].acknowledgement.state).toBe('acknowledged');
    expect(answered.data[1].problem.type).toBe('/problems/not-found');
    const headers = { 'idempotency-key': 'many ids, one of them none' };
    const first = await served.ask('Agora', 'POST /acknowledgements', { body, headers });
    expect((await served.ask('Agora', 'POST /acknowledgements', { body, headers })).body).toMatchObject({
      data: first.body.data.map(({ status: each }: { status: number }) => ({ status: each })),
    });
  });

  test('under an Idempotency-Key once, as they were answered', async () => {
    const id = await raised();
    const body = { warnings: [id], state: 'working' };
    const headers = { 'idempotency-key': 'many' };
    const first = await served.ask('Agora', 'POST /acknowledgements', { body, headers });
    await served.ask('Agora', `POST /warnings/${id}/acknowledgement`, { body: { state: 'actioned' } });
    const second = await served.ask('Agora', 'POST /acknowledgements', { body, headers });
    expect([second.body, second.headers.get('idempotency-replayed')]).toEqual([first.body, 'true']);
    const other = await served.ask('Agora', 'POST /acknowledgements', {
      body: { ...body, state: 'declined' },
      headers,
    });
    expect(other.status).toBe(422);
  });
});

test('a list of answers is shown again without those of warnings that this key may not see', async () => {
  const only = [served.network.of('Agora').organisation.id];
  const [open, red] = [await raised(), await raised({ tlp: 'TLP:RED', audience: { only } })];
  const body = { warnings: [open, red], state: 'working', note: 'Wir schauen.' };
  const headers = { 'idempotency-key': 'with a red one' };
  const first = await served.ask('Agora', 'POST /acknowledgements', { body, headers });
  expect(first.body.data.map((each: { status: number }) => each.status)).toEqual([200, 200]);
  const { token } = await served.network.key('Agora', { scopes: ['acknowledgements:write'] });
  const second = await served.ask(null, 'POST /acknowledgements', { body, headers, token });
  expect([second.status, second.headers.get('idempotency-replayed')]).toEqual([200, 'true']);
  expect(second.body.data).toMatchObject([
    first.body.data[0],
    { warning: red, status: 404, problem: { type: '/problems/not-found' } },
  ]);
  expect(second.body.data[1]).not.toHaveProperty('acknowledgement');
});

test('the next step of the team’s own escalation fires at once when asked', async () => {
  const steps = [{ after: 86_400, to: [{ type: 'role', role: 'owner' }] }];
  expect((await served.ask('Agora', 'PUT /escalation-policy', { body: { steps } })).status).toBe(200);
  const id = await raised();
  const fired = await served.ask('Agora', `POST /warnings/${id}/escalation`);
  expect([fired.status, fired.body.escalation]).toMatchObject([200, { step: 1, of: 1 }]);
  const { body } = await served.ask('Amal', `GET /warnings/${id}/timeline`);
  expect(body.data.map(({ type }: { type: string }) => type)).toEqual(['warning.raised', 'escalation.fired']);
});

describe('corroborations', () => {
  test('201 the first time, 200 when replaced, 204 when taken back', async () => {
    const id = await raised();
    const path = `/warnings/${id}/corroborations`;
    const first = await served.ask('Ponte', `POST ${path}`);
    expect([first.status, first.body.sighting]).toEqual([201, 'seen']);
    const second = await served.ask('Ponte', `POST ${path}`, { body: { sighting: 'not_seen', withhold: true } });
    expect([second.status, second.body.id]).toEqual([200, first.body.id]);
    const others = await served.ask('Agora', `GET ${path}`);
    expect(others.body.data).toMatchObject([{ organisation: { name: 'A member of the network', kind: 'cso' } }]);
    expect((await served.ask('Agora', `GET /warnings/${id}`)).body.corroborations).toEqual({ seen: 0, notSeen: 1 });
    expect((await served.ask('Ponte', `DELETE ${path}`)).status).toBe(204);
    expect((await served.ask('Agora', `GET ${path}`)).body).toEqual({ data: [], next: null });
    const own = await served.ask('Amal', `POST ${path}`, { body: {} });
    expect([own.status, own.body.type]).toEqual([409, '/problems/own-warning']);
  });

  test('stay with those who had the revision that they were said about', async () => {
    const plaza = served.network.of('Plaza').organisation.id;
    const id = await raised({ audience: { except: [plaza] } });
    const path = `/warnings/${id}/corroborations`;
    await served.ask('Ponte', `POST ${path}`, { body: { note: 'Unter uns.' } });
    const headers = { 'If-Match': '"1"' };
    await served.ask('Amal', `POST /warnings/${id}/revisions`, { body: { audience: null }, headers });
    const notes = async (name: string) =>
      (await served.ask(name, `GET ${path}`)).body.data.map(({ note }: { note: string }) => note);
    expect([await notes('Agora'), await notes('Plaza')]).toEqual([['Unter uns.'], []]);
    await served.ask('Ponte', `POST ${path}`, { body: { note: 'Für alle.' } });
    expect([await notes('Agora'), await notes('Plaza')]).toEqual([['Für alle.'], ['Für alle.']]);
  });
});

describe('comments', () => {
  test('are read by their audience, oldest first, and answered in their thread', async () => {
    const id = await raised();
    const path = `/warnings/${id}/comments`;
    const asked = await served.ask('Agora', `POST ${path}`, { body: { text: 'Welche Gruppen?', audience: 'issuer' } });
    expect(asked.status).toBe(201);
    const reply = { text: 'Drei, siehe Verweise.', audience: 'issuer', inReplyTo: asked.body.id };
    const replied = await served.ask('Amal', `POST ${path}`, { body: reply });
    expect(replied.body.thread).toBe(asked.body.id);
    const texts = async (name: string) =>
      (await served.ask(name, `GET ${path}`)).body.data.map(({ text }: { text: string }) => text);
    expect(await texts('Agora')).toEqual(['Welche Gruppen?', 'Drei, siehe Verweise.']);
    expect(await texts('Plaza')).toEqual([]);
    const page = await served.ask('Amal', `GET ${path}?limit=1`);
    const rest = await served.ask('Amal', `GET ${path}?limit=1&cursor=${page.body.next}`);
    expect([page.body.data[0].id, rest.body.data[0].id]).toEqual([asked.body.id, replied.body.id]);
  });

  test('stay with those who had the revision that they are about', async () => {
    const id = await raised({
      withholdIssuer: true,
      audience: { except: [served.network.of('Plaza').organisation.id] },
    });
    const path = `/warnings/${id}/comments`;
    const say = (name: string, text: string) =>
      served.ask(name, `POST ${path}`, { body: { text, audience: 'everyone' } });
    await say('Amal', 'Unter uns.');
    const revised = await served.ask('Amal', `POST /warnings/${id}/revisions`, {
      body: { withholdIssuer: false, audience: null },
      headers: { 'If-Match': '"1"' },
    });
    expect(revised.status).toBe(201);
    await say('Amal', 'An alle.');
    const read = async (name: string) =>
      (await served.ask(name, `GET ${path}`)).body.data.map((one: { text: string; author: { name: string } }) => [
        one.text,
        one.author.name,
      ]);
    expect(await read('Plaza')).toEqual([['An alle.', 'Amal']]);
    expect(await read('Agora')).toEqual([
      ['Unter uns.', 'A member of the network'],
      ['An alle.', 'Amal'],
    ]);
  });
});

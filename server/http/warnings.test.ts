import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { warning as warningSchema } from '../../core/contract/warning.ts';
import { startTestServer, type TestServer } from '../../test/support/server.ts';
import { aRaise } from '../../test/support/warnings.ts';

let served: TestServer;

beforeAll(async () => {
  served = await startTestServer({
    csos: ['Amal', 'Ponte'],
    platforms: ['Agora'],
    observers: ['Beacon'],
    coordinator: 'Tocsin Office',
  });
});

afterAll(() => served.close());

async function raise(changes: Parameters<typeof aRaise>[0] = {}, as = 'Amal') {
  const raised = await served.ask(as, 'POST /warnings', { body: aRaise(changes) });
  expect(raised.status).toBe(201);
  return raised;
}

describe('a raise', () => {
  test('answers 201 with Location, ETag and the whole warning', async () => {
    const { headers, body } = await raise();
    expect(headers.get('location')).toBe(`/api/v1/warnings/${body.id}`);
    expect(headers.get('etag')).toBe('"1"');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(warningSchema.parse(body)).toMatchObject({ revision: 1, state: 'active', status: 'actual', audience: {} });
    const read = await served.ask('Amal', `GET /warnings/${body.id}`);
    expect(read.body).toEqual({ ...body, acknowledgement: null });
  });

  test('keeps text exactly as sent, of any script', async () => {
    const headline = 'е́ vs é, ﷽ 👩‍👩‍👧 ‮'.replace('\u202E', '');
    const { body } = await raise({ headline });
    expect(body.headline).toBe(headline);
  });

  test.each([
    ['Agora', 'kind-not-allowed', 403],
    ['Tocsin Office', 'kind-not-allowed', 403],
  ])('of %s: %s', async (name, problem, status) => {
    const refused = await served.ask(name, 'POST /warnings', { body: aRaise() });
    expect([refused.status, refused.body.type]).toEqual([status, `/problems/${problem}`]);
  });

  test('names everything that is wrong with it, unknown members too', async () => {
    const body = { ...aRaise(), headline: '', severity: 'huge', id: 'x', terms: [{ text: 'a', kind: 'nothing' }] };
    const refused = await served.ask('Amal', 'POST /warnings', { body });
    expect(refused.status).toBe(400);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    const pointers = refused.body.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers.toSorted()).toEqual(['/headline', '/id', '/severity', '/terms/0/kind']);
    expect(refused.body.instance).toBe(refused.headers.get('x-request-id'));
  });

  test('of a warning between members that do not fit', async () => {
    const refused = await served.ask('Amal', 'POST /warnings', { body: aRaise({ subdivisions: ['AT-9'] }) });
    expect(refused.body.errors).toEqual([
      { in: 'body', pointer: '/subdivisions/0', message: 'AT-9 lies in none of the named countries.' },
    ]);
  });
});

describe('an Idempotency-Key', () => {
  test('answers a repeat with the first answer, whatever the order of members', async () => {
    const headers = { 'idempotency-key': 'once' };
    const body = aRaise();
    const first = await served.ask('Amal', 'POST /warnings', { body, headers });
    const turned = Object.fromEntries(Object.entries(body).toReversed());
    const second = await served.ask('Amal', 'POST /warnings', { body: turned, headers });
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect([second.status, second.body]).toEqual([201, first.body]);
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    expect(second.headers.get('etag')).toBe('"1"');
    const other = await served.ask('Amal', 'POST /warnings', { body: aRaise({ severity: 'minor' }), headers });
    expect([other.status, other.body.type]).toEqual([422, '/problems/idempotency-mismatch']);
    const stranger = await served.ask('Ponte', 'POST /warnings', { body, headers });
    expect(stranger.headers.get('idempotency-replayed')).toBeNull();
  });

  test('shows a repeat nothing that its credential may not see', async () => {
    const headers = { 'idempotency-key': 'red' };
    const only = [served.network.of('Agora').organisation.id];
    const body = aRaise({ tlp: 'TLP:RED', audience: { only } });
    expect((await served.ask('Amal', 'POST /warnings', { body, headers })).status).toBe(201);
    const { token } = await served.network.key('Amal', { scopes: ['warnings:write'] });
    expect((await served.ask('Amal', 'POST /warnings', { body, headers, token })).status).toBe(404);
  });

  test('answers a coordinator again with the marking that it was answered with', async () => {
    const only = [served.network.of('Agora').organisation.id];
    const { body: warning } = await raise({ tlp: 'TLP:RED', audience: { only } });
    const headers = { 'idempotency-key': 'redacted' };
    const path = `POST /warnings/${warning.id}/revisions/1/redaction`;
    const body = { members: ['headline'], reason: 'Personal data' };
    const first = await served.ask('Tocsin Office', path, { body, headers });
    expect([first.status, first.body.headline]).toEqual([200, undefined]);
    const second = await served.ask('Tocsin Office', path, { body, headers });
    expect([second.status, second.body, second.headers.get('idempotency-replayed')]).toEqual([200, first.body, 'true']);
  });

  test('is refused when it cannot be one', async () => {
    const headers = { 'idempotency-key': 'k'.repeat(256) };
    const refused = await served.ask('Amal', 'POST /warnings', { body: aRaise(), headers });
    expect(refused.body.errors).toMatchObject([{ in: 'header', pointer: '/Idempotency-Key' }]);
  });

  test('runs one of two requests that come together', async () => {
    const headers = { 'idempotency-key': 'together' };
    const body = aRaise();
    const answers = await Promise.all([1, 2, 3].map(() => served.ask('Amal', 'POST /warnings', { body, headers })));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(answers.filter((answer) => answer.headers.get('idempotency-replayed') === 'true')).toHaveLength(2);
  });
});

describe('a revision', () => {
  test('makes no warning larger than a body may be', async () => {
    const texts = { headline: 'a', description: 'b'.repeat(10_000) };
    const languages = ['en', 'fr', 'es', 'it', 'pl', 'pt', 'nl', 'sv', 'da', 'fi', 'cs', 'sk', 'hu', 'ro', 'bg', 'el'];
    const { body: warning } = await raise({ translations: languages.map((language) => ({ language, ...texts })) });
    const terms = Array.from({ length: 100 }, (_, index) => ({
      text: `${index}`,
      kind: 'keyword' as const,
      meaning: 'c'.repeat(500),
      caution: 'd'.repeat(500),
    }));
    const headers = { 'if-match': '*' };
    const path = `POST /warnings/${warning.id}/revisions`;
    const smaller = await served.ask('Amal', path, { body: { terms: terms.slice(0, 80) }, headers });
    expect(smaller.status).toBe(201);
    for (const [call, body] of [
      [path, { terms }],
      ['POST /warnings/preview', { revisionOf: warning.id, terms }],
    ] as const) {
      const refused = await served.ask('Amal', call, { body, headers });
      expect([refused.status, refused.body.type, refused.body.limit]).toEqual([
        413,
        '/problems/body-too-large',
        262_144,
      ]);
      expect(refused.body.detail).toMatch(/26\d{4} bytes/);
    }
  });

  test('needs If-Match, and the newest one', async () => {
    const { body: warning } = await raise({ severity: 'moderate' });
    const path = `POST /warnings/${warning.id}/revisions`;
    const body = { severity: 'severe' };
    const without = await served.ask('Amal', path, { body });
    expect([without.status, without.body.type]).toEqual([428, '/problems/if-match-required']);
    const revised = await served.ask('Amal', path, { body, headers: { 'if-match': '"1"' } });
    expect([revised.status, revised.headers.get('etag'), revised.body.severity]).toEqual([201, '"2"', 'severe']);
    const stale = await served.ask('Amal', path, { body: { severity: 'extreme' }, headers: { 'if-match': '"1"' } });
    expect([stale.status, stale.body.type, stale.body.revision]).toEqual([412, '/problems/revision-stale', 2]);
    const whichever = await served.ask('Amal', path, { body: { severity: 'extreme' }, headers: { 'if-match': '*' } });
    expect(whichever.body.revision).toBe(3);
    const same = await served.ask('Amal', path, { body: { severity: 'extreme' }, headers: { 'if-match': '*' } });
    expect([same.status, same.body.type]).toEqual([422, '/problems/nothing-changed']);
    const malformed = await served.ask('Amal', path, { body, headers: { 'if-match': '3' } });
    expect(malformed.body.errors).toMatchObject([{ in: 'header', pointer: '/If-Match' }]);
    const { body: list } = await served.ask('Ponte', `GET /warnings/${warning.id}/revisions`);
    expect(list.data.map(({ revision }: { revision: number }) => revision)).toEqual([3, 2, 1]);
  });

  test('is the issuer’s alone; whoever may not see the warning learns nothing', async () => {
    const { body: warning } = await raise({ audience: { except: [served.network.of('Ponte').organisation.id] } });
    const ask = { body: { severity: 'severe' }, headers: { 'if-match': '*' } };
    const hidden = await served.ask('Ponte', `POST /warnings/${warning.id}/revisions`, ask);
    const absent = await served.ask('Ponte', `POST /warnings/${crypto.randomUUID()}/revisions`, ask);
    expect([hidden.status, hidden.body.detail]).toEqual([404, absent.body.detail]);
    const { body: open } = await raise();
    const foreign = await served.ask('Ponte', `POST /warnings/${open.id}/revisions`, ask);
    expect([foreign.status, foreign.body.type]).toEqual([403, '/problems/not-issuer']);
  });
});

test('a cancellation is the all-clear, once', async () => {
  const { body: warning } = await raise();
  const path = `POST /warnings/${warning.id}/cancellation`;
  const cancelled = await served.ask('Amal', path, { body: { reason: 'Vorbei.' } });
  expect([cancelled.status, cancelled.body.state, cancelled.body.cancellation.reason]).toEqual([
    200,
    'cancelled',
    'Vorbei.',
  ]);
  const again = await served.ask('Amal', path, { body: { reason: 'Vorbei.' } });
  expect([again.status, again.body.type, again.body.state]).toEqual([409, '/problems/warning-not-active', 'cancelled']);
});

test('a redaction blanks a revision for everybody', async () => {
  const { body: warning } = await raise({ headline: 'Ein Name, der nicht hierher gehört' });
  const body = { members: ['headline'], reason: 'Personal data' };
  const done = await served.ask('Amal', `POST /warnings/${warning.id}/revisions/1/redaction`, { body });
  expect([done.status, done.body.headline]).toEqual([200, '']);
  expect(done.body.redactions).toMatchObject([{ members: ['headline'], reason: 'Personal data' }]);
  const absent = await served.ask('Amal', `POST /warnings/${warning.id}/revisions/7/redaction`, { body });
  expect(absent.status).toBe(404);
});

describe('lists', () => {
  test('page by page, newest first, unmoved by what is raised meanwhile; the position misses nothing', async () => {
    const ids: string[] = [];
    for (const n of [1, 2, 3, 4, 5]) ids.unshift((await raise({ headline: `Reihe ${n}`, countries: ['PT'] })).body.id);
    const first = await served.ask('Agora', 'GET /warnings?country=PT&limit=2');
    await raise({ headline: 'Dazwischen', countries: ['PT'] });
    const second = await served.ask('Agora', `GET /warnings?country=PT&limit=2&cursor=${first.body.next}`);
    const third = await served.ask('Agora', `GET /warnings?country=PT&limit=2&cursor=${second.body.next}`);
    const seen = [first, second, third].flatMap(({ body }) => body.data.map(({ id }: { id: string }) => id));
    expect(seen).toEqual(ids);
    expect(third.body.next).toBeNull();
    expect(third.body.position).toBe(first.body.position);
    const since = await served.ask('Agora', `GET /events?after=${first.body.position}&country=PT`);
    expect(since.body.data.map((event: { warning: { headline: string } }) => event.warning.headline)).toEqual([
      'Dazwischen',
    ]);
  });

  test('a cursor fits its own list, filter and organisation alone', async () => {
    const { body } = await served.ask('Agora', 'GET /warnings?limit=1');
    for (const call of [
      `GET /warnings?limit=1&country=DE&cursor=${body.next}`,
      `GET /organisations?cursor=${body.next}`,
      'GET /warnings?cursor=made-up',
    ]) {
      const refused = await served.ask('Agora', call);
      expect([refused.status, refused.body.type]).toEqual([400, '/problems/cursor-invalid']);
    }
    expect((await served.ask('Ponte', `GET /warnings?limit=1&cursor=${body.next}`)).status).toBe(400);
    expect((await served.ask('Agora', `GET /warnings?limit=3&cursor=${body.next}`)).status).toBe(200);
  });

  test('of its own alone, the withheld ones too, as far as the reader may have them', async () => {
    const { body } = await raise({ withholdIssuer: true }, 'Ponte');
    const own = await served.ask('Ponte', 'GET /warnings?issuer=own');
    expect(own.body.data[0].id).toBe(body.id);
    expect(own.body.data.map(({ issuer }: { issuer: { name: string } }) => issuer.name)).not.toContain('Amal');
    expect((await served.ask('Amal', 'GET /warnings?issuer=own')).body.data.length).toBeGreaterThan(0);
    expect((await served.ask('Agora', 'GET /warnings?issuer=own')).body.data).toEqual([]);
    expect((await served.ask('Amal', `GET /warnings?issuer=${body.id}`)).status).toBe(400);
  });

  test('parameters are refused by name', async () => {
    const refused = await served.ask('Agora', 'GET /warnings?limit=0&country=XX&colour=red&severity=a&severity=b&q=x');
    const named = refused.body.errors.map(({ in: where, pointer }: { in: string; pointer: string }) => where + pointer);
    expect(named.toSorted()).toEqual(
      ['query/colour', 'query/country', 'query/limit', 'query/q', 'query/severity', 'query/severity'].toSorted(),
    );
    for (const call of [
      'GET /warnings?limit=1e1',
      'GET /warnings?limit=',
      'GET /warnings?q=%ff',
      'GET /warnings?since=now',
    ]) {
      expect((await served.ask('Agora', call)).body.type).toBe('/problems/invalid-request');
    }
  });

  test('what is searched', async () => {
    await raise({ headline: 'Kundgebung in Łódź', countries: ['PL'] });
    const { body } = await served.ask('Agora', `GET /warnings?q=${encodeURIComponent('łódź')}`);
    expect(body.data.map(({ headline }: { headline: string }) => headline)).toEqual(['Kundgebung in Łódź']);
    await raise({
      headline: 'Wo es steht',
      terms: [{ text: '#Kreis', kind: 'hashtag', caution: 'Meist harmlos: Jahrmarkt' }],
      references: [{ url: 'https://kanal.example/Aufruf/77', note: 'Der erste Beitrag' }],
    });
    for (const part of ['jahrmarkt', 'example/aufruf/77', 'erste beitrag']) {
      const found = await served.ask('Agora', `GET /warnings?q=${encodeURIComponent(part)}`);
      expect(found.body.data).toMatchObject([{ headline: 'Wo es steht' }]);
    }
  });
});

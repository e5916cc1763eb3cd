import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { problem as problemSchema, problems } from '../../core/contract/problem.ts';
import { revokeKey } from '../../core/store/commands/key.ts';
import { resumeOrganisation, suspendOrganisation } from '../../core/store/commands/organisation.ts';
import { startTestServer, type TestAnswer, type TestServer } from '../../test/support/server.ts';
import { until } from '../../test/support/until.ts';
import { aRaise } from '../../test/support/warnings.ts';

let served: TestServer;

beforeAll(async () => {
  served = await startTestServer({ csos: ['Amal'], platforms: ['Agora'] });
});

afterAll(() => served.close());

function expectProblem({ status, headers, body }: TestAnswer, name: keyof typeof problems): void {
  expect([status, body.type]).toEqual([problems[name].status, `/problems/${name}`]);
  expect(headers.get('content-type')).toBe('application/problem+json');
  expect(problemSchema.parse(body).instance).toBe(headers.get('x-request-id'));
}

describe('what is not offered', () => {
  test.each([
    ['GET /nothing', 'not-found'],
    ['GET //nowhere', 'not-found'],
    ['POST //healthz', 'method-not-allowed'],
    ['GET /warnings/not-a-uuid', 'not-found'],
    ['GET /warnings/%00', 'not-found'],
    ['GET /warnings/%zz', 'not-found'],
    ['GET //%zz', 'not-found'],
    ['DELETE /warnings', 'method-not-allowed'],
    ['PUT /me', 'method-not-allowed'],
  ] as const)('%s: %s', async (call, problem) => {
    expectProblem(await served.ask('Amal', call), problem);
  });

  test('405 says what is allowed', async () => {
    const { headers } = await served.ask('Amal', 'DELETE /warnings');
    expect(headers.get('allow')).toBe('POST, GET, HEAD, OPTIONS');
  });

  test('another media type', async () => {
    expectProblem(await served.ask('Amal', 'GET /warnings', { headers: { accept: 'text/csv' } }), 'not-acceptable');
    expectProblem(
      await served.ask('Amal', 'GET /me', { headers: { accept: 'application/json;q=0' } }),
      'not-acceptable',
    );
    const taken = await served.ask('Amal', 'GET /me', { headers: { accept: 'text/html, application/*;q=0.2' } });
    expect(taken.status).toBe(200);
  });
});

describe('bodies', () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    served.ask('Amal', 'POST /warnings', { body, headers });

  test.each([
    ['empty', ''],
    ['broken', '{"headline": '],
    ['twice', '{} {}'],
  ])('%s JSON', async (_name, body) => {
    expectProblem(await post(body, { 'content-type': 'application/json' }), 'invalid-json');
  });

  test('not UTF-8', async () => {
    const response = await fetch(`${served.server.url}/api/v1/warnings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${served.network.of('Amal').token}` },
      body: Buffer.from('{"headline": "caf\xe9"}', 'latin1'),
    });
    expect(((await response.json()) as { type: string }).type).toBe('/problems/invalid-json');
  });

  test.each(['null', '[]', '"text"', '1'])('%s is no object', async (body) => {
    expectProblem(await post(body), 'invalid-request');
  });

  test('polluted, deep and endless', async () => {
    const polluted = await post('{"__proto__": {"status": "test"}}');
    expect(polluted.body.errors).toMatchObject([{ in: 'body', pointer: '/__proto__' }]);
    const deep = await post('['.repeat(100_000) + ']'.repeat(100_000));
    expectProblem(deep, 'invalid-request');
    const endless = await post(JSON.stringify({ countries: Array.from({ length: 60_000 }, () => 0) }));
    expect(endless.body.errors).toMatchObject([{ pointer: '/countries' }]);
    const many = await post(JSON.stringify({ terms: Array.from({ length: 90 }, () => ({})) }));
    expect(many.body.errors).toHaveLength(50);
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json; charset=latin1',
    'application/merge-patch+json',
  ])('as %s', async (type) => expectProblem(await post('{}', { 'content-type': type }), 'unsupported-media-type'));

  test('compressed', async () => {
    expectProblem(await post('{}', { 'content-encoding': 'gzip' }), 'unsupported-media-type');
  });

  test('too large: the limit and the size are said', async () => {
    const refused = await post(JSON.stringify({ ...aRaise(), description: 'x'.repeat(300_000) }));
    expectProblem(refused, 'body-too-large');
    expect(refused.body.limit).toBe(262_144);
    expect(refused.body.detail).toMatch(/300\d{3} bytes/);
  });

  test('too large, in chunks whose sum nobody announced', async () => {
    const { status, text } = await chunked(300, 1_000);
    expect(status).toBe(413);
    expect(JSON.parse(text)).toMatchObject({ limit: 262_144, detail: expect.stringContaining('300000 bytes') });
  });
});

/** Sends a body in chunks without a length. */
function chunked(count: number, size: number): Promise<{ status: number | undefined; text: string }> {
  const { port } = served.server;
  const headers = { authorization: `Bearer ${served.network.of('Amal').token}`, 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ port, path: '/api/v1/warnings', method: 'POST', headers, agent: false }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode, text }));
    });
    sent.on('error', reject);
    for (let index = 0; index < count; index += 1) sent.write('x'.repeat(size));
    sent.end();
  });
}

test('what is not HTTP gets a problem and nothing else', async () => {
  const answer = await new Promise<string>((resolve) => {
    let text = '';
    const socket = connect(served.server.port, '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'));
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    socket.on('close', () => resolve(text));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nContent-Type: application\/problem\+json/);
});

describe('HEAD, OPTIONS and origins', () => {
  test('HEAD answers like GET, without the body', async () => {
    const got = await served.ask('Amal', 'GET /me');
    const head = await served.ask('Amal', 'HEAD /me');
    expect([head.status, head.body]).toEqual([200, '']);
    expect(head.headers.get('content-length')).toBe(got.headers.get('content-length'));
  });

  test('a preflight says what any origin may send', async () => {
    const { status, headers } = await served.ask(null, 'OPTIONS /subscriptions/0198c0de-0000-7000-8000-000000000001', {
      headers: { origin: 'https://example.org', 'access-control-request-method': 'PATCH' },
    });
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-methods')).toBe('GET, PATCH, DELETE, HEAD, OPTIONS');
    expect(headers.get('access-control-allow-headers')).toMatch(/Authorization.*Idempotency-Key/);
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });

  test('refusals can be read by any origin too', async () => {
    const { headers } = await served.ask(null, 'GET /me', { headers: { origin: 'https://example.org' } });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-expose-headers')).toBe('ETag, Location, Retry-After, Idempotency-Replayed');
  });
});

describe('credentials', () => {
  test.each([
    ['none', {}],
    ['another scheme', { authorization: 'Basic YTpi' }],
    ['no key of ours', { authorization: 'Bearer nothing' }],
    ['nobody’s key', { authorization: `Bearer tocsin_abcdefgh_${'0'.repeat(40)}` }],
  ])('%s: 401', async (_name, headers) => {
    const refused = await served.ask(null, 'GET /me', { headers });
    expectProblem(refused, 'unauthorized');
    expect(refused.headers.get('www-authenticate')).toBe('Bearer');
  });

  test('a revoked key is refused, though it was in use', async () => {
    const { key, token } = await served.network.key('Amal');
    expect((await served.ask(null, 'GET /me', { token })).status).toBe(200);
    await served.store.writer.run(revokeKey(key.id));
    await until(async () => (await served.ask(null, 'GET /me', { token })).status === 401);
  });

  test('a suspended organisation is told so, until it is resumed', async () => {
    const { id } = served.network.of('Agora').organisation;
    await served.store.writer.run(suspendOrganisation(id));
    expectProblem(await served.ask('Agora', 'GET /me'), 'suspended');
    await served.store.writer.run(resumeOrganisation(id));
    expect((await served.ask('Agora', 'GET /me')).status).toBe(200);
  });

  test('a key without the scope is told which', async () => {
    const { token } = await served.network.key('Amal', { scopes: ['admin'] });
    const refused = await served.ask(null, 'GET /warnings', { token });
    expectProblem(refused, 'scope-missing');
    expect(refused.body.detail).toContain('warnings:read');
  });
});

test('requests are logged by route, without secrets, values or bodies', async () => {
  const { token } = served.network.of('Amal');
  const { headers } = await served.ask('Amal', 'GET /warnings?q=Geheimnis');
  const entry = await until(() => served.logged.find(({ requestId }) => requestId === headers.get('x-request-id')));
  expect(entry).toMatchObject({ method: 'GET', route: '/warnings', status: 200, ms: expect.any(Number) });
  await served.ask('Amal', 'POST /warnings', { body: { headline: 'Geheimnis' } });
  const all = JSON.stringify(served.logged);
  expect(all).not.toContain('Geheimnis');
  expect(all).not.toContain(token);
  expect(all).not.toContain(token.split('_')[2]);
});

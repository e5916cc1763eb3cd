import { afterEach, describe, expect, test } from '@jest/globals';

import { describeWithRedis } from '../../test/support/needs.ts';
import { startRedis } from '../../test/support/redis.ts';
import { startTestServer, type TestServer } from '../../test/support/server.ts';
import { aRaise } from '../../test/support/warnings.ts';

let served: TestServer;

afterEach(() => served.close());

const network = { csos: ['Amal', 'Ponte'], platforms: ['Agora'] };
const raise = (headers: Record<string, string> = {}, changes: Parameters<typeof aRaise>[0] = {}) =>
  served.ask('Amal', 'POST /warnings', { body: aRaise(changes), headers });

test('requests of one key are bounded, and Retry-After says when to come again', async () => {
  served = await startTestServer(network, { TOCSIN_REQUESTS_PER_SECOND: '5' });
  const answers = await Promise.all(Array.from({ length: 12 }, () => served.ask('Amal', 'GET /me')));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThanOrEqual(2);
  expect(refused[0]?.body.type).toBe('/problems/rate-limited');
  expect(refused[0]?.headers.get('retry-after')).toBe('1');
  expect((await served.ask('Ponte', 'GET /me')).status).toBe(200);
});

test('so are requests without a valid credential, by address', async () => {
  served = await startTestServer(network, { TOCSIN_REQUESTS_PER_SECOND: '3' });
  const answers = await Promise.all(Array.from({ length: 12 }, () => served.ask(null, 'GET /me')));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401, 429]));
});

describe('raises in an hour', () => {
  test('count by organisation and status; what raises nothing does not count', async () => {
    served = await startTestServer(network, { TOCSIN_RAISES_PER_HOUR: '2' });
    const again = { expires: new Date(Date.now() + 3_600_000).toISOString() };
    expect((await raise({ 'idempotency-key': 'a' }, again)).status).toBe(201);
    expect((await raise({}, { headline: '' })).status).toBe(400);
    expect((await raise({}, { expires: '2020-01-01T00:00:00Z' })).status).toBe(400);
    expect((await raise()).status).toBe(201);
    const refused = await raise();
    expect([refused.status, refused.body.type, refused.body.limit]).toEqual([429, '/problems/raise-limit', 2]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3_500);
    const replayed = await raise({ 'idempotency-key': 'a' }, again);
    expect([replayed.status, replayed.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
    expect((await raise({}, { status: 'exercise' })).status).toBe(201);
    for (const _ of [1, 2, 3]) expect((await raise({}, { status: 'test' })).status).toBe(201);
    const cancelled = await served.ask('Amal', `POST /warnings/${replayed.body.id}/cancellation`, {
      body: { reason: 'Vorbei' },
    });
    expect(cancelled.status).toBe(200);
    const other = await served.ask('Ponte', 'POST /warnings', { body: aRaise() });
    expect(other.status).toBe(201);
  });

  test('a revision counts when it reopens an answer', async () => {
    served = await startTestServer(network, { TOCSIN_RAISES_PER_HOUR: '1' });
    await served.ask('Agora', 'POST /subscriptions', { body: { name: 'All', channels: [{ type: 'live' }] } });
    const { body: warning } = await raise({}, { severity: 'minor' });
    const revise = (body: object) =>
      served.ask('Amal', `POST /warnings/${warning.id}/revisions`, { body, headers: { 'if-match': '*' } });
    expect((await revise({ severity: 'moderate' })).status).toBe(201);
    await served.ask('Agora', `POST /warnings/${warning.id}/acknowledgement`, { body: { state: 'working' } });
    expect((await revise({ headline: 'Anders' })).status).toBe(201);
    const refused = await revise({ severity: 'extreme' });
    expect([refused.status, refused.body.type]).toEqual([429, '/problems/raise-limit']);
    expect((await served.ask('Amal', `GET /warnings/${warning.id}`)).body.revision).toBe(3);
  });
});

test('sixty previews an hour', async () => {
  served = await startTestServer(network, { TOCSIN_RAISES_PER_HOUR: '1' });
  const preview = () => served.ask('Amal', 'POST /warnings/preview', { body: {} });
  for (let asked = 0; asked < 60; asked += 1) expect((await preview()).status).toBe(200);
  const refused = await preview();
  expect([refused.status, refused.body.type, refused.body.limit]).toEqual([429, '/problems/rate-limited', 60]);
  expect((await served.ask('Ponte', 'POST /warnings/preview', { body: {} })).status).toBe(200);
});

describeWithRedis('with Redis', () => {
  test('Redis counts; while it is away each server counts for itself', async () => {
    const redis = await startRedis();
    try {
      const env = { TOCSIN_RAISES_PER_HOUR: '1', REDIS_URL: redis.url };
      served = await startTestServer(network, env);
      await raise();
      expect((await raise()).status).toBe(429);
      await redis.kill();
      expect((await served.ask('Ponte', 'POST /warnings', { body: aRaise() })).status).toBe(201);
    } finally {
      await redis.stop().catch(() => undefined);
    }
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestServer, type TestServer } from '../../test/support/server.ts';
import { until } from '../../test/support/until.ts';
import { aRaise } from '../../test/support/warnings.ts';

let served: TestServer;
let queueFails: string | undefined;

beforeAll(async () => {
  const queues = {
    healthy: () => (queueFails ? Promise.reject(new Error(queueFails)) : Promise.resolve()),
    counts: () => Promise.resolve({ email: { waiting: 3, active: 1, delayed: 0 } }) as never,
    backend: 'postgres' as const,
    board: () => Promise.resolve([]),
  };
  const env = { TOCSIN_METRICS_TOKEN: 'a token that is long enough'.replaceAll(' ', '-') };
  served = await startTestServer({ csos: ['Amal'], platforms: ['Agora'] }, env, { queues });
});

afterAll(() => served.close());

test('the process is up; it is ready while all it needs is well', async () => {
  expect((await served.ask(null, 'GET //healthz')).body).toEqual({ status: 'up' });
  const ready = await served.ask(null, 'GET //readyz');
  expect(ready.body).toEqual({ status: 'ready', database: 'ok', log: 'ok', queue: 'ok' });
  queueFails = 'Redis may evict jobs.';
  const unready = await served.ask(null, 'GET //readyz');
  queueFails = undefined;
  expect(unready.status).toBe(503);
  expect(unready.body.detail).toBe('Not ready. queue: Redis may evict jobs.');
  expect(unready.headers.get('retry-after')).toBe('1');
});

describe('metrics', () => {
  test('count requests by route, answers and jobs, and name nobody', async () => {
    const body = { name: 'All', channels: [{ type: 'live' }] };
    await served.ask('Agora', 'POST /subscriptions', { body });
    const { body: warning } = await served.ask('Amal', 'POST /warnings', { body: aRaise() });
    const { body: second } = await served.ask('Amal', 'POST /warnings', { body: aRaise() });
    await served.ask('Agora', `POST /warnings/${second.id}/acknowledgement`, { body: { state: 'working' } });
    const text = await until(async () => {
      const { body: page } = await served.ask(null, 'GET //metrics');
      return page.includes('tocsin_time_to_acknowledge_seconds_count 1') && (page as string);
    });
    expect(text).toContain('tocsin_acknowledgements{state="pending"} 1');
    expect(text).toContain('tocsin_acknowledgements{state="overdue"} 0');
    expect(text).toContain('tocsin_queue_jobs{queue="email",state="waiting"} 3');
    expect(text).toContain('tocsin_connections 0');
    expect(text).toMatch(/tocsin_log_tail_lag \d/);
    expect(text).toContain(
      'tocsin_http_request_duration_seconds_count{method="POST",route="/warnings/{id}/acknowledgement",status="200"} 1',
    );
    for (const name of ['Amal', 'Agora', warning.id, served.network.of('Amal').key.id, 'DE"']) {
      expect(text).not.toContain(name);
    }
  });

  test('are for loopback, or for whoever has the token', async () => {
    const forwarded = { 'x-forwarded-for': '203.0.113.7' };
    const refused = await served.ask(null, 'GET //metrics', { headers: forwarded });
    expect([refused.status, refused.body.type]).toEqual([401, '/problems/unauthorized']);
    const wrong = await served.ask(null, 'GET //metrics', { headers: forwarded, token: 'another' });
    expect(wrong.status).toBe(401);
    const token = 'a-token-that-is-long-enough';
    expect((await served.ask(null, 'GET //metrics', { headers: forwarded, token })).status).toBe(200);
  });
});

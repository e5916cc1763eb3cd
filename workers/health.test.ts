import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Registry } from 'prom-client';
import { startHealthServer, type HealthServer } from './health.ts';
import { openMetrics } from './metrics.ts';

const token = 'a-token-of-some-length';
let server: HealthServer;
beforeAll(async () => {
  const registry = new Registry();
  openMetrics(registry).lateness.observe(0.2);
  server = await startHealthServer(0, { registry, metricsToken: token });
});
afterAll(() => server.close());

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
  fetch(`http://127.0.0.1:${server.port}${path}`, { headers: { connection: 'close', ...headers }, method });

test('says that the process is up', async () => {
  expect((await ask('/healthz')).status).toBe(200);
  expect((await ask('/elsewhere')).status).toBe(404);
  expect((await ask('/healthz', {}, 'POST')).status).toBe(405);
});

test('shows its figures to loopback, and to the token wherever it comes from', async () => {
  expect(await (await ask('/metrics')).text()).toContain('tocsin_escalation_lateness_seconds_count 1');
  const proxied = { 'x-forwarded-for': '192.0.2.1' };
  expect((await ask('/metrics', proxied)).status).toBe(401);
  expect((await ask('/metrics', { ...proxied, authorization: `Bearer ${token}` })).status).toBe(200);
  expect((await ask('/metrics', { authorization: 'Bearer another' })).status).toBe(401);
});

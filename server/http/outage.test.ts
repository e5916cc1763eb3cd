import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestServer, type TestServer } from '../../test/support/server.ts';
import { until } from '../../test/support/until.ts';
import { aRaise } from '../../test/support/warnings.ts';

let served: TestServer;

beforeAll(async () => {
  served = await startTestServer({ csos: ['Amal'] });
});

afterAll(() => served.close());

test('while PostgreSQL is away calls are refused with 503 and Retry-After; then all goes on, nothing twice', async () => {
  const headers = { 'idempotency-key': 'through the outage' };
  const body = aRaise();
  expect((await served.ask('Amal', 'GET /me')).status).toBe(200);
  served.database.cut();
  const refused = await served.ask('Amal', 'POST /warnings', { body, headers });
  expect([refused.status, refused.body.type]).toEqual([503, '/problems/unavailable']);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  const list = await served.ask('Amal', 'GET /warnings');
  expect([list.status, list.headers.get('retry-after')]).toEqual([503, '2']);
  expect((await served.ask('Amal', 'GET /me')).status).toBe(200);
  const unready = await served.ask(null, 'GET //readyz');
  expect([unready.status, unready.body.detail]).toEqual([
    503,
    expect.stringContaining('database: PostgreSQL does not answer.'),
  ]);
  expect((await served.ask(null, 'GET //healthz')).status).toBe(200);
  served.database.heal();
  const raised = await until(async () => {
    const answer = await served.ask('Amal', 'POST /warnings', { body, headers });
    return answer.status === 201 ? answer : undefined;
  });
  const { body: all } = await served.ask('Amal', 'GET /warnings');
  expect(all.data.map(({ id }: { id: string }) => id)).toEqual([raised.body.id]);
  await until(async () => (await served.ask(null, 'GET //readyz')).status === 200);
});

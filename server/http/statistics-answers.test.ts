import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Statistics } from '../../core/contract/statistics.ts';
import type { RaiseRequest } from '../../core/contract/warning.ts';
import { startTestServer, type TestServer } from '../../test/support/server.ts';
import { aRaise } from '../../test/support/warnings.ts';

let at: TestServer;

beforeAll(async () => {
  at = await startTestServer({ csos: ['Ida'], platforms: ['Agora', 'Plaza'], coordinator: 'Hub' });
  for (const platform of ['Agora', 'Plaza']) {
    const body = { name: 'All', filter: {}, channels: [{ type: 'live' }] };
    expect((await at.ask(platform, 'POST /subscriptions', { body })).status).toBe(201);
  }
}, 60_000);
afterAll(() => at.close());

async function ask(name: string, call: string, body: object): Promise<string> {
  const { status, body: answered } = await at.ask(name, call, { body, headers: { 'if-match': '*' } });
  expect([200, 201]).toContain(status);
  return answered.id as string;
}

const raise = (changes: Partial<RaiseRequest>): Promise<string> => ask('Ida', 'POST /warnings', aRaise(changes));

async function read(name: string, status = 'actual'): Promise<Statistics> {
  const { status: code, body } = await at.ask(name, `GET /statistics?status=${status}`);
  expect(code).toBe(200);
  return body as Statistics;
}

test('the final answer is the first that closed since one was asked, whatever followed it and however often one was', async () => {
  const warning = await raise({ status: 'actual' });
  const answer = (state: string, changes: object = {}): Promise<string> =>
    ask('Plaza', `POST /warnings/${warning}/acknowledgement`, { state, ...changes });
  /** As if each entry of the history had come an hour after the one before. */
  const closed = async (): Promise<Statistics['answers']['times']['closed']> => {
    await at.store.sql.query(
      `WITH placed AS (
         UPDATE answer SET at = warning.created_at + make_interval(hours => place::integer)
         FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM answer) placed, warning
         WHERE answer.id = placed.id AND warning.id = warning_id RETURNING answer.id, answer.at)
       UPDATE acknowledgement SET expected_since = created_at, closed_at = (
         SELECT placed.at FROM answer JOIN placed USING (id) WHERE answer.at = closed_at)
       FROM warning WHERE warning.id = warning_id`,
    );
    return (await read('Plaza')).answers.times.closed;
  };
  await answer('acknowledged');
  expect(await closed()).toEqual({ count: 0, median: null, p90: null });
  await answer('actioned');
  await answer('working');
  await answer('no_action', { reason: 'not_our_service' });
  expect(await closed()).toEqual({ count: 1, median: 7_200, p90: 7_200 });
  await ask('Ida', `POST /warnings/${warning}/revisions`, { severity: 'extreme' });
  expect(await closed()).toEqual({ count: 1, median: 7_200, p90: 7_200 });
  await answer('declined', { reason: 'not_our_service' });
  // Two hours after the raise, and one after it was asked anew.
  expect(await closed()).toMatchObject({ count: 2, median: 5_400 });
});

test('steps that fired are counted for whoever was to answer, also where an answer ended them; others are not', async () => {
  const [answered, unanswered] = [await raise({ status: 'exercise' }), await raise({ status: 'exercise' })];
  const fired = async (name: string): Promise<number[]> => {
    const { answers, answering } = await read(name, 'exercise');
    return [answers.escalations, ...answering.map(({ escalations }) => escalations)];
  };
  expect(await fired('Hub')).toEqual([0, 0, 0]);
  for (const [name, warning] of [
    ['Agora', answered],
    ['Agora', answered],
    ['Plaza', answered],
    ['Plaza', unanswered],
  ]) {
    await ask(name as string, `POST /warnings/${warning}/escalation`, {});
  }
  await ask('Plaza', `POST /warnings/${answered}/acknowledgement`, { state: 'acknowledged' });
  expect(await fired('Hub')).toEqual([4, 2, 2]);
  expect(await fired('Ida')).toEqual([4, 2, 2]);
  expect(await fired('Agora')).toEqual([2, 2]);
  expect((await read('Hub')).answers.escalations).toBe(0);
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Statistics } from '../../core/contract/statistics.ts';
import type { RaiseRequest } from '../../core/contract/warning.ts';
import { startTestServer, type TestServer } from '../../test/support/server.ts';
import { aRaise } from '../../test/support/warnings.ts';

let at: TestServer;
/** The Polish desk of Agora, beside its first team. */
let polish: string;
let second: string;

/** February 2026; minutes after noon of a day. */
const moment = (day: number, minutes = 0): string => new Date(Date.UTC(2026, 1, day, 12, minutes)).toISOString();
const period = 'since=2026-02-01T00:00:00Z&until=2026-03-01T00:00:00Z';

async function read(name: string, query = '', token?: string): Promise<Statistics> {
  const got = await at.ask(name, `GET /statistics?${period}${query}`, token === undefined ? {} : { token });
  expect(got.status).toBe(200);
  return got.body as Statistics;
}

/** Raises as if on a day of the known month. */
async function raise(name: string, day: number, changes: Partial<RaiseRequest> = {}): Promise<string> {
  const { body } = await at.ask(name, 'POST /warnings', { body: aRaise(changes) });
  const { sql } = at.store;
  await sql.query('UPDATE warning SET created_at = $2 WHERE id = $1', [body.id, moment(day)]);
  const waits = 'UPDATE acknowledgement SET expected_since = $2, waiting_since = $2, since = $2 WHERE warning_id = $1';
  await sql.query(waits, [body.id, moment(day)]);
  return body.id as string;
}

async function answer(name: string, warning: string, body: object): Promise<void> {
  expect((await at.ask(name, `POST /warnings/${warning}/acknowledgement`, { body })).status).toBe(200);
}

/** Puts what a team said of a warning, in order, at these times; it got it after two minutes and saw it after four. */
async function said(warning: string, team: string, day: number, ...minutes: number[]): Promise<void> {
  const { sql } = at.store;
  await sql.query(
    `UPDATE answer SET at = ($3::timestamptz[])[place] FROM (
       SELECT id, row_number() OVER (ORDER BY at, id) AS place FROM answer WHERE warning_id = $1 AND team_id = $2) placed
     WHERE answer.id = placed.id`,
    [warning, team, minutes.map((one) => moment(day, one))],
  );
  await sql.query(
    `UPDATE acknowledgement SET delivered_at = $3, seen_at = $4,
       acknowledged_at = CASE WHEN acknowledged_at IS NOT NULL THEN $5::timestamptz END,
       closed_at = CASE WHEN closed_at IS NOT NULL THEN $6::timestamptz END
     WHERE warning_id = $1 AND team_id = $2`,
    [warning, team, moment(day, 2), moment(day, 4), moment(day, minutes[0]), moment(day, minutes[1])],
  );
}

beforeAll(async () => {
  at = await startTestServer({
    csos: ['Ida', 'Bela'],
    platforms: ['Agora', 'Plaza'],
    observers: ['Observatory'],
    coordinator: 'Hub',
  });
  const [agora, plaza] = [at.network.of('Agora'), at.network.of('Plaza')];
  polish = (await at.ask('Agora', 'POST /teams', { body: { name: 'Polish desk' } })).body.id;
  const live = { channels: [{ type: 'live' }] };
  const statuses = ['actual', 'exercise', 'test'];
  await at.ask('Agora', 'POST /subscriptions', {
    body: { ...live, name: 'All', filter: { languages: ['de'], statuses } },
  });
  await at.ask('Agora', 'POST /subscriptions', {
    body: { ...live, name: 'Polish', team: polish, filter: { languages: ['pl'] } },
  });
  await at.ask('Plaza', 'POST /subscriptions', { body: { ...live, name: 'All', filter: { languages: ['de'] } } });

  const first = await raise('Ida', 2);
  await answer('Agora', first, { state: 'acknowledged' });
  await answer('Agora', first, { state: 'actioned', measures: ['monitoring_raised'], usefulness: 'helped' });
  await said(first, agora.team.id, 2, 10, 60);
  await at.ask('Bela', `POST /warnings/${first}/corroborations`, { body: {} });
  await at.ask('Ida', `POST /warnings/${first}/cancellation`, { body: { reason: 'It did not take place.' } });

  second = await raise('Ida', 10, {
    countries: ['PL', 'DE'],
    languages: ['pl', 'de'],
    severity: 'moderate',
    trigger: 'election',
    grounds: ['antisemitism', 'xenophobia'],
  });
  await answer('Agora', second, { state: 'declined', team: polish, reason: 'not_our_service' });
  await answer('Plaza', second, { state: 'acknowledged' });
  // Every answer is reopened; Plaza alone answers again.
  await at.ask('Ida', `POST /warnings/${second}/revisions`, {
    body: { severity: 'severe' },
    headers: { 'if-match': '*' },
  });
  await answer('Plaza', second, { state: 'acknowledged' });
  await said(second, polish, 10, 20, 100);
  await said(second, plaza.team.id, 10, 30, 100, 105);

  await raise('Ida', 20, { withholdIssuer: true, countries: [], grounds: ['disability'], severity: 'minor' });
  await raise('Ida', 21, { tlp: 'TLP:RED', audience: { only: [agora.organisation.id] }, grounds: ['age'] });
  await raise('Ida', 22, { status: 'exercise', grounds: ['descent'] });
  const redacted = await raise('Bela', 28, { countries: ['FR'], languages: ['fr'], trigger: 'trial' });
  const body = { members: ['headline', 'description'], reason: 'It named somebody.' };
  expect((await at.ask('Bela', `POST /warnings/${redacted}/revisions/1/redaction`, { body })).status).toBe(200);
  // Of another month.
  const earlier = await raise('Ida', 1);
  await at.store.sql.query(`UPDATE warning SET created_at = '2026-01-31T23:59:59Z' WHERE id = $1`, [earlier]);
}, 60_000);
afterAll(() => at.close());

const minutes = (...waits: [count: number, median: number | null, p90: number | null][]) =>
  waits.map(([count, median, p90]) => ({
    count,
    median: median === null ? null : median * 60,
    p90: p90 === null ? null : p90 * 60,
  }));

describe('a civil society organisation', () => {
  test('gets what it raised, those without its name and those marked TLP:RED too, as they stand today', async () => {
    const { of, scope, warnings, issuers } = await read('Ida');
    expect([of?.name, scope, issuers]).toEqual(['Ida', 'raised', null]);
    expect(warnings).toMatchObject({ count: 4, red: null, transnational: 1, corroborated: 1, seen: 1, notSeen: 0 });
    expect(warnings.states).toEqual([
      { code: 'active', count: 3 },
      { code: 'cancelled', count: 1 },
    ]);
    expect(warnings.countries).toEqual([
      { code: 'DE', count: 3 },
      { code: 'PL', count: 1 },
    ]);
    expect(warnings.languages).toEqual([
      { code: 'de', count: 4 },
      { code: 'pl', count: 1 },
    ]);
    expect(warnings.grounds).toEqual([
      { code: 'antisemitism', count: 2 },
      { code: 'age', count: 1 },
      { code: 'disability', count: 1 },
      { code: 'xenophobia', count: 1 },
    ]);
    expect(warnings.severities).toEqual([
      { code: 'severe', count: 3 },
      { code: 'minor', count: 1 },
    ]);
    expect(warnings.triggers).toEqual([
      { code: 'protest', count: 3 },
      { code: 'election', count: 1 },
    ]);
    expect(warnings.over).toEqual([
      { from: '2026-02-01T00:00:00.000Z', count: 0 },
      { from: '2026-02-02T00:00:00.000Z', count: 1 },
      { from: '2026-02-09T00:00:00.000Z', count: 1 },
      { from: '2026-02-16T00:00:00.000Z', count: 2 },
      { from: '2026-02-23T00:00:00.000Z', count: 0 },
    ]);
  });

  test('gets what became of the answers, by platform, from the raise or the reopening on', async () => {
    const { answers, answering, waiting } = await read('Ida');
    // Agora twice, thrice for two teams; Plaza thrice, but for TLP:RED.
    expect(answers).toMatchObject({ count: 8, waiting: 5, unanswered: 1, escalations: 0 });
    expect(answers.states).toEqual([
      { code: 'acknowledged', count: 1 },
      { code: 'actioned', count: 1 },
    ]);
    expect(answers).toMatchObject({
      reasons: [],
      measures: [{ code: 'monitoring_raised', count: 1 }],
      usefulness: [{ code: 'helped', count: 1 }],
    });
    const { delivered, seen, acknowledged, closed } = answers.times;
    expect([delivered, seen]).toEqual(minutes([3, 2, 2], [3, 4, 4]));
    // 5, 10, 20 and 30 minutes; 20 and 60.
    expect([acknowledged, closed]).toEqual(minutes([4, 15, 27], [2, 40, 56]));
    expect(answering.map(({ organisation, team, count }) => [organisation.name, team, count])).toEqual([
      ['Agora', null, 5],
      ['Plaza', null, 3],
    ]);
    expect(answering[1]?.times.acknowledged).toEqual(minutes([2, 17.5, 27.5])[0]);
    expect(waiting[0]).toMatchObject({
      warning: { id: second, severity: 'severe' },
      organisation: { name: 'Agora' },
      waitingSince: moment(10),
    });
    expect(waiting).toHaveLength(5);
  });

  test('counts drills apart, and leaves out what it may not read itself', async () => {
    const drills = await read('Ida', '&status=exercise');
    expect(drills.warnings).toMatchObject({ count: 1, grounds: [{ code: 'descent', count: 1 }] });
    const { token } = await at.network.key('Ida', { scopes: ['warnings:read'] });
    const openly = await read('Ida', '', token);
    expect([openly.warnings.count, openly.answers.count]).toEqual([3, 7]);
    expect(JSON.stringify(openly)).not.toContain('"age"');
  });
});

describe('a platform', () => {
  test('gets the warnings that its teams were to answer, and how each team did', async () => {
    const { scope, warnings, answers, answering, issuers } = await read('Agora');
    expect([scope, issuers, warnings.count, answers.count]).toEqual(['received', null, 4, 5]);
    expect(answering.map(({ team, count, waiting }) => [team?.name, count, waiting])).toEqual([
      ['Agora', 4, 3],
      ['Polish desk', 1, 1],
    ]);
    expect(answering[1]?.times).toMatchObject({
      acknowledged: minutes([1, 20, 20])[0],
      closed: minutes([1, 20, 20])[0],
    });
    // Plaza is not admitted to what is marked TLP:RED.
    expect((await read('Plaza')).warnings.count).toBe(3);
  });

  test('a key of one team gets that team’s alone', async () => {
    const team = { id: polish, organisationId: at.network.of('Agora').organisation.id, name: 'Polish desk' };
    const { token } = await at.network.key('Agora', { teams: [team] });
    const { warnings, answering } = await read('Agora', '', token);
    expect(warnings).toMatchObject({ count: 1, triggers: [{ code: 'election', count: 1 }] });
    expect(answering.map((one) => one.team?.name)).toEqual(['Polish desk']);
  });
});

describe('the coordinator', () => {
  test('gets the whole network; of TLP:RED that it is not in a number alone, and nobody’s name for what was withheld', async () => {
    const { of, warnings, issuers, answers, answering } = await read('Hub');
    expect([of, warnings.count, warnings.red]).toEqual([null, 4, 1]);
    expect(warnings.grounds.map(({ code }) => code)).toEqual(['antisemitism', 'disability', 'xenophobia']);
    expect(
      issuers?.map(({ organisation, count }) => [organisation.name, organisation.id !== undefined, count]),
    ).toEqual([
      ['Ida', true, 2],
      ['A member of the network', false, 1],
      ['Bela', true, 1],
    ]);
    expect(answers.count).toBe(7);
    expect(answering.map(({ organisation, count }) => [organisation.name, count])).toEqual([
      ['Agora', 4],
      ['Plaza', 3],
    ]);
  });

  test('gets those of one organisation without what it raised unnamed; of a platform nothing that is marked TLP:RED', async () => {
    const organisation = (name: string): string => `&organisation=${at.network.of(name).organisation.id}`;
    const ida = await read('Hub', organisation('Ida'));
    expect([ida.of?.name, ida.warnings.count, ida.warnings.red]).toEqual(['Ida', 2, 1]);
    expect(JSON.stringify(ida)).not.toContain('disability');
    const agora = await read('Hub', organisation('Agora'));
    expect([agora.scope, agora.warnings.count, agora.warnings.red, agora.answers.count]).toEqual([
      'received',
      3,
      null,
      4,
    ]);
  });

  test('alone asks for another’s: others are refused whether there is such an organisation or not', async () => {
    const bela = at.network.of('Bela').organisation.id;
    const ask = (name: string, id: string) => at.ask(name, `GET /statistics?organisation=${id}`);
    const refused = await ask('Ida', bela);
    expect([refused.status, refused.body.type]).toEqual([403, '/problems/kind-not-allowed']);
    expect((await ask('Ida', crypto.randomUUID())).body.type).toBe('/problems/kind-not-allowed');
    expect((await ask('Hub', crypto.randomUUID())).status).toBe(404);
    expect((await at.ask('Observatory', 'GET /statistics')).body.type).toBe('/problems/kind-not-allowed');
  });
});

test('months are those of the reader, and a period is refused that is none', async () => {
  const { warnings } = await read('Ida', '&by=month&timeZone=Pacific/Kiritimati');
  expect(warnings.over.map(({ from }) => from)).toEqual(['2026-02-01T00:00:00.000Z', '2026-02-28T10:00:00.000Z']);
  const answered = await at.ask('Ida', 'GET /statistics?since=2020-01-01T00:00:00Z');
  expect([answered.status, answered.body.errors]).toEqual([
    400,
    [{ in: 'query', pointer: '/since', message: 'The period is of three years at most.' }],
  ]);
  expect((await at.ask('Ida', 'GET /statistics')).body.warnings.over.length).toBeGreaterThan(11);
});

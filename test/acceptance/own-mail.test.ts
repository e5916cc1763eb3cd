import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ReceivedMail } from '../../cli/embedded/mail-sink.ts';
import type { Member } from '../../core/domain/organisation.ts';
import { addMember } from '../../core/store/commands/member.ts';
import { openSubscriberLinks } from '../../core/store/subscriber-links.ts';
import { sweep } from '../../workers/housekeeping/sweep.ts';
import { startTestMail, type TestMail } from '../support/mail-server.ts';
import { startTestServer, type TestAnswer, type TestServer } from '../support/server.ts';
import { signIn } from '../support/session.ts';
import { until } from '../support/until.ts';
import { aRaise } from '../support/warnings.ts';
import { startTestWorkers, type TestWorkers } from '../support/workers.ts';

const everyDay = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
let at: TestServer;
let mail: TestMail;
let workers: TestWorkers;

beforeAll(async () => {
  at = await startTestServer({ csos: ['Amal'], platforms: ['Agora'], coordinator: 'Hub' });
  mail = await startTestMail();
  workers = await startTestWorkers({ databaseUrl: at.store.databaseUrl, smtpUrl: mail.url });
}, 60_000);
afterAll(async () => {
  await workers.close();
  await mail.close();
  await at.close();
}, 30_000);

interface Reader {
  member: Member;
  /** Calls as they do, signed in. */
  call: (call: string, body?: object) => Promise<TestAnswer>;
}

/** A responder of Agora, not on its TLP:RED list unless `red` says so. */
async function reader(name: string, changes: { red?: boolean; language?: string } = {}): Promise<Reader> {
  const organisationId = at.network.of('Agora').organisation.id;
  const sent = { organisationId, name, address: `${name}@agora.example`, role: 'responder' as const, ...changes };
  const member = await at.store.writer.run(addMember(sent));
  const { headers } = await signIn(at.store, member);
  return { member, call: (call, body) => at.ask(null, call, { headers, ...(body && { body }) }) };
}

async function raised(changes: Parameters<typeof aRaise>[0] = {}): Promise<string> {
  const { status, body } = await at.ask('Amal', 'POST /warnings', { body: aRaise(changes) });
  expect(status).toBe(201);
  return body.id as string;
}

async function revised(warning: string, body: object): Promise<void> {
  const ask = { headers: { 'if-match': '*' }, body };
  expect((await at.ask('Amal', `POST /warnings/${warning}/revisions`, ask)).status).toBe(201);
}

/** What was written for a member, in the order of the log: of what happened before somebody was told of what came later, all. */
async function ledger({
  id,
}: Member): Promise<{ id: string; warning: string; state: string; teamId: string | null }[]> {
  const { rows } = await at.store.sql.query<{ id: string; warning: string; state: string; teamId: string | null }>(
    `SELECT id, warning_id AS warning, state, team_id AS "teamId" FROM delivery
     WHERE member_id = $1 AND kind = 'warning' ORDER BY id`,
    [id],
  );
  return rows;
}

const mailed = ({ address }: Member, warning: string): Promise<ReceivedMail> =>
  until(() => mail.to(address).findLast(({ text }) => text.includes(warning)), { what: `a mail to ${address}` });
const quietNow = () => {
  const clock = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString().slice(11, 16);
  return { timeZone: 'UTC', quiet: [{ days: everyDay, from: clock(-30), to: clock(90) }] };
};

test('a member chooses by merge patches; a key has no mail of its own, and what changed stands on the log and in their data', async () => {
  const { call, member } = await reader('chooser');
  const none = { countries: [], languages: [], grounds: [], severity: 'minor', statuses: ['actual', 'exercise'] };
  expect((await call('GET /me/mail')).body).toEqual({ warnings: false, filter: none, hours: null });
  const hours = { timeZone: 'Europe/Athens', quiet: [{ days: ['sat'], from: '22:00', to: '07:00' }] };
  await call('PATCH /me/mail', { warnings: true, filter: { countries: ['GR', 'CY'], severity: 'severe' }, hours });
  const patched = await call('PATCH /me/mail', { filter: { severity: null } });
  const filter = { ...none, countries: ['CY', 'GR'] };
  expect(patched.body).toEqual({ warnings: true, filter, hours });
  expect((await call('PATCH /me/mail', { warnings: true })).body).toEqual(patched.body);
  expect((await call('GET /me/mail')).body).toEqual(patched.body);
  expect((await call('PATCH /me/mail', { warnings: null, hours: null })).body).toEqual({
    warnings: false,
    filter,
    hours: null,
  });
  const faulty = await call('PATCH /me/mail', { hours: { timeZone: 'Mars/Olympus', quiet: [] } });
  expect([faulty.status, faulty.body.errors[0].pointer]).toEqual([400, '/hours/timeZone']);
  for (const method of ['GET', 'PATCH']) {
    const refused = await at.ask('Agora', `${method} /me/mail`, method === 'GET' ? {} : { body: {} });
    expect([refused.status, refused.body.type]).toEqual([403, '/problems/role-missing']);
  }
  const { body: kept } = await call('GET /me/data');
  expect(kept.mail).toEqual({ warnings: false, filter, hours: null });
  const changes = kept.audit.filter(({ type }: { type: string }) => type === 'own-mail.changed');
  expect(changes.map(({ data }: { data: object }) => data)).toMatchObject([
    { warnings: false },
    { warnings: true },
    { warnings: true },
  ]);
  const rows = async () => (await at.store.sql.query('SELECT FROM own_mail WHERE member_id = $1', [member.id])).rows;
  expect(await rows()).toHaveLength(1);
  expect((await call('POST /me/erasure')).status).toBe(204);
  expect(await rows()).toEqual([]);
});

test('what matches is mailed at once, by their own clock and in their language, and says why it came and how to end it', async () => {
  const { call, member } = await reader('reader', { language: 'de' });
  await raised({ countries: ['SE'] });
  const hours = { timeZone: 'Asia/Tokyo', quiet: [] };
  await call('PATCH /me/mail', { warnings: true, filter: { countries: ['SE'], severity: 'severe' }, hours });
  await raised({ countries: ['FI'] });
  await raised({ countries: ['SE'], severity: 'moderate' });
  await raised({ countries: ['SE'], audience: { except: [member.organisationId] } });
  const warning = await raised({ countries: ['SE'], withholdIssuer: true });
  const told = await mailed(member, warning);
  expect((await ledger(member)).map((row) => row.warning)).toEqual([warning]);
  expect(told.subject).toBe('[TLP:GREEN] Warnung (schwer): Schweden');
  expect(told.text).toMatch(/GMT\+9/);
  expect(told.text).not.toContain('Amal');
  expect(told.text).toContain('weil Sie Warnungen per Mail gewählt haben');
  expect(told.text).toContain('https://tocsin.example/account/mail');
  const oneClick = /^<(https:\/\/tocsin\.example\/mail\/unsubscribe\/member\/[0-9a-f]{72})>$/.exec(
    String(told.headers['list-unsubscribe']),
  )?.[1];
  expect(told.text).toContain(`${oneClick}\n`);
  expect(told.headers).toMatchObject({
    'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    'list-id': '<warnings.tocsin.example>',
  });
  await at.ask('Amal', `POST /warnings/${warning}/cancellation`, { body: { reason: 'Ein Gerücht.' } });
  const over = await until(() => mail.to(member.address).find(({ text }) => text.includes('Ein Gerücht.')));
  expect(over.headers['references']).toBe(told.headers['references']);
});

test('nobody is told twice: whom a channel tells of an event hears of it by no choice of their own', async () => {
  const { call, member } = await reader('both');
  await call('PATCH /me/mail', { warnings: true, filter: { countries: ['DK', 'NO'] } });
  const to = [{ type: 'member', id: member.id }];
  const body = { name: 'Denmark', filter: { countries: ['DK'] }, channels: [{ type: 'email', to }] };
  await at.ask('Agora', 'POST /subscriptions', { body });
  const [byChannel, byChoice] = [await raised({ countries: ['DK'] }), await raised({ countries: ['NO'] })];
  await mailed(member, byChoice);
  expect((await mailed(member, byChannel)).headers).not.toHaveProperty('list-unsubscribe');
  expect(await ledger(member)).toMatchObject([
    { warning: byChannel, teamId: at.network.of('Agora').team.id },
    { warning: byChoice, teamId: null },
  ]);
});

test('of what is marked TLP:RED those on the list alone hear, and no more than that something waits', async () => {
  const listed = await reader('listed', { red: true });
  const other = await reader('other');
  const office = at.network.of('Hub').owner;
  const { headers } = await signIn(at.store, office);
  const choice = { warnings: true, filter: { countries: ['IE'] } };
  for (const { call } of [listed, other]) await call('PATCH /me/mail', choice);
  await at.ask(null, 'PATCH /me/mail', { headers, body: { warnings: true } });
  const red = await raised({ countries: ['IE'], tlp: 'TLP:RED', audience: { only: [other.member.organisationId] } });
  const amber = await raised({ countries: ['IE'], tlp: 'TLP:AMBER' });
  const told = await mailed(listed.member, red);
  expect(told.subject).toBe('[TLP:RED] A warning is waiting');
  expect(told.text + told.html).not.toMatch(/Ireland|Severe|Antisemitism|Amal|Synagoge/);
  expect((await mailed(office, red)).subject).toBe('[TLP:RED] A warning is waiting');
  expect((await mailed(other.member, amber)).text).toContain('Where: Ireland');
  expect((await ledger(other.member)).map(({ warning }) => warning)).toEqual([amber]);
  await at.ask(null, 'PATCH /me/mail', { headers, body: { warnings: false } });
});

test('quiet hours hold a warning, but for an extreme one; it comes once, as it is by then, and says since when', async () => {
  const { call, member } = await reader('sleeper');
  await call('PATCH /me/mail', { warnings: true, filter: { countries: ['PT'] }, hours: quietNow() });
  const held = await raised({ countries: ['PT'] });
  const calledOff = await raised({ countries: ['PT'] });
  const night = await raised({ countries: ['PT'], severity: 'moderate' });
  await at.ask('Amal', `POST /warnings/${calledOff}/cancellation`, { body: { reason: 'Over.' } });
  await at.ask('Agora', `POST /warnings/${night}/acknowledgement`, { body: { state: 'acknowledged' } });
  await revised(night, { severity: 'severe' });
  const extreme = await raised({ countries: ['PT'], severity: 'extreme' });
  expect((await mailed(member, extreme)).text).not.toContain('Held since');
  const { rows } = await at.store.sql.query<{ hours: number; patience: number }>(
    `SELECT extract(epoch FROM next_at - created_at) / 3600 AS hours, extract(epoch FROM give_up_at - next_at) / 3600 AS patience
     FROM delivery WHERE warning_id = $1`,
    [held],
  );
  expect(Number(rows[0]?.hours)).toBeCloseTo(1.5, 1);
  expect(Number(rows[0]?.patience)).toBe(24);
  expect(mail.to(member.address)).toHaveLength(1);
  const grown = await raised({ countries: ['PT'] });
  await revised(grown, { severity: 'extreme' });
  const told = await until(async () => {
    await sweep(at.store.sql, workers.queues);
    return mail.to(member.address).find(({ text }) => text.includes(grown));
  });
  expect(told.subject).toContain('Extreme');

  // Who has no quiet hours any more has what they held.
  await call('PATCH /me/mail', { hours: { timeZone: 'UTC', quiet: [] } });
  await sweep(at.store.sql, workers.queues);
  expect((await mailed(member, held)).text).toMatch(/Held since \d+ \w+ \d{4} at \d\d:\d\d UTC by your quiet hours\./);
  const ended = await until(async () => {
    const all = await ledger(member);
    return all.every(({ state }) => state !== 'pending') ? all : undefined;
  });
  expect(ended.map(({ warning, state }) => [warning, state])).toEqual([
    [held, 'sent'],
    [calledOff, 'superseded'],
    [night, 'superseded'],
    [calledOff, 'sent'],
    [night, 'sent'],
    [extreme, 'sent'],
    [grown, 'sent'],
  ]);
});

test('one click ends them: a POST without cookies; a GET changes nothing, and channels and steps go on', async () => {
  const { call, member } = await reader('leaver');
  await call('PATCH /me/mail', { warnings: true, filter: { countries: ['HU'] }, hours: quietNow() });
  await raised({ countries: ['HU'] });
  const extreme = await raised({ countries: ['HU'], severity: 'extreme' });
  const header = String((await mailed(member, extreme)).headers['list-unsubscribe']);
  const link = /tocsin\.example(\/[^>]+)/.exec(header)?.[1] ?? '';
  expect((await at.ask(null, `GET /${link}`)).status).toBe(200);
  expect((await call('GET /me/mail')).body.warnings).toBe(true);
  const foreign = openSubscriberLinks(at.store.network).unsubscribe(member.id);
  expect((await at.ask(null, `POST //mail/unsubscribe/member/${foreign}`)).status).toBe(404);
  const click = { 'content-type': 'application/x-www-form-urlencoded' };
  for (let time = 0; time < 2; time += 1) {
    const ended = await at.ask(null, `POST /${link}`, { body: 'List-Unsubscribe=One-Click', headers: click });
    expect([ended.status, String(ended.body)]).toEqual([200, expect.stringContaining('These mails have ended')]);
  }
  expect((await call('GET /me/mail')).body.warnings).toBe(false);
  const { body: kept } = await call('GET /me/data');
  expect(kept.audit.find(({ type }: { type: string }) => type === 'own-mail.changed').data).toMatchObject({
    warnings: false,
    byMail: true,
  });

  // What still waited leaves no more; what a team has mailed to them does.
  await call('PATCH /me/mail', { hours: null });
  await sweep(at.store.sql, workers.queues);
  await until(async () => (await ledger(member))[0]?.state === 'superseded');
  const to = [{ type: 'member', id: member.id }];
  const body = { name: 'Hungary', filter: { countries: ['HU'] }, channels: [{ type: 'email', to }] };
  await at.ask('Agora', 'POST /subscriptions', { body });
  expect((await mailed(member, await raised({ countries: ['HU'] }))).text).toContain('A subscription of Agora');
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { pino } from 'pino';
import { addMember } from '../../core/store/commands/member.ts';
import { startDifficultServer, type DifficultServer } from '../support/mail-server.ts';
import { listen } from '../support/listener.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { signIn } from '../support/session.ts';
import { until } from '../support/until.ts';
import { aRaise } from '../support/warnings.ts';
import { startTestWorkers, type TestWorkers } from '../support/workers.ts';

let at: TestServer;
let mail: DifficultServer;
let workers: TestWorkers;
const lines: string[] = [];

beforeAll(async () => {
  at = await startTestServer({ csos: ['Wachsam Verein'], platforms: ['Agorapolis'], coordinator: 'Netzbüro' });
  mail = await startDifficultServer((recipient, before) => {
    if (recipient.startsWith('gone.')) return { refuse: 550, at: 'recipient' };
    if (recipient.startsWith('later.') && before === 0) return { refuse: 451, at: 'data' };
    return before === 0 && recipient.startsWith('cut.') ? 'take and hang up' : 'take';
  });
  const log = pino({ level: 'trace' }, { write: (line) => lines.push(line) });
  workers = await startTestWorkers({ databaseUrl: at.store.databaseUrl, smtpUrl: mail.url, log });
}, 60_000);

afterAll(async () => {
  await workers?.close();
  await mail?.close();
  await at?.close();
}, 30_000);

/** Runs as the owner of the tables. */
async function asOwner(text: string): Promise<void> {
  const owner = new pg.Client({ connectionString: at.store.databaseUrl, options: '-c search_path=tocsin' });
  await owner.connect();
  await owner.query(text);
  await owner.end();
}

test('a day of a network leaves no name, address, text or token in what its processes log', async () => {
  const headline = 'Sturm auf das Rathaus';
  const evidence = 'https://evidence.example/thread/4711';
  const { organisation, owner, token } = at.network.of('Agorapolis');
  const people = ['gone.mara', 'later.noor', 'cut.olek'].map((name) => `${name}@desk.example`);
  const members = [];
  for (const address of people) {
    const sent = {
      organisationId: organisation.id,
      name: `Person ${address.slice(0, 5)}`,
      address,
      role: 'owner' as const,
    };
    members.push(await at.store.writer.run(addMember(sent)));
  }
  // Signing in: asked for, tried with what is none, done, ended.
  for (const address of [owner.address, ...people, 'nobody@elsewhere.example']) {
    await at.ask(null, 'POST /sign-in/link', { body: { address } });
  }
  await at.ask(null, 'POST /sign-in/link/use', { body: { token: 'f'.repeat(40) } });
  const session = await signIn(at.store, members[1] as (typeof members)[0]);
  const cookie = session.headers['cookie'] ?? '';
  for (const call of ['GET', 'DELETE'])
    await fetch(`${at.server.url}/api/v1/sessions`, { method: call, headers: session.headers });
  // Raising, answering, refusing; an escalation that mails whoever does not answer.
  await at.ask('Agorapolis', 'POST /subscriptions', {
    body: {
      name: 'Alles über Rathäuser',
      channels: [{ type: 'live' }, { type: 'email', to: [{ type: 'role', role: 'owner' }] }],
    },
  });
  const step = {
    after: 0,
    to: [
      { type: 'role', role: 'owner' },
      { type: 'email', address: 'raw.desk@desk.example' },
    ],
  };
  await at.ask('Agorapolis', 'PUT /escalation-policy', { body: { steps: [step], hours: null } });
  const listener = await listen(at.server.url, token);
  await listener.follow({});
  const raise = aRaise({ headline, severity: 'extreme', references: [{ url: evidence }], withholdIssuer: true });
  const { body: warning } = await at.ask('Wachsam Verein', 'POST /warnings', { body: raise });
  await listener.send('seen', { warningId: warning.id });
  await at.ask('Agorapolis', `POST /warnings/${warning.id}/comments`, {
    body: { audience: 'everyone', text: headline },
  });
  await at.ask('Agorapolis', `GET /warnings?q=${encodeURIComponent(headline)}`);
  await at.ask('Agorapolis', 'GET /warnings', { token: `tocsin_x_${'0'.repeat(40)}` });
  await at.ask('Wachsam Verein', 'POST /warnings', { body: { headline } });
  await fetch(`${at.server.url}/${encodeURIComponent(owner.address)}?token=${token}`);
  await until(() => mail.taken.length >= 4);
  await until(async () => {
    const { rows } = await at.store.sql.query(`SELECT FROM delivery WHERE recipient = $1 AND state = 'failed'`, [
      people[0],
    ]);
    return rows.length > 0;
  });
  await at.ask('Agorapolis', `POST /warnings/${warning.id}/acknowledgement`, {
    body: { state: 'working', note: headline },
  });
  // What breaks: PostgreSQL repeats the row that it refuses, and the value that it cannot read.
  await asOwner(`ALTER TABLE warning_revision ADD CONSTRAINT broken CHECK (content NOT LIKE '%Rathaus brennt%')`);
  const broken = { ...raise, headline: `${headline}: Rathaus brennt` };
  expect((await at.ask('Wachsam Verein', 'POST /warnings', { body: broken })).status).toBe(500);
  await asOwner('REVOKE SELECT ON comment FROM tocsin_app');
  await at.ask('Agorapolis', `GET /warnings/${warning.id}/comments`);
  at.database.cut();
  await at.ask('Agorapolis', 'GET /warnings');
  at.database.heal();
  await until(async () => (await at.ask('Agorapolis', 'GET /warnings')).status === 200);
  listener.close();

  const logged = [...at.logged.map((line) => JSON.stringify(line)), ...lines].join('\n');
  expect(logged).toContain('A request failed on our side.');
  expect(logged).toContain('A mail failed for good.');
  // Ids it does say.
  expect(logged).toContain(members[1]?.id);
  const secrets = [
    ...['Wachsam Verein', 'Agorapolis', 'Netzbüro'].flatMap((name) => [name, at.network.of(name).owner.name]),
    ...members.map(({ name }) => name),
    owner.address,
    ...people,
    'nobody@elsewhere',
    'desk.example',
    'raw.desk',
    headline,
    'Rathaus',
    raise.description,
    evidence,
    'evidence.example',
    'Alles über',
    token,
    at.network.of('Wachsam Verein').token,
    cookie.split('=')[1] ?? '',
    'f'.repeat(40),
    '0'.repeat(40),
    'Chromium',
    encodeURIComponent(headline),
  ];
  for (const secret of secrets) expect({ secret, logged: logged.includes(secret) }).toEqual({ secret, logged: false });
}, 60_000);

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { addMember } from '../../core/store/commands/member.ts';
import { openStream } from '../support/event-stream.ts';
import { startTestMail, type TestMail } from '../support/mail-server.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { signIn } from '../support/session.ts';
import { until } from '../support/until.ts';
import { aRaise } from '../support/warnings.ts';
import { startTestWorkers, type TestWorkers } from '../support/workers.ts';
import { Departures, tracesOf, type Way } from './withheld/departures.ts';
import { beRefused, followByMail, liveThrough, lookAround } from './withheld/outsiders.ts';

const issuerName = 'Quellgeheim Initiative';
/** Does the same, and does not withhold itself: what finds it would find the other. */
const openName = 'Offenbach Forum';
const outsiders = ['Amal', 'Agora', 'Bazaar', 'Observatory'];

let at: TestServer;
let mail: TestMail;
let workers: TestWorkers;
let left: Departures;
const workersLog: string[] = [];
const log = pino({ level: 'trace' }, { write: (line) => workersLog.push(line) });

beforeAll(async () => {
  const csos = [issuerName, openName, 'Amal'];
  at = await startTestServer({
    csos,
    platforms: ['Agora', 'Bazaar'],
    observers: ['Observatory'],
    coordinator: 'Hub',
  });
  mail = await startTestMail();
  workers = await startTestWorkers({ databaseUrl: at.store.databaseUrl, smtpUrl: mail.url, log });
  left = new Departures(at, outsiders);
}, 60_000);
afterAll(async () => {
  left?.close();
  await workers?.close();
  await mail?.close();
  await at?.close();
}, 30_000);

async function keepStream(name: string): Promise<void> {
  const url = `${at.server.url}/api/v1/events?after=start&status=actual&status=exercise`;
  const stream = await openStream(url, at.network.of(name).token);
  await until(() => stream.blocks.some(({ event }) => event === 'caught-up'));
  left.keep('a stream', `to ${name}`, stream.text);
  stream.close();
}

async function mailsAreOut(): Promise<void> {
  const pending = `SELECT count(*)::integer AS open FROM delivery WHERE state = 'pending'`;
  const isOut = async (): Promise<boolean> => (await at.store.sql.query<{ open: number }>(pending)).rows[0]?.open === 0;
  await until(isOut, { timeout: 30_000, what: 'all mails to be sent' });
}

/** One that ends by itself, and one of another organisation that both see, too, and say so without their names. */
async function expireAndCorroborate(issuer: string, withhold: boolean): Promise<void> {
  const expires = new Date(Date.now() + 3_000).toISOString();
  const brief = await left.ask(issuer, 'POST /warnings', aRaise({ expires, withholdIssuer: withhold }));
  const { body: theirs } = await left.ask('Amal', 'POST /warnings', aRaise());
  const sighting = { sighting: 'seen', countries: ['FR'], note: 'Here too.', withhold };
  expect((await left.ask(issuer, `POST /warnings/${theirs.id}/corroborations`, sighting)).status).toBe(201);
  for (const name of outsiders) await left.ask(name, `GET /warnings/${theirs.id}/corroborations`);
  await left.ask(issuer, `DELETE /warnings/${theirs.id}/corroborations`);
  await until(async () => (await left.ask(issuer, `GET /warnings/${brief.body.id}`)).body.state === 'expired');
}

/** What the coordinator does about an organisation's warnings while they are active. */
async function retract(issuer: string): Promise<void> {
  const { organisation } = at.network.of(issuer);
  const sent = { reason: 'It was not they who wrote this', withheld: true };
  const retracted = await left.ask('Hub', `POST /network/organisations/${organisation.id}/retraction`, sent);
  expect(retracted.body.warnings.length).toBeGreaterThan(0);
}

async function keepLook(name: string): Promise<void> {
  const { headers } = await signIn(at.store, at.network.of(name).owner);
  await Promise.all([lookAround(left, name, headers), left.listen(name), keepStream(name)]);
}

async function keepAllElse(own: ReadonlySet<string>): Promise<void> {
  for (const name of outsiders) await keepLook(name);
  await mailsAreOut();
  await left.keepMails(mail, own);
  left.keep('metrics', 'of the server', (await left.ask('Hub', 'GET //metrics')).text);
  left.keep('metrics', 'of the workers', await workers.registry.metrics());
  for (const path of ['/openapi.json', '/asyncapi.json', '/docs', '/problems/not-issuer']) {
    left.keep('documents', path, (await left.ask('Hub', `GET ${path}`)).text);
  }
}

const waysOf = (found: readonly { way: Way }[]): Set<Way> => new Set(found.map(({ way }) => way));

test('who withheld itself is named nowhere that leaves the system for others; who did not, by every way that names', async () => {
  // It is in no list that others read: it asked the coordinator not to be.
  await at.store.sql.query('UPDATE organisation SET listed = false WHERE name = ANY($1)', [[issuerName]]);
  const zora = { name: 'Zora Quell', address: 'zora@quellgeheim.example', role: 'responder' } as const;
  const organisationId = at.network.of(issuerName).organisation.id;
  const member = await at.store.writer.run(addMember({ organisationId, ...zora }));
  for (const name of outsiders.filter((one) => one !== 'Amal')) await followByMail(left, at, name);
  for (const name of outsiders) await left.listen(name);

  const only = [at.network.of('Agora').organisation.id];
  const tlps = (['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT'] as const).map((tlp) => ({ tlp }));
  const kinds = [...tlps, { tlp: 'TLP:RED' as const, audience: { only } }, { status: 'exercise' as const }];
  const ids: string[] = [];
  for (const changes of kinds) {
    ids.push(await liveThrough(left, issuerName, outsiders, { ...changes, withholdIssuer: true }));
  }
  ids.push(await liveThrough(left, openName, outsiders, { tlp: 'TLP:GREEN' }));
  for (const id of ids) await Promise.all(outsiders.map((name) => beRefused(left, name, id)));
  await Promise.all([expireAndCorroborate(issuerName, true), expireAndCorroborate(openName, false)]);
  for (const id of ids.slice(0, 2)) await left.ask(issuerName, `POST /warnings/${id}/cancellation`, { reason: 'Over' });
  await retract(issuerName);
  await retract(openName);
  const hub = at.network.of('Hub').owner.address;
  const owners = [issuerName, openName].map((name) => at.network.of(name).owner.address);
  await keepAllElse(new Set([hub, zora.address, ...owners]));

  const traces = tracesOf(at, issuerName, [member.id, zora.name, zora.address, 'quellgeheim.example', 'Quellgeheim']);
  expect(left.found(traces)).toEqual([]);

  // The same search finds who did not withhold itself, and else each by whatever way its own name leaves.
  const open = waysOf(left.found(tracesOf(at, openName, ['Offenbach'])));
  expect([...open].toSorted()).toEqual(['a frame', 'a mail as read', 'a mail as sent', 'a stream', 'an answer']);
  const others = waysOf(outsiders.flatMap((name) => left.found(tracesOf(at, name, []))));
  expect([...others]).toEqual(expect.arrayContaining(['a refusal', 'a repeated answer', 'an export']));
  expect([...waysOf(left.found(['tocsin']))]).toEqual(expect.arrayContaining(['metrics', 'documents']));
  expect(left.count).toBeGreaterThan(400);

  // The processes' logs are the operator's: ids stand there, and neither names nor addresses of anybody.
  const logged = [...at.logged.map((line) => JSON.stringify(line)), ...workersLog].join('\n').toLowerCase();
  const { owner, token, key } = at.network.of(issuerName);
  for (const name of ['quellgeheim', 'offenbach', 'zora', owner.name, owner.address, token, key.prefix]) {
    expect([name, logged.includes(name.toLowerCase())]).toEqual([name, false]);
  }
  expect(logged).toContain(at.network.of(issuerName).key.id);
}, 180_000);

/** What tells two answers apart, whoever raised what: neither ids nor times, which differ anyway and are always as long. */
function anonymous(text: string): string {
  return text
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'time')
    .replaceAll(/"(position|next|date)[",:]+[^"]+"/g, '"$1"');
}

test('of two that withhold themselves nobody can tell which it was, by what is answered, how long it is, or in which order', async () => {
  // Nobody is chased about the past: how far a chase is says when, not who.
  const body = aRaise({
    withholdIssuer: true,
    urgency: 'past',
    expires: '2027-06-01T12:00:00.000Z',
    onset: '2027-01-01T12:00:00.000Z',
  });
  const ids: string[] = [];
  for (const issuer of [issuerName, openName]) {
    const { body: raised } = await left.ask(issuer, 'POST /warnings', body);
    await left.ask(issuer, `POST /warnings/${raised.id}/comments`, { text: 'To all.', audience: 'everyone' });
    const revised = { instruction: 'Look.' };
    await left.ask(issuer, `POST /warnings/${raised.id}/revisions`, revised, { 'if-match': '"1"' });
    ids.push(raised.id as string);
  }
  for (const name of outsiders) {
    for (const path of ['', '/revisions', '/timeline', '/acknowledgements', '/corroborations', '/comments']) {
      // Unpacked: packed, an answer's length depends on what is drawn by lot in its ids.
      const plain = { 'accept-encoding': 'identity' };
      const asked = ids.map((id) => left.ask(name, `GET /warnings/${id}${path}`, undefined, plain));
      const [one, other] = await Promise.all(asked);
      expect([path, one?.status]).toEqual([path, 200]);
      expect(one?.text.length).toBe(other?.text.length);
      expect(anonymous(one?.text ?? '')).toBe(anonymous(other?.text ?? ''));
    }
  }
});

test('what is not there and what is not for somebody are answered alike', async () => {
  const only = [at.network.of('Agora').organisation.id];
  const raise = aRaise({ tlp: 'TLP:RED', audience: { only }, withholdIssuer: true });
  const { body } = await left.ask(issuerName, 'POST /warnings', raise);
  for (const path of ['', '/revisions', '/timeline', '/comments', '/acknowledgements', '/corroborations']) {
    const hidden = await left.ask('Bazaar', `GET /warnings/${body.id}${path}`);
    const absent = await left.ask('Bazaar', `GET /warnings/${crypto.randomUUID()}${path}`);
    expect([hidden.status, anonymous(hidden.text)]).toEqual([absent.status, anonymous(absent.text)]);
  }
});

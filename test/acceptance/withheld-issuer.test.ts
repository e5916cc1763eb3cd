import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { pino } from 'pino';
import { addMember } from '../../core/store/commands/member.ts';
import { openStream, type TestStream } from '../support/event-stream.ts';
import { startTestMail, type TestMail } from '../support/mail-server.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { aRaise } from '../support/warnings.ts';
import { startTestWorkers, type TestWorkers } from '../support/workers.ts';

const issuerName = 'Quellgeheim Initiative';
let at: TestServer;
let mail: TestMail;
let workers: TestWorkers;
/** All that left the system for somebody who may not know the issuer, by where it left. */
const left: { where: string; text: string }[] = [];
const log = pino({ level: 'trace' }, { write: (line) => left.push({ where: 'the workers’ log', text: line }) });

beforeAll(async () => {
  at = await startTestServer({
    csos: [issuerName, 'Amal'],
    platforms: ['Agora', 'Bazaar'],
    observers: ['Observatory'],
    coordinator: 'Hub',
  });
  mail = await startTestMail();
  workers = await startTestWorkers({ databaseUrl: at.store.databaseUrl, smtpUrl: mail.url, log });
}, 60_000);
afterAll(async () => {
  await workers?.close();
  await mail?.close();
  await at?.close();
}, 30_000);

const outsiders = ['Amal', 'Agora', 'Bazaar', 'Observatory'];

/** Asks as the console's and strangers' clients do, and keeps what was answered, headers and all. */
async function ask(name: string, call: string, body?: unknown, headers: Record<string, string> = {}) {
  const [method = '', path = ''] = call.split(' ');
  const response = await fetch(`${at.server.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${at.network.of(name).token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const kept = JSON.stringify([...response.headers]);
  if (outsiders.includes(name)) left.push({ where: `${name}: ${call} ${response.status}`, text: `${kept}\n${text}` });
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

/** A socket that keeps every frame as it came. */
async function listenRaw(name: string): Promise<WebSocket> {
  const socket = new WebSocket(`${at.server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
  const { token } = at.network.of(name);
  const caughtUp = new Promise<void>((resolve) => {
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      left.push({ where: `${name}: a frame`, text });
      if (text === '2') socket.send('3');
      else if (text.startsWith('0')) socket.send(`40${JSON.stringify({ token })}`);
      else if (text.startsWith('40'))
        socket.send(
          `420${JSON.stringify(['subscribe', { filter: { statuses: ['actual', 'exercise', 'test'] }, after: 'start' }])}`,
        );
      else if (text.includes('"caught-up"')) resolve();
    });
  });
  await caughtUp;
  return socket;
}

/** Everything of an issuer by which somebody could tell who it is, in the forms that leave systems. */
function tracesOf(name: string, more: readonly string[]): string[] {
  const { organisation, owner, team, key, token } = at.network.of(name);
  const plain = [
    name,
    organisation.id,
    owner.id,
    owner.name,
    owner.address,
    team.id,
    key.id,
    key.prefix,
    token,
    ...more,
  ];
  return plain.flatMap((trace) => [
    trace.toLowerCase(),
    encodeURIComponent(trace).toLowerCase(),
    trace.replaceAll('-', '').toLowerCase(),
    Buffer.from(trace).toString('base64').replace(/=+$/, '').toLowerCase(),
    Buffer.from(trace).toString('hex'),
  ]);
}

/** Where a trace was found, of all that left. */
function found(traces: readonly string[]): string[] {
  // Lines of quoted-printable and base64 are joined again, as mail programs do.
  const searched = left.map(({ where, text }) => ({ where, text: text.replaceAll(/=\r?\n/g, '').toLowerCase() }));
  return searched.flatMap(({ where, text }) => {
    const trace = traces.find((one) => text.includes(one));
    return trace === undefined ? [] : [`${where}: ${trace}`];
  });
}

/** Follows, by mail too, and is chased when it does not answer. */
async function follow(name: string): Promise<void> {
  const to = [{ type: 'role', role: 'owner' }];
  await ask(name, 'POST /subscriptions', {
    name: 'All',
    filter: { statuses: ['actual', 'exercise', 'test'] },
    channels: [{ type: 'live' }, { type: 'email', to }],
  });
  if (name === 'Agora' || name === 'Bazaar') {
    await ask(name, 'PUT /escalation-policy', { steps: [{ after: 0, to }], hours: null });
  }
}

/** What an issuer does with one warning, and everybody with it. */
async function liveThrough(changes: object, issuer: string): Promise<string> {
  const raised = await ask(issuer, 'POST /warnings', aRaise({ severity: 'extreme', ...changes }));
  expect(raised.status).toBe(201);
  const { id } = raised.body as { id: string };
  for (const name of outsiders) {
    for (const path of ['', '/revisions', '/timeline', '/acknowledgements', '/corroborations', '/comments']) {
      await ask(name, `GET /warnings/${id}${path}`);
    }
    const asked = await ask(
      name,
      `POST /warnings/${id}/comments`,
      { text: 'Who says so?', audience: 'issuer' },
      { 'idempotency-key': `${id} ${name}` },
    );
    await ask(
      name,
      `POST /warnings/${id}/comments`,
      { text: 'Who says so?', audience: 'issuer' },
      { 'idempotency-key': `${id} ${name}` },
    );
    if (asked.status === 201) {
      await ask(issuer, `POST /warnings/${id}/comments`, {
        text: 'We do.',
        audience: 'issuer',
        inReplyTo: asked.body.id,
      });
    }
    await ask(name, `POST /warnings/${id}/revisions`, { severity: 'minor' }, { 'if-match': '*' });
    await ask(name, `POST /warnings/${id}/cancellation`, { reason: 'Not mine' });
  }
  await ask('Amal', `POST /warnings/${id}/corroborations`, { sighting: 'seen', withhold: true });
  await ask(issuer, `POST /warnings/${id}/comments`, { text: 'To everybody.', audience: 'everyone' });
  await ask('Agora', `POST /warnings/${id}/acknowledgement`, { state: 'working' });
  await ask(issuer, `POST /warnings/${id}/revisions`, { instruction: 'Look again.' }, { 'if-match': '*' });
  await ask(issuer, `POST /warnings/${id}/revisions/1/redaction`, {
    members: ['headline'],
    reason: 'A name stood there',
  });
  for (const name of outsiders) await ask(name, `GET /warnings/${id}/comments`);
  return id;
}

/** Reads all that can be read without knowing an id. */
async function lookAround(name: string): Promise<void> {
  const calls = [
    'GET /warnings',
    `GET /warnings?q=${encodeURIComponent('Quellgeheim')}`,
    'GET /events?after=start&limit=1000',
    'GET /organisations',
    'GET /subscriptions',
    'GET /teams',
    'GET /me',
  ];
  for (const call of calls) await ask(name, call);
  if (name === 'Amal') await ask(name, 'POST /warnings/preview', aRaise());
}

async function streamed(name: string): Promise<TestStream> {
  return openStream(
    `${at.server.url}/api/v1/events?after=start&status=actual&status=exercise`,
    at.network.of(name).token,
  );
}

test('who withheld itself is named nowhere that leaves the system for others; who did not is found by the same search', async () => {
  // The issuer is in no list that others read: it asked the coordinator not to be.
  await at.store.sql.query('UPDATE organisation SET listed = false WHERE name = ANY($1)', [[issuerName]]);
  const { organisation } = at.network.of(issuerName);
  const member = await at.store.writer.run(
    addMember({
      organisationId: organisation.id,
      name: 'Zora Quell',
      address: 'zora@quellgeheim.example',
      role: 'responder',
    }),
  );
  for (const name of outsiders.filter((one) => one !== 'Amal')) await follow(name);
  const sockets = [];
  for (const name of outsiders) sockets.push(await listenRaw(name));
  const ids = [];
  for (const tlp of ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT'] as const) {
    ids.push(await liveThrough({ tlp, withholdIssuer: true }, issuerName));
  }
  const only = [at.network.of('Agora').organisation.id];
  ids.push(await liveThrough({ tlp: 'TLP:RED', audience: { only }, withholdIssuer: true }, issuerName));
  ids.push(await liveThrough({ status: 'exercise', withholdIssuer: true }, issuerName));
  for (const id of ids) await ask(issuerName, `POST /warnings/${id}/cancellation`, { reason: 'Over' });
  for (const name of outsiders) sockets.push(await listenRaw(name));
  const streams = await Promise.all(outsiders.map(streamed));
  await until(() => streams.every(({ blocks }) => blocks.some(({ event }) => event === 'caught-up')));
  for (const name of outsiders) await lookAround(name);
  await until(
    async () => {
      const { rows } = await at.store.sql.query<{ open: number }>(
        `SELECT count(*)::integer AS open FROM delivery WHERE state = 'pending'`,
      );
      return rows[0]?.open === 0;
    },
    { timeout: 30_000 },
  );
  expect(mail.received().length).toBeGreaterThan(10);

  const own = new Set([at.network.of(issuerName).owner.address, at.network.of('Hub').owner.address, member.address]);
  for (const one of mail.received().filter(({ to }) => !to.some((address) => own.has(address)))) {
    left.push({ where: `a mail to ${one.to.join()}`, text: JSON.stringify(one) });
  }
  for (const { text } of streams) left.push({ where: 'a stream', text });
  left.push({ where: 'metrics', text: await (await fetch(`${at.server.url}/metrics`)).text() });
  left.push({ where: 'OpenAPI', text: await (await fetch(`${at.server.url}/api/v1/openapi.json`)).text() });
  // The process log is the operator's: ids stand there, names and addresses do not.
  const logged = at.logged
    .map((line) => JSON.stringify(line))
    .join('\n')
    .toLowerCase();
  for (const name of [issuerName, 'Zora Quell', 'quellgeheim']) expect(logged).not.toContain(name.toLowerCase());

  const traces = tracesOf(issuerName, [member.id, member.name, member.address, 'quellgeheim.example', 'Quellgeheim']);
  // In the process log ids stand, and nothing else of anybody.
  const said = left.filter(({ where }) => where === 'the workers’ log').map(({ text }) => text.toLowerCase());
  for (const name of [issuerName, 'Zora Quell', 'quellgeheim']) expect(said.join()).not.toContain(name.toLowerCase());
  const kept = left.splice(0);
  left.push(...kept.filter(({ where }) => where !== 'the workers’ log'));
  expect(found(traces)).toEqual([]);

  // The search itself can find: the same organisation, by name.
  left.splice(0);
  const named = await liveThrough({ tlp: 'TLP:GREEN' }, issuerName);
  await ask('Agora', `GET /warnings/${named}`);
  expect(found(traces).length).toBeGreaterThan(5);
  expect(kept.length).toBeGreaterThan(100);
  for (const socket of sockets) socket.terminate();
  for (const stream of streams) stream.close();
}, 120_000);

test('what is not there and what is not for somebody are answered alike', async () => {
  const only = [at.network.of('Agora').organisation.id];
  const { body } = await ask(
    issuerName,
    'POST /warnings',
    aRaise({ tlp: 'TLP:RED', audience: { only }, withholdIssuer: true }),
  );
  for (const path of ['', '/revisions', '/timeline', '/comments', '/acknowledgements', '/corroborations']) {
    const hidden = await ask('Bazaar', `GET /warnings/${body.id}${path}`);
    const absent = await ask('Bazaar', `GET /warnings/${crypto.randomUUID()}${path}`);
    const plain = (problem: object) => ({ ...problem, instance: 'whichever' });
    expect([hidden.status, plain(hidden.body)]).toEqual([absent.status, plain(absent.body)]);
  }
});

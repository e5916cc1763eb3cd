import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openSubscriberLinks } from '../../core/store/subscriber-links.ts';
import { startTestServer, type TestAnswer, type TestServer } from '../../test/support/server.ts';
import { signIn } from '../../test/support/session.ts';
import { until } from '../../test/support/until.ts';

let tested: TestServer;
let manager: Record<string, string>;

beforeAll(async () => {
  tested = await startTestServer({ csos: ['Amal'], platforms: ['Agora'], coordinator: 'Hub' });
  manager = (await signIn(tested.store, tested.network.of('Amal').owner)).headers;
});
afterAll(() => tested.close());

const daily = { rhythm: { type: 'daily', hour: 8 }, timeZone: 'Europe/Berlin', language: 'de' };
const ask = (call: string, body?: unknown, headers: Record<string, string> = {}): Promise<TestAnswer> =>
  tested.ask(null, call, { headers, ...(body === undefined ? {} : { body }) });

/** What mails of a kind were written to an address, oldest first. */
async function mails(address: string): Promise<{ kind: string; content: Record<string, string> }[]> {
  const { rows } = await tested.store.sql.query<{ kind: string; content: string }>(
    'SELECT kind, content FROM delivery WHERE recipient = $1 ORDER BY created_at, id',
    [address],
  );
  return rows.map(({ kind, content }) => ({ kind, content: JSON.parse(content) as Record<string, string> }));
}

/** Asks for an address, and answers the token of the mail that it gets. */
async function asked(address: string, wishes: object = daily): Promise<string> {
  expect((await ask('POST /mail-subscribers', { address, ...wishes })).status).toBe(202);
  const mail = await until(async () => (await mails(address.toLowerCase()))[0]);
  return mail.content['token'] ?? '';
}

async function subscribed(address: string, wishes: object = daily): Promise<string> {
  const confirmed = await ask('POST /mail-subscribers/confirmation', { token: await asked(address, wishes) });
  expect(confirmed.status).toBe(200);
  return confirmed.body.token as string;
}

const unsubscribeToken = async (address: string): Promise<string> => {
  const { rows } = await tested.store.sql.query<{ id: string }>('SELECT id FROM mail_subscriber WHERE address = $1', [
    address,
  ]);
  return openSubscriberLinks(tested.store.network).unsubscribe(rows[0]?.id ?? '');
};

test('who asks is mailed one link, and by it confirms, sees, changes, pauses and ends what they are mailed', async () => {
  const token = await asked('Ida@Reader.example', { ...daily, filter: { countries: ['PL', 'DE'] } });
  const first = await ask('POST /mail-subscribers/confirmation', { token });
  expect(first.body.subscriber).toMatchObject({
    address: 'ida@reader.example',
    filter: { countries: ['DE', 'PL'], severity: 'minor', statuses: ['actual', 'exercise'] },
    clearance: 'TLP:CLEAR',
    pausedUntil: null,
  });
  expect(new Date(first.body.subscriber.nextAt as string).getTime()).toBeGreaterThan(Date.now());
  const again = await ask('POST /mail-subscribers/confirmation', { token });
  expect(again.body.subscriber).toEqual(first.body.subscriber);

  const own = first.body.token as string;
  expect((await ask('POST /mail-subscribers/view', { token: own })).body).toEqual(first.body.subscriber);
  const pausedUntil = new Date(Date.now() + 10 * 86_400_000).toISOString();
  const paused = await ask('POST /mail-subscribers/change', { token: own, language: 'pl', pausedUntil });
  expect(paused.body).toMatchObject({ language: 'pl', rhythm: daily.rhythm, pausedUntil });
  expect(paused.body.nextAt >= pausedUntil).toBe(true);
  const instant = await ask('POST /mail-subscribers/change', {
    token: own,
    rhythm: { type: 'instant' },
    pausedUntil: null,
  });
  expect(instant.body).toMatchObject({ pausedUntil: null, nextAt: null, rhythm: { type: 'instant' } });

  expect((await ask('POST /mail-subscribers/ending', { token: own })).status).toBe(204);
  expect((await ask('POST /mail-subscribers/view', { token: own })).status).toBe(404);
  expect(await mails('ida@reader.example')).toEqual([]);
});

test('an address is asked once, whoever enters it; one that is confirmed gets a link once a day', async () => {
  const token = await asked('once@reader.example');
  for (let time = 0; time < 3; time += 1)
    await ask('POST /mail-subscribers', { address: 'ONCE@reader.example', ...daily });
  await asked('after@reader.example');
  expect((await mails('once@reader.example')).map(({ kind }) => kind)).toEqual(['subscriber-confirmation']);
  await ask('POST /mail-subscribers/confirmation', { token });
  for (let time = 0; time < 3; time += 1)
    await ask('POST /mail-subscribers', { address: 'once@reader.example', ...daily });
  const kinds = async (): Promise<string[]> => (await mails('once@reader.example')).map(({ kind }) => kind);
  await until(async () => (await kinds()).length > 1);
  await asked('afterwards@reader.example');
  expect(await kinds()).toEqual(['subscriber-confirmation', 'subscriber-link']);
});

test('a link that was altered, is too old, or is another’s purpose opens nothing', async () => {
  const own = await subscribed('links@reader.example');
  const unsubscribe = await unsubscribeToken('links@reader.example');
  const altered = `${own.slice(0, -1)}${own.endsWith('0') ? '1' : '0'}`;
  for (const token of [altered, unsubscribe, own.slice(0, 72), 'x', `${own}0`]) {
    expect([token, (await ask('POST /mail-subscribers/view', { token })).status]).toEqual([token, 404]);
  }
  const links = openSubscriberLinks(tested.store.network);
  const later = new Date(Date.now() + 61 * 86_400_000);
  expect(links.readPreferences(own, new Date())).toBeDefined();
  expect(links.readPreferences(own, later)).toBeUndefined();
  expect((await ask(`GET //mail/unsubscribe/${own}`)).status).toBe(404);

  const confirming = await asked('week@reader.example');
  expect((await ask('POST /mail-subscribers/confirmation', { token: confirming })).status).toBe(200);
  await tested.store.sql.query(
    `UPDATE mail_subscriber SET created_at = now() - interval '8 days' WHERE address = 'week@reader.example'`,
  );
  expect((await ask('POST /mail-subscribers/confirmation', { token: confirming })).status).toBe(404);
});

test('one click ends the mails: a POST without cookies, as often as it comes; a GET changes nothing', async () => {
  const own = await subscribed('click@reader.example');
  const at = `//mail/unsubscribe/${await unsubscribeToken('click@reader.example')}`;
  const shown = await ask(`GET ${at}`);
  expect([shown.status, String(shown.body)]).toEqual([200, expect.stringContaining('<form method="post">')]);
  expect((await ask('POST /mail-subscribers/view', { token: own })).status).toBe(200);
  const click = { 'content-type': 'application/x-www-form-urlencoded' };
  for (let time = 0; time < 2; time += 1) {
    expect((await ask(`POST ${at}`, 'List-Unsubscribe=One-Click', click)).status).toBe(200);
  }
  expect((await ask('POST /mail-subscribers/view', { token: own })).status).toBe(404);
  const { rows } = await tested.store.sql.query<{ text: string }>(
    `SELECT delivery::text AS text FROM delivery UNION ALL SELECT mail_subscriber::text FROM mail_subscriber`,
  );
  expect(rows.filter(({ text }) => text.includes('click@reader.example'))).toEqual([]);
});

test('an organisation vouches for addresses, whether or not they subscribe, and withdraws it; both stand in its audit trail', async () => {
  const own = await subscribed('vouched@reader.example');
  const clearance = async (): Promise<string> =>
    (await ask('POST /mail-subscribers/view', { token: own })).body.clearance;
  expect(await clearance()).toBe('TLP:CLEAR');
  const made = await ask('POST /vouches', { address: 'Vouched@reader.example' }, manager);
  expect([made.status, made.body.address]).toEqual([201, 'vouched@reader.example']);
  expect((await ask('POST /vouches', { address: 'vouched@reader.example' }, manager)).body).toEqual(made.body);
  await ask('POST /vouches', { address: 'nobody@reader.example' }, manager);
  const listed = await ask('GET /vouches', undefined, manager);
  expect(listed.body.data.map(({ address }: { address: string }) => address)).toEqual([
    'nobody@reader.example',
    'vouched@reader.example',
  ]);
  expect(await clearance()).toBe('TLP:GREEN');
  const other = (await signIn(tested.store, tested.network.of('Agora').owner)).headers;
  expect((await ask(`DELETE /vouches/${made.body.id}`, undefined, other)).status).toBe(404);
  expect((await ask(`DELETE /vouches/${made.body.id}`, undefined, manager)).status).toBe(204);
  expect(await clearance()).toBe('TLP:CLEAR');
  const { body } = await ask('GET /audit?type=vouch', undefined, manager);
  expect(body.data.map(({ type }: { type: string }) => type)).toEqual([
    'vouch.withdrawn',
    'vouch.added',
    'vouch.added',
  ]);
});

test('a pause ends in the future, and within reach', async () => {
  const token = await subscribed('pause@reader.example');
  for (const days of [-1, 401]) {
    const pausedUntil = new Date(Date.now() + days * 86_400_000).toISOString();
    const refused = await ask('POST /mail-subscribers/change', { token, pausedUntil });
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, '/pausedUntil']);
  }
});

test('a preview counts who follows by mail, as far as they may have it and ask for it', async () => {
  const followers = async (draft: object): Promise<string> =>
    (await tested.ask('Amal', 'POST /warnings/preview', { body: draft })).body.reach.subscribers as string;
  // Only this one asks for tests.
  const clear = { tlp: 'TLP:CLEAR', countries: ['MT'], languages: ['mt'], severity: 'severe', status: 'test' };
  expect(await followers(clear)).toBe('0');
  const token = await subscribed('pia@reader.example', {
    ...daily,
    filter: { countries: ['MT'], severity: 'moderate', statuses: ['test'] },
  });
  expect(await followers(clear)).toBe('1-9');
  expect(await followers({ ...clear, tlp: 'TLP:GREEN' })).toBe('0');
  expect(await followers({ ...clear, severity: 'minor' })).toBe('0');
  expect(await followers({ ...clear, countries: ['SE'] })).toBe('0');
  const vouched = await ask('POST /vouches', { address: 'pia@reader.example' }, manager);
  expect(vouched.status).toBe(201);
  expect(await followers({ ...clear, tlp: 'TLP:GREEN' })).toBe('1-9');
  const pausedUntil = new Date(Date.now() + 86_400_000).toISOString();
  expect((await ask('POST /mail-subscribers/change', { token, pausedUntil })).status).toBe(200);
  expect(await followers(clear)).toBe('0');
});

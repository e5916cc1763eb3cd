import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { raiseWarning } from '../../core/store/commands/raise.ts';
import { endMailSubscriber } from '../../core/store/commands/mail-subscriber.ts';
import { writeDueDigests } from '../../core/store/digests.ts';
import { openStage, type Stage } from '../support/escalations.ts';
import { startDifficultServer, type DifficultServer, type Mood } from '../support/mail-server.ts';
import { settle } from '../support/network.ts';
import { startProxy, type Proxy } from '../support/proxy.ts';
import { until } from '../support/until.ts';
import { aRaise } from '../support/warnings.ts';

interface Kept {
  recipient: string;
  state: string;
  attempts: number;
  answer: string | null;
  message_id: string | null;
}

/** How the server takes the mails of a domain: one mood for each try of an address, the last one for all that follow. */
const moods = new Map<string, Mood[]>();
let server: DifficultServer;
let network: Proxy;
let stage: Stage;

beforeAll(async () => {
  server = await startDifficultServer((recipient, before) => {
    const list = moods.get(recipient.split('@')[1] ?? '') ?? [];
    return list[before] ?? list.at(-1) ?? 'take';
  });
  network = await startProxy(server.url);
  stage = await openStage({ smtpUrl: network.url });
  await settle(stage.store, { name: 'Hub', kind: 'coordinator' });
}, 60_000);
afterAll(async () => {
  await stage.close();
  await network.close();
  await server.close();
}, 30_000);

/** Subscribers at a domain whose digests are due, with one warning to tell them of. */
async function due(domain: string, count: number, mood: Mood[] = ['take']): Promise<void> {
  moods.set(domain, mood);
  await stage.store.sql.query(
    `INSERT INTO mail_subscriber (id, address, token_digest, filter, rhythm, time_zone, language, confirmed_at, told_at,
       told_sequence, next_at, next_date, created_at, updated_at)
     SELECT gen_random_uuid(), 'reader-' || n || '@' || $1, sha256((n || $1)::bytea),
       '{"countries":[],"languages":[],"grounds":[],"severity":"minor","statuses":["actual"]}', '{"type":"daily","hour":8}',
       'Europe/Berlin', 'en', now(), now(), sequence, now(), current_date, now(), now()
     FROM log_head, generate_series(1, $2) AS n`,
    [domain, count],
  );
  await stage.store.writer.run(raiseWarning(stage.cso.caller, aRaise({ tlp: 'TLP:CLEAR', countries: ['LI'] })));
  const { at } = await writeDueDigests(stage.store);
  await mail(at);
}

const mail = (at = new Date()): Promise<void> => stage.workers().queues.add('mailing', { at: at.toISOString() });
const ledger = async (domain: string): Promise<Kept[]> =>
  (
    await stage.store.sql.query<Kept>(
      `SELECT recipient, state, attempts, answer, message_id FROM delivery
       WHERE kind = 'digest' AND recipient LIKE '%@' || $1 ORDER BY recipient`,
      [domain],
    )
  ).rows;
const settled = (domain: string, state = 'sent'): Promise<Kept[]> =>
  until(
    async () => {
      const rows = await ledger(domain);
      return rows.length > 0 && rows.every((row) => row.state === state) ? rows : undefined;
    },
    { what: `the digests to ${domain} to be ${state}`, timeout: 25_000 },
  );
const taken = (domain: string) => server.taken.filter(({ to }) => to.endsWith(`@${domain}`));

test('digests leave many together, each once, with links and a Message-ID of its own', async () => {
  await due('many.example', 250);
  const rows = await settled('many.example');
  expect(rows).toHaveLength(250);
  expect(rows.every(({ attempts, answer }) => attempts === 1 && answer?.startsWith('250'))).toBe(true);
  const sent = new Map(taken('many.example').map(({ to, messageId }) => [to, messageId]));
  expect(taken('many.example')).toHaveLength(250);
  expect(rows.map(({ recipient }) => sent.get(recipient))).toEqual(rows.map((row) => row.message_id));
  expect(new Set(sent.values()).size).toBe(250);
}, 60_000);

test('an escalation leaves while every connection for digests is held', async () => {
  let release = (): void => undefined;
  const takeAfter = new Promise<void>((resolve) => (release = resolve));
  for (const name of ['a', 'b', 'c']) await due(`slow-${name}.example`, 20, [{ takeAfter }, 'take']);
  await until(() => server.taken.filter(({ to }) => to.includes('@slow-')).length === 8);
  const platform = await stage.platform(() => ({ steps: [{ after: 0, to: [{ type: 'role', role: 'owner' }] }] }));
  await stage.raise(platform);
  await until(() => server.taken.some(({ to }) => to === platform.owner.address));
  expect(server.taken.filter(({ to }) => to.includes('@slow-'))).toHaveLength(8);
  // Of one domain no more than four are under way.
  for (const name of ['a', 'b', 'c']) expect(taken(`slow-${name}.example`).length).toBeLessThanOrEqual(4);
  release();
  for (const name of ['a', 'b', 'c']) await settled(`slow-${name}.example`);
}, 60_000);

test('a domain that defers one is left in peace as a whole, while others are mailed', async () => {
  await due('busy.example', 40, [{ refuse: 451, at: 'recipient' }]);
  await until(async () => (await ledger('busy.example')).some(({ attempts }) => attempts > 0));
  await due('idle.example', 3);
  await settled('idle.example');
  const rows = await ledger('busy.example');
  expect(rows.filter(({ attempts }) => attempts === 0).length).toBeGreaterThan(20);
  moods.set('busy.example', ['take']);
  await settled('busy.example');
}, 60_000);

test('a mailbox that is full is tried again alone; one that is none fails', async () => {
  await due('mailbox.example', 1, [{ refuse: 452, at: 'data' }, 'take']);
  expect(await settled('mailbox.example')).toMatchObject([{ attempts: 2 }]);
  await due('gone.example', 1, [{ refuse: 550, at: 'recipient' }]);
  expect(await settled('gone.example', 'failed')).toMatchObject([
    { attempts: 1, answer: expect.stringMatching(/550/) },
  ]);
}, 60_000);

test('while the server is away digests wait; then each leaves once, but for those whose reader ended them', async () => {
  network.cut();
  await due('away.example', 30);
  await until(async () => (await ledger('away.example')).some(({ answer }) => answer !== null));
  const { rows } = await stage.store.sql.query<{ id: string }>(
    `SELECT id FROM mail_subscriber WHERE address = 'reader-7@away.example'`,
  );
  await stage.store.writer.run(endMailSubscriber(rows[0]?.id ?? ''));
  network.heal();
  await settled('away.example');
  expect(taken('away.example')).toHaveLength(29);
  expect(new Set(taken('away.example').map(({ to }) => to)).size).toBe(29);
}, 60_000);

test('what a worker had in its hands when it had to stop leaves once more, as the same message', async () => {
  await due('stopped.example', 4, [{ takeAfter: new Promise(() => undefined) }, 'take']);
  await until(() => taken('stopped.example').length === 4);
  await stage.workers().stop();
  const next = await stage.startWorkers();
  const rows = await settled('stopped.example');
  for (const { recipient, message_id: id } of rows) {
    const twice = taken('stopped.example').filter(({ to }) => to === recipient);
    expect(twice.map(({ messageId }) => messageId)).toEqual([id, id]);
  }
  await next.close();
}, 60_000);

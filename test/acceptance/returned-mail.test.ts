import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { take } from '../../cli/commands/mail.ts';
import type { ReceivedMail } from '../../cli/embedded/mail-sink.ts';
import { readReturnedMail } from '../../cli/returned-mail.ts';
import { confirmMailSubscriber, subscribeByMail } from '../../core/store/commands/mail-subscriber.ts';
import { changeOwnMail } from '../../core/store/commands/own-mail.ts';
import { raiseWarning } from '../../core/store/commands/raise.ts';
import { addSubscription } from '../../core/store/commands/subscription.ts';
import { openStage, type Platform, type Stage } from '../support/escalations.ts';
import { mailedToken } from '../support/mail-server.ts';
import { settle } from '../support/network.ts';
import { paste } from '../support/shell.ts';
import { until } from '../support/until.ts';
import { aRaise } from '../support/warnings.ts';
import { asComplaint, asExchange, asGmail, asPerson, asPostfix } from './returned-reports.ts';

const minute = 60_000;
const responder = { type: 'role', role: 'responder' } as const;
let stage: Stage;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tocsin-returned-'));
  stage = await openStage({ env: { TOCSIN_BOUNCE_ADDRESS: 'bounces@tocsin.example' } });
  await settle(stage.store, { name: 'Hub', kind: 'coordinator' });
}, minute);
afterAll(async () => {
  await stage.close();
  await rm(folder, { recursive: true, force: true });
}, minute);

/** Hands a mail to the built command as a mail server's pipe does. */
async function pipe(
  mail: string,
  databaseUrl = stage.store.databaseUrl,
): Promise<{ code: number | null; said: string }> {
  const file = path.join(folder, 'returned.eml');
  await writeFile(file, mail);
  const command = `node cli/tocsin.js mail bounce < ${file}`;
  const { output, exited } = paste(command, { DATABASE_URL: databaseUrl });
  return { code: await exited, said: output.join('\n') };
}

/** The same, without a process for each. */
const bounce = async (mail: string, recipient?: string): Promise<string> =>
  take(stage.store, await readReturnedMail(Buffer.from(mail)), recipient);

interface Kept {
  id: string;
  kind: string;
  state: string;
  answer: string | null;
}

const ledger = async (recipient: string): Promise<Kept[]> =>
  (
    await stage.store.sql.query<Kept>(
      'SELECT id, kind, state, answer FROM delivery WHERE recipient = $1 ORDER BY created_at, id',
      [recipient],
    )
  ).rows;
const suppressed = async (address: string): Promise<{ reason: string; answer: string }[]> =>
  (
    await stage.store.sql.query<{ reason: string; answer: string }>(
      'SELECT reason, answer FROM suppression WHERE address = $1',
      [address],
    )
  ).rows;

/** The newest mail to an address, once the ledger says that it was sent: `nth`, from 0. */
const arrived = (address: string, nth = 0): Promise<ReceivedMail> =>
  until(async () => {
    const all = (await ledger(address)).filter(({ state }) => state !== 'pending' && state !== 'superseded');
    return all.length > nth ? stage.mail.to(address)[nth] : undefined;
  });

/** A platform whose responder is mailed what it follows. */
async function following(): Promise<Platform> {
  const platform = await stage.platform(() => ({ steps: [{ after: 3_600, to: [responder] }] }));
  const channels = [{ type: 'email' as const, to: [responder] }];
  const sent = { name: 'By mail', filter: { countries: [platform.country] }, channels };
  await stage.store.writer.run(addSubscription(platform.caller, sent));
  return platform;
}

test(
  'a hard bounce ends what an address is subscribed to, once; its managers hear of it, and nobody can forge one',
  async () => {
    const platform = await following();
    const { address } = platform.responder;
    await stage.raise(platform);
    const { from } = await arrived(address);
    expect(from).toMatch(/^bounces\+[0-9a-f]{52}@tocsin\.example$/);

    const report = { to: from, recipient: address };
    const forged = from.replace(/[0-9a-f]@/, (last) => (last === '0@' ? '1@' : '0@'));
    const unknown = 'Ignored: it came to no address that this network gave out.';
    expect(await bounce(asPostfix({ ...report, to: forged }))).toBe(unknown);
    expect((await ledger(address))[0]).toMatchObject({ kind: 'warning', state: 'sent' });

    const taken = await pipe(asPostfix(report));
    expect(taken).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^Mail [0-9a-f-]{36}: .*no more than it has to/),
    });
    expect(taken.said).not.toContain('@');
    const answer = `550 5.1.1 <${address}>: Recipient address rejected: User unknown`;
    expect((await ledger(address))[0]).toMatchObject({ state: 'bounced', answer });
    expect(await suppressed(address)).toEqual([{ reason: 'no-mailbox', answer }]);

    const told = await until(() => stage.mail.to(platform.owner.address)[0]);
    expect(told.subject).toBe('Mail to an address of yours comes back · Tocsin');
    expect(told.text).toContain(address);
    expect(told.text).toContain('User unknown');
    expect(await bounce(asPostfix(report))).toMatch(/nothing new/);

    await stage.raise(platform);
    await until(async () => (await ledger(address))[1]?.state === 'superseded');
    expect((await ledger(address))[1]?.answer).toContain('comes back');
    expect(stage.mail.to(address)).toHaveLength(1);
    expect(stage.mail.to(platform.owner.address)).toHaveLength(1);
  },
  minute,
);

test(
  'an escalation’s bounce fails its target at once; the managers hear that it reached nobody, and it is tried again',
  async () => {
    const platform = await stage.platform(() => ({ steps: [{ after: 0, to: [responder] }] }));
    const { address } = platform.responder;
    await stage.raise(platform);
    const { from } = await arrived(address);
    // Whom the envelope names is said by the mail server, where the headers do not tell.
    const report = asExchange({ to: 'somebody@tocsin.example', recipient: address });
    expect(await bounce(report)).toMatch(/^Ignored/);
    expect(await bounce(report, from)).toMatch(/^Mail /);
    expect((await ledger(address))[0]).toMatchObject({ kind: 'escalation', state: 'bounced' });
    const told = async (): Promise<string[]> =>
      (await ledger(platform.owner.address)).map(({ kind }) => kind).toSorted();
    await until(async () => (await told()).length === 2);
    expect(await told()).toEqual(['address-suppressed', 'unreached']);
    await stage.raise(platform);
    expect((await arrived(address, 1)).from).not.toBe(from);
  },
  minute,
);

test(
  'a full mailbox suppresses an address after five mails in a row',
  async () => {
    const platform = await following();
    const { address } = platform.responder;
    for (let nth = 0; nth < 5; nth += 1) {
      expect(await suppressed(address)).toEqual([]);
      await stage.raise(platform);
      const { from } = await arrived(address, nth);
      if (nth === 0) {
        await bounce(asGmail({ to: from, recipient: address, action: 'delayed' }));
        expect((await ledger(address))[0]?.state).toBe('sent');
      }
      await bounce(asGmail({ to: from, recipient: address }));
    }
    expect((await ledger(address)).map(({ state }) => state)).toEqual(Array(5).fill('bounced'));
    expect(await suppressed(address)).toMatchObject([
      { reason: 'not-taken', answer: expect.stringContaining('quota.') },
    ]);
  },
  2 * minute,
);

/** Somebody without an account who is mailed with each event of a country, and the first mail that came of it. */
async function reader(name: string, country: string): Promise<{ id: string; address: string; mail: ReceivedMail }> {
  const address = `${name}@reader.example`;
  const { writer } = stage.store;
  const wishes = { rhythm: { type: 'instant' }, timeZone: 'Europe/Berlin', language: 'en' } as const;
  await writer.run(subscribeByMail({ address, filter: { countries: [country] }, ...wishes }));
  const { id } = await writer.run(confirmMailSubscriber(await mailedToken(stage.mail, address, /Confirm/)));
  await writer.run(raiseWarning(stage.cso.caller, aRaise({ countries: [country], tlp: 'TLP:CLEAR' })));
  return { id, address, mail: await arrived(address, 1) };
}

const subscribes = async (id: string): Promise<boolean> =>
  (await stage.store.sql.query('SELECT FROM mail_subscriber WHERE id = $1', [id])).rows.length === 1;

test(
  'a mail to the address in List-Unsubscribe ends a subscriber’s mails, and whoever is away ends none',
  async () => {
    const { id, address, mail } = await reader('done', 'MT');
    const [, to = ''] = /, <mailto:([^?>]+)\?subject=unsubscribe>$/.exec(mail.headers['list-unsubscribe'] ?? '') ?? [];
    expect(await bounce(asPerson({ to, automatic: true }))).toMatch(/: ignored/);
    expect(await bounce(asPerson({ to: mail.from }))).toMatch(/: ignored/);
    expect(await subscribes(id)).toBe(true);
    expect(await bounce(asPerson({ to }))).toBe(`Subscriber ${id}: the mails to this address have ended.`);
    expect(await subscribes(id)).toBe(false);
    expect(await ledger(address)).toEqual([]);
  },
  minute,
);

test(
  'so does one of a member, for the warnings of their own choice alone',
  async () => {
    const platform = await stage.platform(() => ({ steps: [{ after: 3_600, to: [responder] }] }));
    const { id, address, name, role } = platform.responder;
    const as = { type: 'member', id, name, role, session: '', strength: 'recent' } as const;
    const choice = { warnings: true, filter: { countries: [platform.country] } };
    await stage.store.writer.run(changeOwnMail({ ...platform.caller, as }, choice));
    await stage.raise(platform);
    const { headers } = await arrived(address);
    const [, to = ''] = /<mailto:([^?>]+)\?/.exec(headers['list-unsubscribe'] ?? '') ?? [];
    expect(await bounce(asPerson({ to }))).toBe(`Member ${id}: the mails to this address have ended.`);
    expect(stage.store.directory().ownMail.get(id)?.since).toBeNull();
    expect(await suppressed(address)).toEqual([]);
  },
  minute,
);

test(
  'who complains about a digest is mailed no more, and forgotten',
  async () => {
    const { id, address, mail } = await reader('annoyed', 'CY');
    const raw = stage.mail.raw(mail.id).toString();
    expect(await bounce(asComplaint({ from: mail.from, mail: raw }))).toMatch(/have ended/);
    expect(await subscribes(id)).toBe(false);
    expect(await ledger(address)).toEqual([]);
    expect(await suppressed(address)).toEqual([]);
  },
  minute,
);

test(
  'says by its exit code what is no mail, and what to bring again later',
  async () => {
    expect(await pipe('')).toMatchObject({ code: 65, said: expect.stringContaining('no mail') });
    const databaseUrl = 'postgres://nobody@127.0.0.1:9/none';
    expect((await pipe(asPerson({ to: 'bounces@tocsin.example' }), databaseUrl)).code).toBe(75);
  },
  minute,
);

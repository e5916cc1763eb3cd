import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { simpleParser, type ParsedMail } from 'mailparser';
import { verified } from '../support/dkim.ts';
import { startDifficultServer, type TakenMail } from '../support/mail-server.ts';
import { describeWithPostfix } from '../support/needs.ts';
import { startPostfix } from '../support/postfix.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { startTestWorkers, type TestWorkers } from '../support/workers.ts';
import { aRaise } from '../support/warnings.ts';
import {
  allHandedOver,
  carries,
  chooser,
  haveEveryMailLeave,
  reader,
  refused,
  subscriber,
  type MailServer,
} from './every-mail.ts';

interface Kept {
  kind: string;
  recipient: string;
  messageId: string;
  warning: string | null;
  /** Its recipient chose it for themselves. */
  chosen: boolean;
}

const kinds = Object.entries(carries).map(([kind, carried]) => ({ kind, ...carried }));

describe('by smtp-server', () => {
  arrives(async () => {
    const server = await startDifficultServer((to) => (refused(to) ? { refuse: 550, at: 'recipient' } : 'take'));
    return { url: server.url, taken: () => server.taken, close: () => server.close() };
  });
});
describeWithPostfix('by Postfix', () => {
  arrives(() => startPostfix(({ recipient }) => (refused(recipient) ? '550 5.1.1 no such mailbox' : 'DUNNO')));
});

function arrives(start: () => Promise<MailServer>): void {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  let directory: string;
  let at: TestServer;
  let server: MailServer;
  let workers: TestWorkers;
  let ledger: Kept[];
  /** By Message-ID, each as often as it came. */
  let mails: Map<string, (TakenMail & { mail: ParsedMail })[]>;

  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'tocsin-mails-'));
    const keyFile = path.join(directory, 'dkim.pem');
    await writeFile(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    at = await startTestServer({ csos: ['Amal'], platforms: ['Agora', 'Bazaar'], coordinator: 'Hub' });
    server = await start();
    workers = await startTestWorkers({
      databaseUrl: at.store.databaseUrl,
      smtpUrl: server.url,
      env: { TOCSIN_PUBLIC_URL: at.server.url, TOCSIN_DKIM_SELECTOR: 'may', TOCSIN_DKIM_KEY_FILE: keyFile },
    });
    await haveEveryMailLeave({ at, server });
    ledger = (
      await at.store.sql.query<Kept>(
        `SELECT kind, recipient, message_id AS "messageId", warning_id AS warning, content::json -> 'own' IS NOT NULL AS chosen
         FROM delivery WHERE state = 'sent'`,
      )
    ).rows;
    const taken = await Promise.all(
      (await server.taken()).map(async (one) => ({ ...one, mail: await simpleParser(one.raw) })),
    );
    mails = new Map(taken.map(({ messageId }) => [messageId, taken.filter((one) => one.messageId === messageId)]));
  }, 60_000);

  afterAll(async () => {
    await workers.close();
    await server.close();
    await at.close();
    await rm(directory, { recursive: true, force: true });
  }, 30_000);

  /** The mails of a kind as they came, each beside its row in the ledger. */
  const arrived = (kind: string) =>
    ledger.filter((row) => row.kind === kind).map((row) => ({ row, came: mails.get(row.messageId) ?? [] }));

  test.each(kinds)('$kind arrives once, whole and signed, and says what it is', ({ kind, thread, list, oneClick }) => {
    expect(arrived(kind)).not.toEqual([]);
    for (const { row, came } of arrived(kind)) {
      expect(came).toHaveLength(1);
      const [{ to, raw, mail } = { to: '', raw: Buffer.of(), mail: {} as ParsedMail }] = came;
      if (!row.recipient.startsWith('erased:')) expect(to).toBe(row.recipient);
      expect(mail.subject).toMatch(/\S/);
      expect(mail.text).toContain(at.server.url);
      expect(mail.html).toMatch(/^<!doctype html>.*<\/html>\s*$/s);
      const header = (name: string): string | undefined =>
        mail.headerLines.find(({ key }) => key === name)?.line.replace(/^[^:]+:\s*/, '');
      expect(header('auto-submitted')).toBe('auto-generated');
      expect(header('list-id')).toBe(list && '<warnings.tocsin.example>');
      expect(header('precedence')).toBe(list && 'list');
      const ends = oneClick === true || (oneClick === 'by choice' && row.chosen);
      expect(header('list-unsubscribe-post')).toBe(ends ? 'List-Unsubscribe=One-Click' : undefined);
      expect(header('list-unsubscribe') !== undefined).toBe(ends);
      expect(mail.inReplyTo !== undefined).toBe(thread ?? false);
      expect(verified(raw.toString('latin1'), publicKey)).toMatchObject({ holds: true, tags: { d: 'tocsin.example' } });
    }
  });

  test('all mails about one warning to somebody hang on one thread, which is nobody else’s', () => {
    const threads = new Map<string, Set<string | undefined>>();
    for (const { row, came } of kinds.flatMap(({ kind }) => arrived(kind))) {
      if (row.warning === null) continue;
      const known = `${row.warning} ${row.recipient}`;
      threads.set(known, (threads.get(known) ?? new Set()).add(came[0]?.mail.inReplyTo));
      expect(came[0]?.mail.references).toBe(came[0]?.mail.inReplyTo);
    }
    const all = [...threads.values()].map((ids) => [...ids]);
    expect(all.every((ids) => ids.length === 1)).toBe(true);
    expect(new Set(all.flat()).size).toBe(threads.size);
    // Asked and stood down, told of an answer and of the outcome, warned and told that it is over.
    expect(ledger.filter(({ warning }) => warning !== null).length).toBeGreaterThan(threads.size);
  });

  /** Where the List-Unsubscribe of the mails to somebody leads. */
  const endOf = (address: string): string => {
    const raw = ledger.flatMap(({ recipient, messageId }) =>
      recipient === address ? (mails.get(messageId) ?? []) : [],
    );
    const heads = raw.map((one) => one.raw.toString('latin1').replace(/\r\n[ \t]/g, ''));
    return heads.flatMap((head) => /^List-Unsubscribe:.*?<(http[^>]+)>/im.exec(head)?.[1] ?? [])[0] ?? '';
  };

  test('a POST without cookies ends the mails of a subscriber, and of a member who chose them; opening the link ends nothing', async () => {
    const told = async (address: string): Promise<number> =>
      (await server.taken()).filter(({ to }) => to === address).length;
    // Who is mailed by a channel tells that the event was read.
    const raise = async (): Promise<void> => {
      const before = await told(reader);
      await at.ask('Amal', 'POST /warnings', { body: aRaise({ tlp: 'TLP:CLEAR' }) });
      await until(async () => (await told(reader)) > before);
      await allHandedOver({ at, server });
    };
    const ending = [subscriber, chooser];
    const toldThem = () => Promise.all(ending.map(told));
    for (const one of ending) expect((await fetch(endOf(one))).status).toBe(200);
    const before = await toldThem();
    await raise();
    await until(async () => (await toldThem()).every((count, place) => count > (before[place] ?? 0)));
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    for (const one of ending) expect((await fetch(endOf(one), { method: 'POST', body })).status).toBe(200);
    const after = await toldThem();
    await raise();
    expect(await toldThem()).toEqual(after);
  });
}

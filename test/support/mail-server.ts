import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SMTPServer } from 'smtp-server';
import { startMailSink, type ReceivedMail } from '../../cli/embedded/mail-sink.ts';
import { until } from './until.ts';

export interface TestMail {
  url: string;
  /** Oldest first. */
  received(): ReceivedMail[];
  to(address: string): ReceivedMail[];
  /** A mail as it came. */
  raw(id: string): Buffer;
  close(): Promise<void>;
}

/** The embedded mail sink, with a folder of its own that goes with it. */
export async function startTestMail(): Promise<TestMail> {
  const directory = await mkdtemp(path.join(tmpdir(), 'tocsin-mail-'));
  const sink = await startMailSink({ directory, log: () => undefined });
  const received = (): ReceivedMail[] => sink.list().toReversed();
  return {
    url: sink.url,
    received,
    to: (address) => received().filter(({ to }) => to.includes(address)),
    raw: (id) => sink.raw(id),
    async close() {
      await sink.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Waits for the newest mail to an address whose subject is like this; answers where its first link leads. */
export async function mailedUrl(mail: TestMail, address: string, subject: RegExp): Promise<string> {
  const found = await until(() => mail.to(address).findLast((received) => subject.test(received.subject)), {
    what: `a mail ${subject} to ${address}`,
  });
  return /https?:\/\/\S+/.exec(found.text)?.[0] ?? '';
}

/** Waits for the link in the newest mail to an address whose subject is like this; answers its token. */
export async function mailedToken(mail: TestMail, address: string, subject: RegExp): Promise<string> {
  const [, token = ''] = /#token=([\w.~%-]+)/.exec(await mailedUrl(mail, address, subject)) ?? [];
  return decodeURIComponent(token);
}

/** What a difficult server does with a mail: takes it, at once or later, answers with a code, or hangs up, having taken it or not. */
export type Mood =
  | 'take'
  | 'take and hang up'
  | { takeAfter: Promise<void> }
  | { refuse: number; at: 'recipient' | 'data' };

/** A mail that a server took. */
export interface TakenMail {
  /** The envelope's recipient. */
  to: string;
  messageId: string;
  /** As it came, with CRLF. */
  raw: Buffer;
}

export interface DifficultServer {
  url: string;
  /** In order. */
  taken: TakenMail[];
  /** How often somebody tried, taken or not. */
  tries: () => number;
  close(): Promise<void>;
}

/** An SMTP server that behaves as `mood` says, asked for each recipient. */
export async function startDifficultServer(
  mood: (recipient: string, before: number) => Mood,
): Promise<DifficultServer> {
  const taken: TakenMail[] = [];
  const tries = new Map<string, number>();
  const moods = new Map<string, Mood>();
  // As real ones do it says whom it refuses.
  const refusal = (code: number, address: string): Error =>
    Object.assign(new Error(refusals[code]?.(address) ?? `4.7.1 <${address}>: try later`), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disableReverseLookup: true,
    closeTimeout: 100,
    onRcptTo({ address }, _session, answer) {
      const now = mood(address, tries.get(address) ?? 0);
      tries.set(address, (tries.get(address) ?? 0) + 1);
      moods.set(address, now);
      answer(
        typeof now === 'object' && 'refuse' in now && now.at === 'recipient' ? refusal(now.refuse, address) : null,
      );
    },
    onData(stream, session, answer) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks);
        const to = session.envelope.rcptTo[0]?.address ?? '';
        const now = moods.get(to) ?? 'take';
        if (typeof now === 'object' && 'refuse' in now) return answer(refusal(now.refuse, to));
        taken.push({ to, messageId: messageIdOf(raw), raw });
        if (now === 'take and hang up') return hangUp(server, session.id);
        if (typeof now === 'object') return void now.takeAfter.then(() => answer());
        return answer();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    taken,
    tries: () => [...tries.values()].reduce((sum, count) => sum + count, 0),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Of a mail as it came. */
export function messageIdOf(raw: Buffer): string {
  return /^message-id:\s*(<[^>]+>)/im.exec(raw.toString('latin1'))?.[1] ?? '';
}

const refusals: Record<number, (address: string) => string> = {
  452: (address) => `4.2.2 <${address}>: mailbox full`,
  550: (address) => `5.1.1 <${address}>: no such mailbox`,
  554: (address) => `5.1.1 <${address}>: no such mailbox`,
};

/** Ends a session's connection without an answer, as a crash would. */
function hangUp(server: SMTPServer, session: string): void {
  const { connections } = server as unknown as { connections: Set<{ id: string; close(): void }> };
  for (const connection of connections) if (connection.id === session) connection.close();
}

import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

const KEPT = 500;
const LARGEST = 10_000_000;

export interface ReceivedMail {
  id: string;
  /** When it was received, ISO 8601 in UTC. */
  at: string;
  /** The envelope's sender and recipients, which may differ from what the headers say. */
  from: string;
  to: string[];
  subject: string;
  /** With its angle brackets, as in the header. */
  messageId: string;
  /** By lower-case name, unfolded but not decoded; of several with one name, one per line. */
  headers: Record<string, string>;
  text: string;
  /** Empty when the mail has no HTML part. */
  html: string;
}

export interface MailSink {
  /** For SMTP_URL. */
  url: string;
  /** Newest first. */
  list(): ReceivedMail[];
  /** The mail as it came, under the trace headers that delivery put on top. */
  raw(id: string): Buffer;
  stop(): Promise<void>;
}

type Receiver = (
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  callback: (error?: Error) => void,
) => Promise<void>;

/**
 * A real SMTP server on loopback that delivers every mail into `directory`, one `.eml` file each, and keeps the newest 500.
 * A mail is answered with 250 once its file is in place.
 */
export async function startMailSink(options: { directory: string; log: (line: string) => void }): Promise<MailSink> {
  const { directory, log } = options;
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const mails = await readBack(directory, log);
  let newest = mails[0]?.id ?? '';

  const deliver = async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk as Buffer);
    if (stream.sizeExceeded) throw refusal(552, `A mail may have ${LARGEST} bytes at most.`);
    const at = new Date();
    const id = newId(at, newest);
    newest = id;
    const raw = Buffer.concat([trace(session, at), ...chunks]);
    const mail = await read(id, raw);
    writeFileSync(file(directory, `${id}.part`), raw, { mode: 0o600 });
    renameSync(file(directory, `${id}.part`), file(directory, `${id}.eml`));
    mails.push(mail);
    mails.sort((a, b) => (a.id < b.id ? 1 : -1));
    for (const old of mails.splice(KEPT)) rmSync(file(directory, `${old.id}.eml`), { force: true });
  };
  const receive: Receiver = async (stream, session, callback) => {
    try {
      await deliver(stream, session);
    } catch (error) {
      callback(error as Error);
      return;
    }
    callback();
  };
  const server = new SMTPServer({
    authOptional: true,
    // Its built-in certificate has expired, and loopback needs none.
    hideSTARTTLS: true,
    disableReverseLookup: true,
    size: LARGEST,
    closeTimeout: 300,
    onData: (stream, session, callback) => void receive(stream, session, callback),
  });
  server.on('error', (error) => log(`The mail sink: ${error.message}`));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    list: () => [...mails],
    raw: (id) => readFileSync(file(directory, `${id}.eml`)),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function readBack(directory: string, log: (line: string) => void): Promise<ReceivedMail[]> {
  const names = readdirSync(directory).filter((name) => name.endsWith('.eml'));
  const mails: ReceivedMail[] = [];
  for (const name of names.toSorted().toReversed().slice(0, KEPT)) {
    try {
      mails.push(await read(path.basename(name, '.eml'), readFileSync(file(directory, name))));
    } catch (error) {
      log(`The mail ${file(directory, name)} cannot be read: ${(error as Error).message}`);
    }
  }
  return mails;
}

async function read(id: string, raw: Buffer): Promise<ReceivedMail> {
  const mail = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true });
  const headers: Record<string, string> = {};
  for (const { key, line } of mail.headerLines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n[ \t]+/g, ' ')
      .trim();
    headers[key] = headers[key] === undefined ? value : `${headers[key]}\n${value}`;
  }
  return {
    id,
    at: timeOf(id),
    from: first(headers['return-path']).replace(/^<|>$/g, ''),
    to: first(headers['delivered-to']).split(', '),
    subject: mail.subject ?? '',
    messageId: mail.messageId ?? '',
    headers,
    text: mail.text ?? '',
    html: mail.html || '',
  };
}

/** What a mail server writes on top when it delivers: so the file alone tells the envelope. */
function trace(session: SMTPServerSession, at: Date): Buffer {
  const { mailFrom, rcptTo } = session.envelope;
  return Buffer.from(
    [
      `Return-Path: <${mailFrom ? mailFrom.address : ''}>`,
      `Delivered-To: ${rcptTo.map(({ address }) => address).join(', ')}`,
      `Received: by 127.0.0.1 with ${session.transmissionType}; ${at.toUTCString()}`,
      '',
    ].join('\r\n'),
  );
}

/** Sorts by time of receipt: milliseconds, and a number for those that share one. */
function newId(at: Date, newest: string): string {
  const time = at.toISOString().replace(/[-:.]/g, '');
  const earlier = newest.startsWith(time) ? Number(newest.slice(time.length + 1)) : 0;
  return `${time}-${String(earlier + 1).padStart(4, '0')}`;
}

function timeOf(id: string): string {
  return id.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z.*$/, '$1-$2-$3T$4:$5:$6.$7Z');
}

/** Of the lines with one name the topmost is the last server's, ours. */
function first(lines = ''): string {
  return lines.split('\n', 1).join();
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

function file(directory: string, name: string): string {
  return path.join(directory, name);
}

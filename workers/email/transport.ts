import { createTransport, type SendMailOptions } from 'nodemailer';
import { emailAddress } from '../../core/contract/scalars.ts';
import type { WorkerLog } from '../log.ts';
import type { Dkim } from './dkim.ts';
import { failed, retry, type Verdict } from './verdict.ts';

/** What stands in a mail. */
export interface Message {
  readonly to: string;
  readonly messageId: string;
  /** The id of the thread that it belongs to, where it is about a warning. */
  readonly thread: string | null;
  /** The List-Id (RFC 2919), where it comes of a subscription; null where it is meant for this recipient. */
  readonly list: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where a POST ends such mails (RFC 8058); null: nothing does. */
  readonly unsubscribeUrl: string | null;
  /** Where a mail ends them; null: nowhere. */
  readonly unsubscribeAddress: string | null;
}

/** A mail as it leaves. */
export interface OutgoingMail extends Message {
  /** In the envelope: where it comes back to. */
  readonly returnAddress: string;
}

/** A mail that is written out already. */
export interface WrittenOut {
  readonly to: string;
  readonly returnAddress: string;
  /** Headers and body, in ASCII, lines ended by CRLF. */
  readonly message: string;
}

/** The name and the address in From. */
export interface Sender {
  readonly name: string;
  readonly address: string;
}

export interface MailTransport {
  /** Hands one mail to the server; never throws. */
  send(mail: OutgoingMail | WrittenOut, signal: AbortSignal): Promise<Verdict>;
  close(): void;
}

/** Connections to the server that each pool has; each takes one mail at a time. */
export const connections = 8;
const timeouts = {
  dnsTimeout: 5_000,
  connectionTimeout: 5_000,
  greetingTimeout: 5_000,
  // A server that looks into a mail before it takes it may be long: given up too early, the same mail comes twice.
  socketTimeout: 40_000,
  idleTimeout: 60_000,
};

/**
 * A pool of connections to a mail server.
 * @param options.dkim null: signing is left to the server
 */
export function openTransport(options: {
  url: string;
  from: Sender;
  dkim: Dkim | null;
  log: WorkerLog;
}): MailTransport {
  const { url, from, dkim, log } = options;
  // The pool tries again only before the first byte of a mail; what comes later is ours to decide.
  const pool = createTransport({
    url,
    pool: true,
    maxConnections: connections,
    maxRequeues: 1,
    ...timeouts,
    ...(dkim && { dkim }),
  });
  // By its code alone: what a server answers may name whom a mail was for.
  pool.on('error', ({ code = 'unknown' }: NodeJS.ErrnoException) =>
    log.warn({ code }, 'The mail server gives trouble.'),
  );
  return {
    async send(mail, signal) {
      // Of anything but one plain address nodemailer might make several.
      if (!emailAddress.safeParse(mail.to).success) return failed('bad-address', 'The address is none.');
      try {
        const sent = await pool.sendMail({
          ...('message' in mail ? { raw: mail.message } : messageOf(mail, from)),
          envelope: { from: mail.returnAddress, to: [mail.to] },
          disableFileAccess: true,
          disableUrlAccess: true,
          signal,
        });
        if (sent.rejected.length > 0) return failed('refused', `The recipient was refused: ${sent.response}`);
        return { outcome: 'sent', reason: 'accepted', answer: sent.response };
      } catch (error) {
        return verdictOn(error as SmtpError);
      }
    },
    close: () => pool.close(),
  };
}

/** A mail in the words of nodemailer, all but its envelope. */
export function messageOf(mail: Message, from: Sender): SendMailOptions {
  return {
    from,
    to: { name: '', address: mail.to },
    messageId: mail.messageId,
    ...(mail.thread === null ? {} : { inReplyTo: mail.thread, references: [mail.thread] }),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: headersOf(mail),
  };
}

function headersOf({ list, unsubscribeUrl, unsubscribeAddress }: Message): Record<string, string> {
  const ways = [unsubscribeUrl, unsubscribeAddress && `mailto:${unsubscribeAddress}?subject=unsubscribe`];
  return {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    ...(list === null ? {} : { 'List-Id': list, Precedence: 'list' }),
    ...(unsubscribeUrl === null
      ? {}
      : {
          'List-Unsubscribe': ways.flatMap((way) => (way === null ? [] : `<${way}>`)).join(', '),
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
  };
}

interface SmtpError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
  response?: string;
  timeoutType?: string;
}

/** Only what is said of this sender, this recipient or this mail is said of the mail; all else is trouble that passes. */
export function verdictOn(error: SmtpError): Verdict {
  const answer = error.response ?? error.message;
  const aboutMail = error.code === 'EENVELOPE' || error.code === 'EMESSAGE';
  if (aboutMail && error.responseCode !== undefined) {
    return error.responseCode >= 500 ? failed('refused', answer) : retry('try-later', answer);
  }
  if (aboutMail) return failed('bad-address', answer);
  if (error.responseCode !== undefined) return retry('try-later', answer);
  const begun = error.code === 'ECONNECTION' || error.code === 'EABORT' || error.timeoutType === 'SOCKET_TIMEOUT';
  return begun ? retry('unknown-outcome', answer) : retry('unreachable', answer);
}

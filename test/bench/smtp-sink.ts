import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { answerCalls } from './calls.ts';
import type { PlainMail } from './plain-mailer.ts';

/** A program: a mail server that takes everything and keeps the first mail of each count alone. */
export type SmtpSink = typeof handlers;

let taken = 0;
let bytes = 0;
let first: Buffer | undefined;

const server = new SMTPServer({
  authOptional: true,
  hideSTARTTLS: true,
  disableReverseLookup: true,
  closeTimeout: 100,
  onData(stream, _session, answer) {
    const kept: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (!first) kept.push(chunk);
    });
    stream.on('end', () => {
      first ??= Buffer.concat(kept);
      taken += 1;
      answer();
    });
  },
});
server.on('error', () => undefined);

const handlers = {
  async listen(): Promise<{ url: string }> {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` };
  },

  /** Mails since the last `clear`, and their mean size. */
  count: (): { taken: number; size: number } => ({ taken, size: taken === 0 ? 0 : bytes / taken }),

  clear(): void {
    taken = 0;
    bytes = 0;
  },

  /** What a mail program reads of the first mail of all. */
  async first(): Promise<PlainMail> {
    const { subject = '', text = '', html } = await simpleParser(first ?? '');
    return { subject, text, html: html || '' };
  },
};

answerCalls(handlers);

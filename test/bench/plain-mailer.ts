import { createTransport } from 'nodemailer';
import { answerCalls } from './calls.ts';

/** A program: what digests are measured against. nodemailer's own pool, given one finished mail after the other. */
export type PlainMailer = typeof handlers;

export interface PlainMail {
  subject: string;
  text: string;
  html: string;
}

/** Mails that are in nodemailer's hands at once: its pool never runs dry. */
const inHand = 400;

const handlers = {
  /** Hands over so many mails. @returns seconds */
  async send(told: { url: string; connections: number; count: number; mail: PlainMail }): Promise<number> {
    const pool = createTransport({ url: told.url, pool: true, maxConnections: told.connections });
    const began = performance.now();
    let next = 0;
    const lane = async (): Promise<void> => {
      while (next < told.count) {
        next += 1;
        await pool.sendMail({
          from: 'alarm@tocsin.example',
          to: `reader-${next}@domain-${next % 500}.example`,
          ...told.mail,
        });
      }
    };
    await Promise.all(Array.from({ length: inHand }, lane));
    const seconds = (performance.now() - began) / 1_000;
    pool.close();
    return seconds;
  },
};

answerCalls(handlers);

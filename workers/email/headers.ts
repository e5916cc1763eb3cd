import { createHmac, hkdfSync } from 'node:crypto';
import type { Network } from '../../core/store/network.ts';

/** Makes Message-IDs that are the same for every attempt at one mail, and different on every restored copy of the network. */
export interface MessageIds {
  /** Of a mail: by what makes a delivery one. */
  of(delivery: { eventId: string; channel: string; recipient: string }): string;
  /** Of the thread that all mails of one warning to one recipient hang on. */
  thread(warningId: string, recipient: string): string;
  /** The List-Id of what subscriptions are mailed (RFC 2919). */
  readonly list: string;
}

/** @param from the sender's address: its domain is the ids' own */
export function openMessageIds({ epoch, secret }: Network, from: string): MessageIds {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'tocsin message-id', 32));
  const domain = from.slice(from.lastIndexOf('@') + 1);
  const id = (...parts: readonly string[]): string => {
    const digest = createHmac('sha256', key)
      .update(JSON.stringify([epoch, ...parts]))
      .digest('hex');
    return `<${digest.slice(0, 40)}@${domain}>`;
  };
  return {
    of: ({ eventId, channel, recipient }) => id('mail', eventId, channel, recipient),
    thread: (warningId, recipient) => id('thread', warningId, recipient),
    list: `<warnings.${domain}>`,
  };
}

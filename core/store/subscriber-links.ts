import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Network } from './network.ts';

/** Signs what mail subscribers are linked by; nothing of it is kept, and each purpose opens nothing else. */
export interface SubscriberLinks {
  /** Behind a `#`: reads and changes what somebody is mailed, for `preferenceDays`. */
  preferences(subscriberId: string, now: Date): string;
  /** In an address, because RFC 8058 wants it there: ends the mails and tells nothing. For good: so long a mail may lie unread. */
  unsubscribe(subscriberId: string): string;
  /** The subscriber whose token this is; undefined: nobody's, or too old. */
  readPreferences(token: string, now: Date): string | undefined;
  readUnsubscribe(token: string): string | undefined;
}

/** Days that a link to the preferences works. */
export const preferenceDays = 60;
const hour = 3_600_000;

/** Every token is hexadecimal, and of a length of its own: nothing that a mail client breaks, and nothing to take for another. */
export function openSubscriberLinks({ secret }: Pick<Network, 'secret'>): SubscriberLinks {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'tocsin mail subscriber', 32));
  const mac = (purpose: string, text: string): string =>
    createHmac('sha256', key).update(`${purpose} ${text}`).digest('hex').slice(0, 40);
  const signed = (purpose: string, text: string): string => text + mac(purpose, text);
  const opened = (purpose: string, token: string, length: number): string | undefined => {
    if (token.length !== length + 40 || !/^[0-9a-f]*$/.test(token)) return undefined;
    const text = token.slice(0, length);
    return timingSafeEqual(Buffer.from(token), Buffer.from(signed(purpose, text))) ? text : undefined;
  };
  return {
    preferences(id, now) {
      const until = Math.ceil(now.getTime() / hour) + preferenceDays * 24;
      return signed('preferences', digitsOf(id) + until.toString(16).padStart(8, '0'));
    },
    unsubscribe: (id) => signed('unsubscribe', digitsOf(id)),
    readPreferences(token, now) {
      const text = opened('preferences', token, 40);
      return text !== undefined && Number.parseInt(text.slice(32), 16) * hour > now.getTime() ? idOf(text) : undefined;
    },
    readUnsubscribe(token) {
      const text = opened('unsubscribe', token, 32);
      return text === undefined ? undefined : idOf(text);
    },
  };
}

const digitsOf = (id: string): string => id.replaceAll('-', '');

function idOf(text: string): string {
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20, 32)].join('-');
}

import type { Network } from './network.ts';
import { digitsOf, idOf, openSignature, openSignedIds } from './signed-ids.ts';

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
export function openSubscriberLinks(network: Pick<Network, 'secret'>): SubscriberLinks {
  const unsubscribing = openSignedIds(network, 'unsubscribe a mail subscriber');
  const { sign, read } = openSignature(network, 'preferences of a mail subscriber', 40);
  return {
    preferences(id, now) {
      const until = Math.ceil(now.getTime() / hour) + preferenceDays * 24;
      return sign(digitsOf(id) + until.toString(16).padStart(8, '0'));
    },
    unsubscribe: (id) => unsubscribing.tokenOf(id),
    readPreferences(token, now) {
      const digits = read(token);
      if (digits === undefined || Number.parseInt(digits.slice(32), 16) * hour <= now.getTime()) return undefined;
      return idOf(digits);
    },
    readUnsubscribe: (token) => unsubscribing.read(token),
  };
}

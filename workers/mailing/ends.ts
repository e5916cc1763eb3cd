import type { Delivery, DigestMail } from '../../core/store/deliveries.ts';
import type { DigestMailEnd } from '../../core/store/digest-mails.ts';
import { gaveUp, pauseAfter } from '../email/record.ts';
import type { Verdict } from '../email/verdict.ts';
import type { Result } from './pace.ts';

type Mail = Delivery<DigestMail>;

/** What is said of an attempt: that it is made again, only as long as that makes sense. */
export function concluded(delivery: Mail, verdict: Verdict): Verdict {
  return verdict.outcome === 'retry' && isTooLate(delivery, pauseAfter(delivery)) ? gaveUp(verdict.answer) : verdict;
}

/** An attempt as it is written down. @param messageId of the mail, where one was composed */
export function endOf(delivery: Mail, { outcome, reason, answer }: Verdict, messageId: string | null): DigestMailEnd {
  const { id, attempts } = delivery;
  const taken = outcome === 'sent' || reason === 'unknown-outcome' ? messageId : null;
  if (outcome !== 'retry') return { id, attempts, state: outcome, messageId: taken, answer };
  return { id, attempts, state: 'pending', messageId: taken, answer, inMilliseconds: pauseAfter(delivery), made: true };
}

/** An attempt that was not made: the mail waits for its domain, or the server. */
export function putOff(delivery: Mail, wait: number): DigestMailEnd {
  const { id, attempts } = delivery;
  if (isTooLate(delivery, wait)) return endOf(delivery, gaveUp('Its turn did not come.'), null);
  return { id, attempts, state: 'pending', messageId: null, answer: null, inMilliseconds: wait, made: false };
}

function isTooLate({ now, giveUpAt }: Mail, wait: number): boolean {
  return now.getTime() + wait >= giveUpAt.getTime();
}

/** What an attempt says of the recipient's domain and of the server. */
export function resultOf({ outcome, reason, answer }: Verdict): Result {
  if (outcome === 'sent') return 'taken';
  if (reason === 'unreachable') return reason;
  // A server that hangs over one mail of a domain would hang over the next.
  if (reason === 'unknown-outcome') return 'deferred';
  return reason === 'try-later' && !isAboutMailbox(answer) ? 'deferred' : 'other';
}

/** What is said of one mailbox, that it is full above all, is not said of its domain (RFC 3463, subjects 1 and 2). */
function isAboutMailbox(answer: string): boolean {
  return /^4\d\d[ -]4\.[12]\./.test(answer);
}

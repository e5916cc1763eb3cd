import { setTimeout as delay } from 'node:timers/promises';
import { recordDigestMails, type DigestMailEnd } from '../../core/store/digest-mails.ts';
import type { Queryable } from '../../core/store/unit.ts';
import type { Insistence } from '../email/insistence.ts';

/** Milliseconds in which outcomes gather: a process that is killed meanwhile sends these mails again, as the same messages. */
const gathering = 20;

/** Writes down how digests ended, many in one statement. */
export interface Ledger {
  /** Done when it is written; see Insistence. */
  write(end: DigestMailEnd): Promise<void>;
}

export function openLedger(sql: Queryable, insistence: Insistence): Ledger {
  let gathered: DigestMailEnd[] = [];
  let next: Promise<void> | undefined;
  let last: Promise<void> = Promise.resolve();

  /** One statement at a time: what ends meanwhile is the next one's. */
  async function statement(before: Promise<void>): Promise<void> {
    await Promise.all([delay(gathering), before.catch(() => undefined)]);
    const ends = gathered;
    gathered = [];
    next = undefined;
    await insistence.written(() => recordDigestMails(sql, ends));
  }

  return {
    write(end) {
      gathered.push(end);
      next ??= last = statement(last);
      return next;
    },
  };
}

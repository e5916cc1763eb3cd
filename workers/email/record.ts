import { failDelivery } from '../../core/store/commands/fail-delivery.ts';
import {
  endDelivery,
  firesLater,
  postponeDelivery,
  type Delivery,
  type DigestMail,
} from '../../core/store/deliveries.ts';
import type { Store } from '../../core/store/store.ts';
import { mailJob, type PlannedJob } from '../dispatcher/plan.ts';
import { horizon } from '../housekeeping/sweep.ts';
import { failed, superseded, type Ending, type Verdict } from './verdict.ts';

const second = 1_000;
/** Escalation has the next step at its heels; other mail has a day. */
const longestPause = { escalation: 30 * second, other: 900 * second };

/** How an attempt was written down, and the next one where it comes soon. */
export interface Recorded {
  readonly verdict: Verdict;
  readonly next: readonly PlannedJob[];
}

/**
 * Writes down how an attempt ended. Done again, it writes nothing more.
 * @param messageId of the mail, where one was composed
 */
export async function record(
  store: Store,
  delivery: Delivery,
  verdict: Verdict,
  messageId: string | null,
): Promise<Recorded> {
  const { outcome, reason, answer } = verdict;
  const taken = outcome === 'sent' || reason === 'unknown-outcome' ? messageId : null;
  if (outcome !== 'retry') return end(store, delivery, verdict, taken);
  const pause = pauseAfter(delivery);
  if (delivery.now.getTime() + pause >= delivery.giveUpAt.getTime()) {
    return end(store, delivery, await givenUp(store, delivery, answer), taken);
  }
  await postponeDelivery(store.sql, delivery.id, { milliseconds: pause, messageId: taken, answer });
  const next = mailJob({ id: delivery.id, attempt: delivery.attempts, inMilliseconds: pause });
  return { verdict, next: pause <= horizon ? [next] : [] };
}

async function end(store: Store, delivery: Delivery, verdict: Ending, messageId: string | null): Promise<Recorded> {
  const { outcome, answer } = verdict;
  if (outcome === 'failed') await store.writer.run(failDelivery(delivery, { state: outcome, messageId, answer }));
  else await endDelivery(store.sql, delivery.id, { state: outcome, messageId, answer });
  return { verdict, next: [] };
}

/** Milliseconds until the next attempt: 1, 2, 4 … seconds. */
export function pauseAfter({ kind, attempts }: Delivery | Delivery<DigestMail>): number {
  return Math.min(second * 2 ** Math.min(attempts - 1, 20), longestPause[kind === 'escalation' ? kind : 'other']);
}

/** A step's mail is overtaken by the next step; with none to come, or of another kind, it has failed. */
async function givenUp(store: Store, { kind, content, giveUpAt }: Delivery, answer: string): Promise<Ending> {
  return kind === 'escalation' && (await firesLater(store.sql, content.escalation, giveUpAt))
    ? superseded('next-step', `The next step is due. Last answer: ${answer}`)
    : gaveUp(answer);
}

/** @param answer the last */
export function gaveUp(answer: string): Ending {
  return failed('gave-up', `It was tried until it made no sense any more. Last answer: ${answer}`);
}

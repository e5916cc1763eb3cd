import type { Queues } from '../../core/queue/queue.ts';
import { digestTypes } from '../../core/domain/digest.ts';
import {
  dueDigestMails,
  dueDigests,
  dueFirings,
  forgottenWaits,
  overdueDeliveries,
  untoldInstant,
} from '../../core/store/due.ts';
import { isHeld } from '../../core/store/network.ts';
import type { Queryable } from '../../core/store/unit.ts';
import { enqueue } from '../dispatcher/enqueue.ts';
import { digestJob, fireJob, instantJob, mailingJob, mailJob, openJob } from '../dispatcher/plan.ts';

/** Milliseconds ahead that the queue is told of; what is due later stands in PostgreSQL alone. */
export const horizon = 60_000;
/** Milliseconds after which a wait that nobody opened has lost its job. */
const forgotten = 3_000;

/** Turns what is due within the next minute into jobs, whatever the queue still knows: also all that it forgot. Nothing while all is held. */
export async function sweep(sql: Queryable, queues: Queues): Promise<void> {
  if (await isHeld(sql)) return;
  await enqueue(queues, (await dueFirings(sql, horizon)).map(fireJob));
  await enqueue(queues, (await dueDigests(sql, horizon)).map(digestJob));
  const untold = await untoldInstant(sql, digestTypes);
  await enqueue(queues, untold === null ? [] : [instantJob(untold)]);
  // Not ahead: a mail that is being tried would get a job for when its trier counts as dead, and so none for its next attempt.
  await enqueue(queues, (await overdueDeliveries(sql)).map(mailJob));
  const digests = await dueDigestMails(sql, horizon);
  await enqueue(queues, digests ? [mailingJob(digests)] : []);
  await enqueue(queues, (await forgottenWaits(sql, forgotten)).map(openJob));
}

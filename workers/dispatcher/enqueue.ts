import type { Queues } from '../../core/queue/queue.ts';
import type { PlannedJob } from './plan.ts';

/** Jobs that are added in one go: more would keep the process from doing anything else for too long. */
const together = 500;

/** Adds jobs, those first that come first; a job that is pending already is not added twice. @throws QueueUnavailable */
export async function enqueue(queues: Queues, planned: readonly PlannedJob[]): Promise<void> {
  const asked = performance.now();
  for (let start = 0; start < planned.length; start += together) {
    // Their delays count from when they were planned, however long those before took.
    const passed = performance.now() - asked;
    const batch = planned
      .slice(start, start + together)
      .map((one) => ({ ...one, delay: Math.max(0, one.delay - passed) }));
    const timers = batch.flatMap((one) => (one.queue === 'acknowledgement' ? [one] : []));
    const mails = batch.flatMap((one) => (one.queue === 'email' ? [one] : []));
    if (timers.length > 0) await queues.addMany('acknowledgement', timers);
    const digests = batch.flatMap((one) => (one.queue === 'digest' ? [one] : []));
    if (digests.length > 0) await queues.addMany('digest', digests);
    if (mails.length > 0) await queues.addMany('email', mails);
    const mailings = batch.flatMap((one) => (one.queue === 'mailing' ? [one] : []));
    if (mailings.length > 0) await queues.addMany('mailing', mailings);
  }
}

import type { Queues } from '../../core/queue/queue.ts';
import type { PlannedJob } from './plan.ts';

/** Jobs that are added in one go: more would keep the process from doing anything else for too long. */
const together = 500;

/** Adds jobs, those first that come first; a job that is pending already is not added twice. @throws QueueUnavailable */
export async function enqueue(queues: Queues, planned: readonly PlannedJob[]): Promise<void> {
  for (let start = 0; start < planned.length; start += together) {
    const batch = planned.slice(start, start + together);
    for (const name of ['acknowledgement', 'email'] as const) {
      const own = batch.flatMap(({ queue, job, delay }) => (queue === name ? [{ job, delay }] : []));
      if (own.length > 0) await queues.addMany(name, own as Parameters<typeof queues.addMany<typeof name>>[1]);
    }
  }
}

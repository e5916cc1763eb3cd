import type { Queues } from '../../core/queue/queue.ts';
import { writeDueDigests, writeInstantMails } from '../../core/store/digests.ts';
import type { Store } from '../../core/store/store.ts';
import { enqueue } from '../dispatcher/enqueue.ts';
import { mailingJob } from '../dispatcher/plan.ts';
import type { WorkerLog } from '../log.ts';
import type { Work } from '../reachability.ts';

/** Milliseconds that a job may take; what it leaves undone is due still, and the next one's. */
const timeout = 600_000;

/**
 * Writes what mail subscribers are due, in batches until nobody is left: the rows say who is, and each batch moves them on with
 * the mails that it writes. Several processes may do so at once. Mails whose job is lost are the next sweep's.
 */
export async function startDigest({
  store,
  queues,
  log,
}: {
  store: Store;
  queues: Queues;
  log: WorkerLog;
}): Promise<Work> {
  const worker = await queues.work(
    'digest',
    async ({ kind }, signal) => {
      const write = kind === 'due' ? writeDueDigests : writeInstantMails;
      let taken: number;
      do {
        const batch = await write(store);
        taken = batch.taken;
        const leaving = batch.mails > 0 ? [mailingJob({ at: batch.at, inMilliseconds: 0 })] : [];
        await enqueue(queues, leaving).catch((error: Error) => {
          log.warn({ error: error.message }, 'Digests that were written wait for the next sweep.');
        });
      } while (taken > 0 && !signal.aborted);
    },
    { concurrency: 1, timeout },
  );
  return { close: (grace) => worker.close(grace) };
}

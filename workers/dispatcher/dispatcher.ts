import type { LogEntry } from '../../core/domain/log.ts';
import { settled } from '../../core/queue/failure.ts';
import type { Queues } from '../../core/queue/queue.ts';
import { tellSubscribers } from '../../core/store/commands/tell-subscribers.ts';
import { moveCursor, readCursor } from '../../core/store/cursors.ts';
import { unopenedWaits, untriedDeliveries } from '../../core/store/due.ts';
import { freshDirectory } from '../../core/store/fresh-directory.ts';
import type { Lease } from '../../core/store/lease.ts';
import type { Store } from '../../core/store/store.ts';
import { openTail } from '../../core/store/tail.ts';
import { horizon } from '../housekeeping/sweep.ts';
import type { WorkerLog } from '../log.ts';
import type { WorkerMetrics } from '../metrics.ts';
import { enqueue } from './enqueue.ts';
import type { Reign } from './leadership.ts';
import { consequences, instantJob, plan } from './plan.ts';

const cursor = 'dispatcher';
/** Milliseconds that closing waits for a batch in hand; what it leaves undone, the next leader does. */
const patience = 500;

/**
 * Reads the log from its cursor and turns what happened into jobs: added before the cursor moves, under ids that say what
 * they are for, so that a batch done twice adds nothing.
 */
export async function startDispatcher(
  options: { store: Store; queues: Queues; metrics: WorkerMetrics; log: WorkerLog },
  lease: Lease,
): Promise<Reign> {
  const { store, queues, metrics, log } = options;
  let fenced = false;
  const tail = await openTail(store, {
    from: await readCursor(store.sql, cursor),
    log: (error) => log.warn({ error: error.message }, 'The dispatcher is held up; it tries again.'),
    async onEntries(entries) {
      if (fenced) return;
      await dispatch(store, queues, entries);
      fenced = !(await moveCursor(store.sql, cursor, entries.at(-1)?.sequence ?? 0, lease));
      if (fenced) return log.warn({ token: lease.token }, 'The dispatcher was fenced off: another process leads.');
      metrics.dispatcherLag.set(Math.max(0, Date.now() - Date.parse(entries.at(-1)?.at ?? '')) / 1000);
    },
  });
  return {
    async close() {
      fenced = true;
      await settled(patience, tail.close());
    },
  };
}

async function dispatch(store: Store, queues: Queues, entries: readonly LogEntry[]): Promise<void> {
  const telling = entries.filter((entry) => consequences(entry).tells);
  if (telling.length > 0 && (await mailsAnybody(store))) await store.writer.run(tellSubscribers(telling));
  const opening = entries.filter((entry) => consequences(entry).opens);
  const waits = await unopenedWaits(
    store.sql,
    opening.flatMap(({ warningId }) => warningId ?? []),
  );
  const deliveries = await untriedDeliveries(
    store.sql,
    entries.map(({ id }) => id),
    horizon,
  );
  const last = entries.findLast((entry) => consequences(entry).digests);
  await enqueue(queues, [...plan({ waits, deliveries }), ...(last ? [instantJob(last.sequence)] : [])]);
}

/** As the log has it: while this process stood by it may have missed who subscribed. */
async function mailsAnybody(store: Store): Promise<boolean> {
  const { subscriptions, ownMail } = await freshDirectory(store);
  return (
    subscriptions.some(({ paused, channels }) => !paused && channels.some(({ type }) => type === 'email')) ||
    [...ownMail.values()].some(({ since }) => since !== null)
  );
}

import { setTimeout as delay } from 'node:timers/promises';
import type { Queues } from '../../core/queue/queue.ts';
import { dueDigestMails } from '../../core/store/due.ts';
import type { Store } from '../../core/store/store.ts';
import { enqueue } from '../dispatcher/enqueue.ts';
import { mailingJob } from '../dispatcher/plan.ts';
import type { Dkim } from '../email/dkim.ts';
import { openInsistence } from '../email/insistence.ts';
import { connections, openTransport, type Sender } from '../email/transport.ts';
import { horizon } from '../housekeeping/sweep.ts';
import type { WorkerLog } from '../log.ts';
import type { WorkerMetrics } from '../metrics.ts';
import type { Work } from '../reachability.ts';
import { Departures } from './departures.ts';
import { openEditions } from './editions.ts';
import { openLedger } from './ledger.ts';
import { Pace } from './pace.ts';

/** Milliseconds until the next look while none is due and some have not left yet. */
const between = 250;
/** Milliseconds after which a job leaves the rest to the next one, and that it may take at most. */
const stretch = 300_000;
const timeout = 600_000;

/**
 * Sends the digests that were written, until none is due: claimed many together, composed as they have to be now, handed over at
 * each domain's pace, written down. On connections of its own, so that no other mail waits behind them.
 */
export async function startMailing(options: {
  smtpUrl: string;
  from: Sender;
  bounceAddress: string | null;
  dkim: Dkim | null;
  publicUrl: string;
  digestsPerSecond: number;
  store: Store;
  queues: Queues;
  metrics: WorkerMetrics;
  log: WorkerLog;
}): Promise<Work> {
  const { store, queues, digestsPerSecond: perSecond } = options;
  const { sql } = store;
  const transport = openTransport({ ...options, url: options.smtpUrl });
  const insistence = openInsistence();
  const pace = new Pace({ connections, perSecond });
  const [editions, ledger] = [openEditions(options), openLedger(sql, insistence)];
  const departures = new Departures({ ...options, sql, editions, pace, transport, ledger });
  let closing = false;

  async function sendDue(signal: AbortSignal): Promise<void> {
    const end = performance.now() + stretch;
    const goesOn = (): boolean => !closing && !signal.aborted && pace.peace === 0 && performance.now() < end;
    try {
      while (goesOn()) {
        if ((await departures.begin(signal)) > 0) continue;
        if (departures.count === 0) break;
        await delay(between);
      }
    } finally {
      // What is leaving belongs to this job: its end waits for it, or cuts it off.
      while (departures.count > 0) await delay(between);
    }
    if (!closing) await leaveRest(store, queues, pace);
  }

  const worker = await queues.work('mailing', (_, signal) => sendDue(signal), { concurrency: 1, timeout });
  return {
    async close(grace) {
      const began = performance.now();
      closing = true;
      pace.close();
      await worker.close(grace);
      await insistence.close(Math.max(0, grace - (performance.now() - began)));
      transport.close();
    },
  };
}

/** What is due soon gets a job that runs then; under the moment that this one goes by it would not be added. */
async function leaveRest({ sql }: Store, queues: Queues, pace: Pace): Promise<void> {
  const due = await dueDigestMails(sql, horizon);
  if (!due) return;
  const inMilliseconds = Math.max(due.inMilliseconds, pace.peace, 0);
  await enqueue(queues, [mailingJob({ at: new Date(Date.now() + inMilliseconds), inMilliseconds })]);
}

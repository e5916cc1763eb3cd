import type { Queues } from '../../core/queue/queue.ts';
import { claimDelivery } from '../../core/store/deliveries.ts';
import { openReturnAddresses } from '../../core/store/return-addresses.ts';
import { openAnswerLinks } from '../../core/store/signed-ids.ts';
import type { Store } from '../../core/store/store.ts';
import type { WorkerLog } from '../log.ts';
import type { WorkerMetrics } from '../metrics.ts';
import type { Work } from '../reachability.ts';
import { enqueue } from '../dispatcher/enqueue.ts';
import { compose } from './compose.ts';
import type { Dkim } from './dkim.ts';
import { openMessageIds } from './headers.ts';
import { openInsistence } from './insistence.ts';
import { record } from './record.ts';
import { connections, openTransport } from './transport.ts';
import { retry, type Verdict } from './verdict.ts';

/** Milliseconds that an attempt may take at the mail server, that a job may take, and that nobody else tries meanwhile. */
const sending = 45_000;
const timeout = 55_000;
const hold = 60_000;

/**
 * Sends mails: claimed (one attempt, one sender), looked at once more, composed, handed to the server, recorded. Each stage
 * answers the next one's question or the verdict that ends the attempt.
 */
export async function startEmail(options: {
  smtpUrl: string;
  from: { name: string; address: string };
  bounceAddress: string | null;
  dkim: Dkim | null;
  publicUrl: string;
  store: Store;
  queues: Queues;
  metrics: WorkerMetrics;
  log: WorkerLog;
}): Promise<Work> {
  const { store, queues, metrics, publicUrl, from, dkim, log } = options;
  const transport = openTransport({ url: options.smtpUrl, from, dkim, log });
  const ids = openMessageIds(store.network, from.address);
  const answerLinks = openAnswerLinks(store.network);
  const returns = openReturnAddresses(store.network, options.bounceAddress);
  const insistence = openInsistence();

  async function attempt(id: string, before: number, signal: AbortSignal): Promise<void> {
    const delivery = await claimDelivery(store.sql, id, before, hold);
    if (!delivery) return;
    const mail = await compose({ store, ids, answerLinks, returns, publicUrl, from }, delivery).catch(interrupted);
    const unsent = 'outcome' in mail;
    const verdict = unsent ? mail : await transport.send(mail, AbortSignal.any([signal, AbortSignal.timeout(sending)]));
    const recorded = await insistence.written(() => record(store, delivery, verdict, unsent ? null : mail.messageId));
    const { outcome, reason } = recorded.verdict;
    metrics.deliveries.inc({ kind: delivery.kind, outcome, reason });
    // The server's own words, which name people as a rule, stand in the ledger alone.
    if (outcome === 'failed') log.warn({ delivery: id, kind: delivery.kind, reason }, 'A mail failed for good.');
    await enqueue(queues, recorded.next).catch((error: Error) => {
      log.warn({ error: error.message }, 'The next attempt at a mail waits for the next sweep.');
    });
  }

  const worker = await queues.work('email', (job, signal) => attempt(job.delivery, job.attempt, signal), {
    // One mail for one connection: none waits in the pool after it was looked at for the last time.
    concurrency: connections,
    timeout,
  });
  return {
    async close(grace) {
      const began = performance.now();
      await worker.close(grace);
      await insistence.close(Math.max(0, grace - (performance.now() - began)));
      transport.close();
    },
  };
}

/** What keeps a mail from being written, mostly a database that is away, is no judgement on the mail. */
function interrupted(error: Error): Verdict {
  return retry('interrupted', error.message);
}

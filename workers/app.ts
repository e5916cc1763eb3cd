import type { Registry } from 'prom-client';
import type { Config } from '../core/config/config.ts';
import { Cleanups } from '../core/lifecycle/cleanups.ts';
import type { Queues } from '../core/queue/queue.ts';
import type { Lease } from '../core/store/lease.ts';
import type { Store } from '../core/store/store.ts';
import { startAcknowledgement } from './acknowledgement/acknowledgement.ts';
import { startDispatcher } from './dispatcher/dispatcher.ts';
import { Leadership, type Reign } from './dispatcher/leadership.ts';
import { startDigest } from './digest/digest.ts';
import { readDkim } from './email/dkim.ts';
import { startEmail } from './email/email.ts';
import { startHealthServer } from './health.ts';
import { startHousekeeping } from './housekeeping/housekeeping.ts';
import type { WorkerLog } from './log.ts';
import { startMailing } from './mailing/mailing.ts';
import { openMetrics } from './metrics.ts';
import { whileReachable, type Work } from './reachability.ts';

export interface Workers {
  /** Whether this process leads the dispatching just now. */
  readonly leads: boolean;
  /** Where /healthz and /metrics answer; null when no port was asked for. */
  readonly healthPort: number | null;
  /** Takes no more work, finishes or lets go of what is in hand; within `grace` and 1.3 s. */
  close(): Promise<void>;
}

/** Milliseconds that closing may take beside its grace; what it leaves undone, another process or the next start does. */
const patience = 1_100;

/**
 * The workers of one process: every process opens and fires escalations and sends mail; one of them leads, which reads the
 * log and looks after what is due.
 * @param grace milliseconds for the jobs in hand when it closes: a mail whose server is about to take it is not sent twice
 * @throws Error when no mail server is configured, or the key for DKIM does not serve
 */
export async function startWorkers(options: {
  config: Config;
  store: Store;
  queues: Queues;
  log: WorkerLog;
  registry: Registry;
  grace: number;
}): Promise<Workers> {
  const { config, store, queues, log, registry, grace } = options;
  if (config.smtpUrl === null) throw new Error('SMTP_URL is not set: say which mail server escalations leave through.');
  const dkim = config.dkim && readDkim(config.dkim, config.mailFrom);
  const cleanups = new Cleanups((line) => log.error(line));
  try {
    const metrics = openMetrics(registry);
    const parts = { store, queues, metrics, retentionDays: config.retentionDays, retention: config.retention, log };

    const health =
      config.workerPort === null ? null : await startHealthServer(config.workerPort, { ...config, registry });
    if (health) cleanups.push('The health server', 200, () => health.close());
    const reigns: Reign[] = [];
    cleanups.push('The work in hand', grace + patience, () => closeAll(reigns));

    const from = { name: store.network.name, address: config.mailFrom };
    const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`;
    const { smtpUrl, bounceAddress, digestsPerSecond } = config;
    const mail = { smtpUrl, from, bounceAddress, dkim, publicUrl, digestsPerSecond };
    const working = await whileReachable(store.sql, () => work(parts, mail), log);
    reigns.push({ close: () => working.close(grace) });

    const leadership = new Leadership({
      sql: store.sql,
      name: 'dispatcher',
      lead: (lease) => lead(parts, lease),
      onHeartbeat: () => metrics.leaderHeartbeat.setToCurrentTime(),
      log,
    });
    reigns.push(leadership);

    return {
      get leads() {
        return leadership.leads;
      },
      healthPort: health?.port ?? null,
      close: () => cleanups.run(),
    };
  } catch (error) {
    await cleanups.run();
    throw error;
  }
}

/** What every process does. */
async function work(
  parts: Parameters<typeof startAcknowledgement>[0],
  mail: Omit<Parameters<typeof startMailing>[0], keyof typeof parts>,
): Promise<Work> {
  const begun: Work[] = [];
  const close = async (grace: number): Promise<void> =>
    void (await Promise.all(begun.toReversed().map((one) => one.close(grace))));
  try {
    begun.push(await startEmail({ ...mail, ...parts }));
    begun.push(await startAcknowledgement(parts));
    begun.push(await startDigest(parts));
    begun.push(await startMailing({ ...mail, ...parts }));
    return { close };
  } catch (error) {
    await close(0);
    throw error;
  }
}

/** What only the leader does. */
async function lead(parts: Parameters<typeof startHousekeeping>[0], lease: Lease): Promise<Reign> {
  const dispatcher = await startDispatcher(parts, lease);
  const housekeeping = startHousekeeping(parts);
  return { close: () => closeAll([dispatcher, housekeeping]) };
}

async function closeAll(reigns: readonly Reign[]): Promise<void> {
  await Promise.all(reigns.map((reign) => reign.close()));
}

import { Registry } from 'prom-client';
import { readConfig } from '../../core/config/config.ts';
import { openQueues, type Queues } from '../../core/queue/queue.ts';
import { keyOf } from '../../core/store/network.ts';
import { openStore, type Store } from '../../core/store/store.ts';
import type { WorkerLog } from '../../workers/log.ts';
import { startWorkers, type Workers } from '../../workers/app.ts';

export interface TestWorkers extends Workers {
  store: Store;
  queues: Queues;
  registry: Registry;
  /** Closes the workers alone; `close` closes what they stand on as well. */
  stop(): Promise<void>;
}

const silent: WorkerLog = { info: () => {}, warn: () => {}, error: () => {} };

/** The workers as `tocsin work` runs them, with connections of their own. */
export async function startTestWorkers(options: {
  databaseUrl: string;
  smtpUrl: string;
  redisUrl?: string | undefined;
  env?: Record<string, string>;
  grace?: number | undefined;
  log?: WorkerLog;
}): Promise<TestWorkers> {
  const { databaseUrl, smtpUrl, redisUrl, log = silent } = options;
  const store = await openStore({ databaseUrl, name: 'test workers', log: () => undefined });
  const queues = await openQueues({ databaseUrl, redisUrl, network: keyOf(store.network), log });
  const registry = new Registry();
  const config = readConfig({
    SMTP_URL: smtpUrl,
    TOCSIN_PUBLIC_URL: 'https://tocsin.example',
    TOCSIN_MAIL_FROM: 'alarm@tocsin.example',
    ...options.env,
  });
  const workers = await startWorkers({ config, store, queues, log, registry, grace: options.grace ?? 300 });
  const closeAll = async (): Promise<void> => {
    await workers.close();
    await queues.close();
    await store.close();
  };
  let closing: Promise<void> | undefined;
  return {
    get leads() {
      return workers.leads;
    },
    healthPort: workers.healthPort,
    store,
    queues,
    registry,
    stop: () => workers.close(),
    close: () => (closing ??= closeAll()),
  };
}

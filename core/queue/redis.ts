import { createRedisBackend, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { type Backend, defaultJobOptions, errorReporter, type QueueLog, WORKER_OPTIONS } from './backend.ts';
import { settled, within } from './failure.ts';

const ANSWER = 1_000;

/** The braces keep a queue's keys in one slot of a Redis Cluster. */
const PREFIX = '{tocsin}';

const CONNECTION = {
  connectTimeout: 5_000,
  disconnectTimeout: 500,
  retryStrategy: (times: number): number => Math.min(50 * 2 ** Math.min(times, 6), 1_000),
};

/**
 * BullMQ on Redis. Opens also while Redis is away: producers then fail within a second, workers wait for it.
 * @param url redis:// or rediss://
 */
export async function openRedisBackend({ url, log }: { url: string; log: QueueLog }): Promise<Backend> {
  const report = errorReporter(log, 'redis');
  const producing = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: ANSWER,
    ...CONNECTION,
  });
  producing.on('error', report);
  // Nothing is queued while offline, so give the first connection a moment before the first job.
  await settled(ANSWER, new Promise((resolve) => producing.once('ready', resolve)));

  let working: Redis | undefined;
  const workingConnection = (): Redis => {
    if (!working) {
      working = new Redis(url, { maxRetriesPerRequest: null, ...CONNECTION });
      working.on('error', report);
    }
    return working;
  };

  return {
    kind: 'redis',
    producer: (name) => {
      const options = {
        connection: producing,
        prefix: PREFIX,
        defaultJobOptions: defaultJobOptions(name),
        // Else a Redis that is away at the start would be remembered as away for good.
        skipWaitingForReady: true,
        skipVersionCheck: true,
      };
      return new Queue(name, options, createRedisBackend).on('error', report);
    },
    consumer: (name, processor, concurrency) =>
      new Worker(
        name,
        processor,
        { ...WORKER_OPTIONS, connection: workingConnection(), prefix: PREFIX, concurrency },
        createRedisBackend,
      ),
    healthy: () => checkRedis(producing),
    close: async () => {
      producing.disconnect();
      working?.disconnect();
    },
  };
}

async function checkRedis(redis: Redis): Promise<void> {
  const memory = await within(2 * ANSWER, 'Redis does not answer', redis.info('memory'));
  const policy = /^maxmemory_policy:(\S+)/m.exec(memory)?.[1];
  if (policy !== 'noeviction') {
    throw new Error(
      `Redis may drop jobs when its memory is full: its maxmemory-policy is "${policy}" and must be "noeviction".`,
    );
  }
}

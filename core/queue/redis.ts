import { createRedisBackend, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { type Backend, defaultJobOptions, errorReporter, type QueueLog, WORKER_OPTIONS } from './backend.ts';
import { settled, within } from './failure.ts';

const ANSWER = 1_000;

/** Each network's queues are its own on a Redis that several share. The braces keep their keys in one slot of a Redis Cluster. */
const prefixOf = (network: string): string => `{tocsin-${network}}`;

const CONNECTION = {
  connectTimeout: 5_000,
  disconnectTimeout: 500,
  retryStrategy: (times: number): number => Math.min(50 * 2 ** Math.min(times, 6), 1_000),
};

interface ConnectionOptions {
  /** null: a command waits until Redis is back. */
  maxRetriesPerRequest: number | null;
  enableOfflineQueue?: boolean;
  commandTimeout?: number;
}

/**
 * BullMQ on Redis. Opens also while Redis is away: producers then fail within a second, workers wait for it.
 * @param url redis:// or rediss://
 * @param network what the network is known by, in characters that may stand in a key
 */
export async function openRedisBackend({
  url,
  network,
  log,
}: {
  url: string;
  network: string;
  log: QueueLog;
}): Promise<Backend> {
  const prefix = prefixOf(network);
  const report = errorReporter(log, 'redis');
  const connect = (options: ConnectionOptions): Redis =>
    new Redis(url, { ...CONNECTION, ...options }).on('error', report);
  const producing = connect({ enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: ANSWER });
  // Nothing is queued while offline, so give the first connection a moment before the first job.
  await settled(ANSWER, new Promise((resolve) => producing.once('ready', resolve)));

  let working: Redis | undefined;
  const workingConnection = (): Redis => (working ??= connect({ maxRetriesPerRequest: null }));

  return {
    kind: 'redis',
    producer: (name) => {
      const options = {
        connection: producing,
        prefix,
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
        { ...WORKER_OPTIONS, connection: workingConnection(), prefix, concurrency },
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

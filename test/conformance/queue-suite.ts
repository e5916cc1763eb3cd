import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe } from '@jest/globals';
import type { Job } from '../../core/queue/jobs.ts';
import { openQueues, type Queues } from '../../core/queue/queue.ts';
import { describeWithRedis } from '../support/needs.ts';
import { until } from '../support/until.ts';
import { postgresStore, type QueueStore, redisStore } from './queue-store.ts';

export const silent = { info: () => {}, warn: () => {}, error: () => {} };
export const oneAtATime = { concurrency: 1, timeout: 10_000 };

export const mail = (): Job<'email'> => ({ delivery: randomUUID(), attempt: 1 });

/** Waits until no mail waits, runs or is delayed. */
export async function drained(queues: Queues): Promise<void> {
  await until(async () => Object.values((await queues.counts()).email).every((count) => count === 0));
}

interface Suite {
  /** The running store that the tests of a file share. */
  store: () => QueueStore;
  /** Another one, not started yet; the test removes it. */
  newStore: () => Promise<QueueStore>;
  /** Queues on the shared store, closed after the test. */
  open: () => Promise<Queues>;
}

/** One suite on every backend: what is true of one must be true of the other. */
export function describeQueues(define: (backend: Queues['backend'], suite: Suite) => void): void {
  describe('on PostgreSQL', () => {
    define('postgres', prepare(postgresStore));
  });
  describeWithRedis('on Redis', () => {
    define('redis', prepare(redisStore));
  });
}

function prepare(newStore: () => Promise<QueueStore>): Suite {
  let store: QueueStore;
  const opened: Queues[] = [];
  beforeAll(async () => {
    store = await newStore();
    await store.start();
  }, 60_000);
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((queues) => queues.close()));
  });
  afterAll(() => store.remove(), 30_000);
  return {
    store: () => store,
    newStore,
    open: async () => {
      const queues = await openQueues({ ...store.urls, network: 'test', log: silent });
      opened.push(queues);
      return queues;
    },
  };
}

import type { BaseAdapter } from '@bull-board/api/baseAdapter';
import { type Backend, JOB_STATES, type JobOptions, type JobState, type Producer, type QueueLog } from './backend.ts';
import { boardOf } from './board.ts';
import { settled, within } from './failure.ts';
import { type Job, jobId, parseJob, QUEUE_NAMES, type QueueName } from './jobs.ts';
import { openPostgresBackend } from './postgres.ts';
import { openRedisBackend } from './redis.ts';
import { type JobProcessor, type QueueWorker, startWorker, type WorkOptions } from './worker.ts';

/** The queues of one process. Jobs carry ids; what a queue forgets, the sweep adds again. */
export interface Queues {
  readonly backend: 'redis' | 'postgres';
  /**
   * Adds a job unless one with its id is pending.
   * @param options delay: milliseconds before it may run
   * @throws Error for a payload that is not the queue's; QueueUnavailable within two seconds when the store is away
   */
  add<N extends QueueName>(name: N, job: Job<N>, options?: { delay?: number }): Promise<void>;
  /** Adds many; after a failure some may have been added, and adding all again does no harm. */
  addMany<N extends QueueName>(name: N, jobs: { job: Job<N>; delay?: number }[]): Promise<void>;
  /** Starts one worker; a processor that throws is retried unless it throws FinalFailure. */
  work<N extends QueueName>(name: N, processor: JobProcessor<N>, options: WorkOptions): Promise<QueueWorker>;
  counts(): Promise<Record<QueueName, Record<JobState, number>>>;
  /** All of them, as Bull Board shows them. */
  board(): Promise<BaseAdapter[]>;
  /** @throws Error with a sentence that says why the queue cannot be relied on */
  healthy(): Promise<void>;
  /** Closes the workers (see QueueWorker, also for `grace`), then every connection; never takes longer than grace and 3 s. */
  close(grace?: number): Promise<void>;
}

const ANSWER = 2_000;
const CLOSED = 500;
const BATCH = 500;

/**
 * Opens the queues on Redis when there is a `redisUrl`, else on PostgreSQL, in the schema `bullmq` that it migrates.
 * @param network what the network is known by: on a Redis that several share, none takes another's jobs
 * @throws QueueUnavailable when PostgreSQL is to hold the queue and is away; Redis may come later
 */
export async function openQueues({
  redisUrl,
  databaseUrl,
  network,
  log,
}: {
  redisUrl?: string | undefined;
  databaseUrl: string;
  network: string;
  log: QueueLog;
}): Promise<Queues> {
  const backend = redisUrl
    ? await openRedisBackend({ url: redisUrl, network, log })
    : await openPostgresBackend({ url: databaseUrl, log });
  const producers = perQueue((name) => backend.producer(name));
  const workers = new Set<QueueWorker>();

  return {
    backend: backend.kind,
    add: async (name, job, { delay } = {}) => {
      const data = parseJob(name, job);
      await within(
        ANSWER,
        `The job was not added to "${name}"`,
        producers[name].add(name, data, options(name, data, delay)),
      );
    },
    addMany: (name, jobs) => addMany(producers[name], name, jobs),
    work: async (name, processor, workOptions) => {
      const worker = await startWorker(backend, log, name, processor, workOptions);
      workers.add(worker);
      return worker;
    },
    counts: () => countJobs(producers),
    board: () => boardOf(Object.values(producers)),
    healthy: () => backend.healthy(),
    close: (grace) => closeAll(backend, workers, producers, grace),
  };
}

function options<N extends QueueName>(name: N, job: Job<N>, delay = 0): JobOptions {
  return { jobId: jobId(name, job), delay: Math.max(0, Math.ceil(delay)) };
}

async function addMany<N extends QueueName>(
  producer: Producer,
  name: N,
  jobs: { job: Job<N>; delay?: number }[],
): Promise<void> {
  const entries = jobs.map(({ job, delay }) => {
    const data = parseJob(name, job);
    return { name, data, opts: options(name, data, delay) };
  });
  for (let start = 0; start < entries.length; start += BATCH) {
    const batch = entries.slice(start, start + BATCH);
    await within(2 * ANSWER, `Not all jobs were added to "${name}"`, producer.addBulk(batch));
  }
}

async function countJobs(producers: Record<QueueName, Producer>): Promise<Record<QueueName, Record<JobState, number>>> {
  const counted = QUEUE_NAMES.map((name) => producers[name].getJobCounts(...JOB_STATES));
  const counts = await within(ANSWER, 'The jobs cannot be counted', Promise.all(counted));
  return perQueue((_, index) => counts[index] as Record<JobState, number>);
}

function perQueue<T>(make: (name: QueueName, index: number) => T): Record<QueueName, T> {
  return Object.fromEntries(QUEUE_NAMES.map((name, index) => [name, make(name, index)])) as Record<QueueName, T>;
}

async function closeAll(
  backend: Backend,
  workers: Set<QueueWorker>,
  producers: Record<QueueName, Producer>,
  grace?: number,
): Promise<void> {
  await Promise.all([...workers].map((worker) => worker.close(grace)));
  await settled(CLOSED, Promise.all(Object.values(producers).map((producer) => producer.close())));
  await settled(CLOSED, backend.close());
}

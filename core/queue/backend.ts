import type { DefaultJobOptions, Processor } from 'bullmq';
import type { Logger } from 'pino';
import { type QueueName, RETRIES } from './jobs.ts';

export type QueueLog = Pick<Logger, 'info' | 'warn' | 'error'>;

/** What the queues use of BullMQ's Queue, whichever store it writes to. */
export interface Producer {
  add(name: string, data: unknown, options: JobOptions): Promise<unknown>;
  addBulk(jobs: { name: string; data: unknown; opts: JobOptions }[]): Promise<unknown>;
  getJobCounts(...states: JobState[]): Promise<Record<string, number>>;
  close(): Promise<void>;
}

/** What the queues use of BullMQ's Worker. */
export interface Consumer {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: FailedJob | undefined, error: Error) => void): unknown;
  on(event: 'stalled', listener: (jobId: string) => void): unknown;
  waitUntilReady(): Promise<unknown>;
  pause(): Promise<void>;
  close(force: boolean): Promise<void>;
}

export interface JobOptions {
  jobId: string;
  delay?: number;
}

export interface FailedJob {
  id?: string | undefined;
  attemptsMade: number;
}

export const JOB_STATES = ['waiting', 'active', 'delayed'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** One store for jobs; everything it opens reports its errors to the log instead of throwing them at the process. */
export interface Backend {
  readonly kind: 'redis' | 'postgres';
  producer(name: QueueName): Producer;
  consumer(name: QueueName, processor: Processor, concurrency: number): Consumer;
  /** @throws Error with a sentence when the store cannot be relied on */
  healthy(): Promise<void>;
  close(): Promise<void>;
}

/**
 * How BullMQ watches over a running job: a worker that died, or never heard that it got the job because its connection
 * was cut, loses the job after the lock and up to two checks,
 * 15 seconds at worst; one whose event loop stands still for the lock's length has its job run twice.
 */
export const WORKER_OPTIONS = {
  lockDuration: 10_000,
  stalledInterval: 2_500,
  // A job that outlived many killed workers is no worse for it.
  maxStalledCount: 1_000,
  drainDelay: 2,
  runRetryDelay: 500,
};

/** A job leaves nothing behind, so that its id is free again: what is due stands in PostgreSQL. */
export function defaultJobOptions(name: QueueName): DefaultJobOptions {
  const { attempts, delay } = RETRIES[name];
  return { attempts, backoff: { type: 'exponential', delay }, removeOnComplete: true, removeOnFail: true };
}

const REPORT_EVERY = 10_000;

/** Logs an error, but the same sentence at most once in ten seconds: a store that is away fails many times a second. */
export function errorReporter(log: QueueLog, part: string): (error: Error) => void {
  const reported = new Map<string, number>();
  return (error) => {
    const now = Date.now();
    for (const [message, at] of reported) if (now - at >= REPORT_EVERY) reported.delete(message);
    if (reported.has(error.message)) return;
    reported.set(error.message, now);
    log.warn({ part, error: error.message || error.name }, 'The queue reports an error; it goes on by itself.');
  };
}

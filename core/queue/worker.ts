import type { Backend, Consumer, QueueLog } from './backend.ts';
import { errorReporter } from './backend.ts';
import { FinalFailure, settled } from './failure.ts';
import { type Job, parseJob, type QueueName, RETRIES } from './jobs.ts';

export type JobProcessor<N extends QueueName> = (job: Job<N>, signal: AbortSignal) => Promise<void>;

/** `timeout` in milliseconds: then the signal aborts, and the job counts as failed whether or not the processor heeds it. */
export interface WorkOptions {
  concurrency: number;
  timeout: number;
}

export interface QueueWorker {
  /**
   * Takes no more jobs, waits `grace` milliseconds for the running ones, aborts them, and lets go. A job that was
   * aborted is retried; one that ignores the signal is taken over by another worker when its lock expires. Called again
   * with less grace, it hurries.
   */
  close(grace?: number): Promise<void>;
}

const GRACE = 1_000;
const AFTER_ABORT = 500;
const FORCED = 500;

/** Starts taking jobs from one queue. Returns once the store answered, or after a second, whichever is first. */
export async function startWorker<N extends QueueName>(
  backend: Backend,
  log: QueueLog,
  name: N,
  process: JobProcessor<N>,
  { concurrency, timeout }: WorkOptions,
): Promise<QueueWorker> {
  const running = new Set<AbortController>();
  const consumer = backend.consumer(name, (job) => runJob(name, job.data, process, timeout, running), concurrency);
  reportTo(log, name, consumer);
  await settled(GRACE, consumer.waitUntilReady());

  const impatience = new AbortController();
  let closing: Promise<void> | undefined;
  return {
    async close(grace = GRACE) {
      const timer = setTimeout(() => impatience.abort(), grace);
      await (closing ??= stop(consumer, running, impatience.signal));
      clearTimeout(timer);
    },
  };
}

async function runJob<N extends QueueName>(
  name: N,
  payload: unknown,
  process: JobProcessor<N>,
  timeout: number,
  running: Set<AbortController>,
): Promise<void> {
  const job = parsedOrFinal(name, payload);
  const controller = new AbortController();
  const { signal } = controller;
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  const timer = setTimeout(() => controller.abort(new Error(`The job took longer than ${timeout} ms.`)), timeout);
  running.add(controller);
  try {
    await Promise.race([process(job, signal), aborted]);
  } finally {
    clearTimeout(timer);
    running.delete(controller);
  }
}

/** What another version of Tocsin may have left in the queue does not get better by trying again. */
function parsedOrFinal<N extends QueueName>(name: N, payload: unknown): Job<N> {
  try {
    return parseJob(name, payload);
  } catch (error) {
    throw new FinalFailure((error as Error).message);
  }
}

function reportTo(log: QueueLog, name: QueueName, consumer: Consumer): void {
  consumer.on('error', errorReporter(log, `worker ${name}`));
  consumer.on('stalled', (job) => log.warn({ queue: name, job }, 'The job lost its worker and starts again.'));
  consumer.on('failed', (job, error) => {
    const facts = { queue: name, job: job?.id, attempt: job?.attemptsMade, error: error.message };
    if (error instanceof FinalFailure) log.warn(facts, 'The job failed for good.');
    else if (job && job.attemptsMade < RETRIES[name].attempts) log.warn(facts, 'The job failed and will be retried.');
    else log.error(facts, 'The job failed too often; the next sweep brings back what is still due.');
  });
}

async function stop(consumer: Consumer, running: Set<AbortController>, impatience: AbortSignal): Promise<void> {
  // BullMQ's own graceful close waits for ever on a hung job and cannot be forced afterwards; pausing can.
  const paused = consumer.pause().catch(() => undefined);
  const cut = new Promise<void>((resolve) => {
    impatience.addEventListener('abort', () => resolve(), { once: true });
  });
  await Promise.race([paused, cut]);
  for (const controller of running) controller.abort(new Error('The worker is stopping.'));
  await settled(AFTER_ABORT, paused);
  await settled(FORCED, consumer.close(true));
}

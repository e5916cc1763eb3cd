import { z } from 'zod';

/** A decimal number of any size, as text: a position's sequence does not fit into a JSON number. */
const sequence = z.string().regex(/^\d{1,20}$/);

/** A step token: whatever the escalation minted, in characters that may stand in a job id. */
const token = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

const time = z.iso.datetime({ offset: true });

const acknowledgement = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open'), warning: z.uuid(), team: z.uuid(), sequence }),
  z.strictObject({ kind: z.literal('fire'), escalation: z.uuid(), token, dueAt: time }),
]);

const email = z.strictObject({ delivery: z.uuid(), attempt: z.int().nonnegative() });

const digest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('due'), at: time }),
  z.strictObject({ kind: z.literal('instant'), sequence }),
]);

/** All digests that are due to leave; `at`: since when some are. */
const mailing = z.strictObject({ at: time });

/** The payload of each queue. Strict, so that content cannot slip in: jobs carry ids, the truth is in PostgreSQL. */
export const JOB_PAYLOADS = { acknowledgement, email, digest, mailing };

export type QueueName = keyof typeof JOB_PAYLOADS;
export type Job<N extends QueueName> = z.infer<(typeof JOB_PAYLOADS)[N]>;

export const QUEUE_NAMES = Object.keys(JOB_PAYLOADS) as QueueName[];

/** How often a job that throws is tried, and how long before the first retry (milliseconds, doubling after each). */
export const RETRIES: Record<QueueName, { attempts: number; delay: number }> = {
  acknowledgement: { attempts: 8, delay: 250 },
  email: { attempts: 5, delay: 1_000 },
  digest: { attempts: 5, delay: 1_000 },
  mailing: { attempts: 5, delay: 1_000 },
};

const JOB_IDS: { [N in QueueName]: (job: Job<N>) => string } = {
  acknowledgement: (job) =>
    job.kind === 'open' ? `open-${job.warning}-${job.team}-${job.sequence}` : `fire-${job.escalation}-${job.token}`,
  email: (job) => `email-${job.delivery}-${job.attempt}`,
  digest: (job) => (job.kind === 'due' ? `due-${Date.parse(job.at)}` : `instant-${job.sequence}`),
  mailing: (job) => `mailing-${Date.parse(job.at)}`,
};

/**
 * The id under which a job is pending at most once; it is free again as soon as the job is done or has failed.
 * BullMQ takes no `:` in an id, nor one of digits alone.
 */
export function jobId<N extends QueueName>(name: N, job: Job<N>): string {
  return JOB_IDS[name](job);
}

/**
 * Checks a payload, on its way into a queue and again on its way out.
 * @throws Error naming the queue and each field that is wrong
 */
export function parseJob<N extends QueueName>(name: N, payload: unknown): Job<N> {
  const parsed = JOB_PAYLOADS[name].safeParse(payload);
  if (parsed.success) return parsed.data as Job<N>;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'payload'}: ${issue.message}`);
  throw new Error(`This is no job of the queue "${name}": ${wrong.join('; ')}.`);
}

import type { RetentionDays } from '../../core/domain/retention.ts';
import { settled } from '../../core/queue/failure.ts';
import type { Queues } from '../../core/queue/queue.ts';
import { expireWarning } from '../../core/store/commands/cancel.ts';
import { lookForGaps } from '../../core/store/commands/policy-gap.ts';
import { countRunningEscalations, dropEventMonths, ensureEventMonths, overdueWarnings } from '../../core/store/due.ts';
import { forgetAnswers } from '../../core/store/idempotency.ts';
import { teamsToLookAt } from '../../core/store/policy-gaps.ts';
import { forgetOld } from '../../core/store/retention.ts';
import type { Store } from '../../core/store/store.ts';
import { countReturns } from '../../core/store/suppressions.ts';
import type { Reign } from '../dispatcher/leadership.ts';
import type { WorkerLog } from '../log.ts';
import type { WorkerMetrics } from '../metrics.ts';
import { sweep } from './sweep.ts';

const second = 1_000;
const hour = 3_600 * second;

/**
 * What is looked after from time to time, by whoever leads. It does not go through the queue: warnings expire, and lost
 * jobs come back, also after the queue's store was away.
 */
export function startHousekeeping(options: {
  store: Store;
  queues: Queues;
  metrics: WorkerMetrics;
  retentionDays: number;
  retention: RetentionDays;
  log: WorkerLog;
}): Reign {
  const { store, queues, metrics, retentionDays, retention, log } = options;
  const chores = [
    every(1 * second, 'recognise the database', recognition(store, metrics, log), log),
    every(1 * second, 'expire warnings', () => expire(store), log),
    every(30 * second, 'sweep what is due', () => sweep(store.sql, queues), log),
    every(30 * second, 'count what runs and what came back', () => count(store, metrics), log),
    every(hour, 'forget old answers', () => forgetAnswers(store.sql), log),
    every(hour, 'forget what was kept for long enough', () => forget(store, retention, log), log),
    every(hour, 'look for gaps in escalation policies', () => lookForEachGap(store), log),
    every(hour, 'make months', () => ensureEventMonths(store.sql), log),
    every(hour, 'drop months', () => drop(store, retentionDays, log), log),
  ];
  return {
    async close() {
      await Promise.all(chores.map((chore) => chore.close()));
      metrics.runningEscalations.set(0);
      metrics.returned.reset();
      metrics.suppressed.set(0);
    },
  };
}

/** Looks whether the log is still the one that it was, and says so when all is held and when it is released. */
function recognition(store: Store, { held }: WorkerMetrics, log: WorkerLog): () => Promise<void> {
  let before: Date | null = null;
  return async () => {
    const since = await store.recognise();
    held.set(since ? 1 : 0);
    if (since && !before)
      log.error({ since }, 'The database was restored: no mail leaves and no step fires until `tocsin release`.');
    if (!since && before) log.info({}, 'What was held is released.');
    before = since;
  };
}

async function expire({ sql, writer }: Store): Promise<void> {
  await Promise.all((await overdueWarnings(sql)).map((id) => writer.run(expireWarning(id))));
}

async function lookForEachGap(store: Store): Promise<void> {
  for (const team of await teamsToLookAt(store)) await store.writer.run(lookForGaps(team));
}

async function drop({ sql }: Store, retentionDays: number, log: WorkerLog): Promise<void> {
  const months = await dropEventMonths(sql, retentionDays);
  if (months.length > 0) log.info({ months, retentionDays }, 'Months of the log were dropped: their time is over.');
}

async function forget({ sql }: Store, retention: RetentionDays, log: WorkerLog): Promise<void> {
  const rows = await forgetOld(sql, retention);
  if (Object.keys(rows).length > 0) log.info({ rows }, 'What was kept for long enough was deleted.');
}

async function count({ sql }: Store, { runningEscalations, returned, suppressed }: WorkerMetrics): Promise<void> {
  runningEscalations.set(await countRunningEscalations(sql));
  const counted = await countReturns(sql);
  suppressed.set(counted.suppressed);
  for (const [weight, mails] of Object.entries(counted.returned)) returned.set({ weight }, mails);
}

/** Milliseconds after a failure until a chore is tried again, and that closing waits for one in hand. */
const again = 2 * second;
const patience = 500;

/** Does a chore now and then again and again, never twice at once. */
function every(milliseconds: number, name: string, chore: () => Promise<unknown>, log: WorkerLog): Reign {
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  const run = async (): Promise<void> => {
    let next = milliseconds;
    try {
      await chore();
    } catch (error) {
      next = Math.min(milliseconds, again);
      log.warn({ chore: name, error: (error as Error).message }, 'A chore failed; it is tried again.');
    }
    if (!closed) timer = setTimeout(() => void (running = run()), next);
  };
  let running = run();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await settled(patience, running);
    },
  };
}

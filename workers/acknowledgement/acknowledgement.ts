import type { Job } from '../../core/queue/jobs.ts';
import type { Queues } from '../../core/queue/queue.ts';
import { fireEscalation, openEscalation } from '../../core/store/commands/escalate.ts';
import type { Store } from '../../core/store/store.ts';
import type { Command } from '../../core/store/unit.ts';
import { enqueue } from '../dispatcher/enqueue.ts';
import { fireJob } from '../dispatcher/plan.ts';
import { horizon } from '../housekeeping/sweep.ts';
import type { WorkerLog } from '../log.ts';
import type { WorkerMetrics } from '../metrics.ts';
import type { Work } from '../reachability.ts';

/** Firings commit in groups: many at once is what makes a group. */
const concurrency = 96;
/** Milliseconds that a command may take; then the job goes back. */
const timeout = 8_000;
/** Milliseconds after which a job that came early is surely off the queue, so that its id is free again. */
const released = 100;

type FireJob = Extract<Job<'acknowledgement'>, { kind: 'fire' }>;

/** Opens escalations and fires their steps, as commands; what is due within a minute gets its job at once. */
export async function startAcknowledgement(options: {
  store: Store;
  queues: Queues;
  metrics: WorkerMetrics;
  log: WorkerLog;
}): Promise<Work> {
  const { store, queues, metrics, log } = options;
  const early = new Set<NodeJS.Timeout>();

  async function open(warning: string, team: string): Promise<void> {
    const { firings, now } = await store.writer.run(timed(openEscalation(warning, team)));
    const soon = firings.map((firing) => ({
      ...firing,
      escalationId: firing.escalation,
      inMilliseconds: firing.firesAt.getTime() - now.getTime(),
    }));
    await enqueue(queues, soon.filter(({ inMilliseconds }) => inMilliseconds <= horizon).map(fireJob));
  }

  async function fire({ escalation, token, dueAt }: FireJob): Promise<void> {
    const { now, ...outcome } = await store.writer.run(timed(fireEscalation(escalation, token)));
    if (outcome.outcome === 'fired') {
      metrics.lateness.observe(Math.max(0, now.getTime() - Date.parse(dueAt)) / 1000);
    } else if (outcome.outcome === 'early') {
      const { firesAt } = outcome;
      putOff({ escalationId: escalation, token, firesAt, inMilliseconds: firesAt.getTime() - now.getTime() });
    }
  }

  /** The queue's clock runs ahead of the database's: the job comes again, later by what the database says is left. */
  function putOff(firing: Parameters<typeof fireJob>[0]): void {
    if (firing.inMilliseconds > horizon) return;
    const wait = setTimeout(() => {
      early.delete(wait);
      const left = { ...firing, inMilliseconds: firing.inMilliseconds - released };
      enqueue(queues, [fireJob(left)]).catch((error: Error) => {
        log.warn({ error: error.message }, 'A step that came early waits for the next sweep.');
      });
    }, released);
    early.add(wait);
  }

  const worker = await queues.work(
    'acknowledgement',
    (job) => (job.kind === 'open' ? open(job.warning, job.team) : fire(job)),
    { concurrency, timeout },
  );
  return {
    async close(grace) {
      for (const wait of early) clearTimeout(wait);
      await worker.close(grace);
    },
  };
}

/** A command's answer with the database's clock as of its commit. */
function timed<R extends object>(command: Command<R>): Command<R & { now: Date }> {
  return async (unit) => ({ ...(await command(unit)), now: unit.now });
}

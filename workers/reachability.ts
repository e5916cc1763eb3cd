import { settled } from '../core/queue/failure.ts';
import type { Queryable } from '../core/store/unit.ts';
import type { Reign } from './dispatcher/leadership.ts';
import type { WorkerLog } from './log.ts';

/** Milliseconds between two looks, and that the database has to answer one. */
const every = 1_000;
const patience = 1_500;

/**
 * Takes jobs only while the database answers: a process that is cut off from it, and not from the queue, would else take job
 * after job from those that could do them.
 * @param start begins to take jobs
 */
export async function whileReachable(sql: Queryable, start: () => Promise<Reign>, log: WorkerLog): Promise<Reign> {
  let working: Reign | undefined = await start();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  async function look(): Promise<void> {
    const answers = await isReachable(sql);
    if (closed || answers === (working !== undefined)) return;
    if (answers) {
      const begun = await start();
      if (closed) return begun.close();
      working = begun;
      log.info({}, 'The database answers again: jobs are taken.');
      return;
    }
    log.warn({}, 'The database does not answer: jobs are left to others.');
    const former = working;
    working = undefined;
    await former?.close();
  }

  function schedule(): void {
    if (!closed) timer = setTimeout(() => void look().catch(report).then(schedule), every);
  }
  const report = (error: Error): void =>
    log.warn({ error: error.message }, 'The queue cannot be worked on; trying again.');
  schedule();

  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await working?.close();
    },
  };
}

async function isReachable(sql: Queryable): Promise<boolean> {
  let answered = false;
  await settled(
    patience,
    sql.query('SELECT 1').then(() => (answered = true)),
  );
  return answered;
}

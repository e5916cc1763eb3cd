import { settled } from '../core/queue/failure.ts';
import type { Queryable } from '../core/store/unit.ts';
import type { WorkerLog } from './log.ts';

/** Milliseconds between two looks, and that the database has to answer one. */
const every = 1_000;
const patience = 1_500;
/** Milliseconds for what is in hand when the database stops to answer: longer than it is away as a rule. */
const leisure = 600_000;

/** Jobs that are taken; `grace`: milliseconds that closing gives to those in hand. Called again with less, it hurries. */
export interface Work {
  close(grace: number): Promise<void>;
}

/**
 * Takes jobs only while the database answers: a process that is cut off from it, and not from the queue, would else take job
 * after job from those that could do them. What is in hand goes on: its own timeouts end it, and what a mail server has
 * said is written down as soon as the database is back.
 * @param start begins to take jobs
 */
export async function whileReachable(sql: Queryable, start: () => Promise<Work>, log: WorkerLog): Promise<Work> {
  let working: Work | undefined = await start();
  const leaving = new Set<Work>();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let grace = 0;

  async function look(): Promise<void> {
    const answers = await isReachable(sql);
    if (closed || answers === (working !== undefined)) return;
    if (answers) {
      const begun = await start();
      if (closed) return begun.close(grace);
      working = begun;
      log.info({}, 'The database answers again: jobs are taken.');
    } else if (working) {
      log.warn({}, 'The database does not answer: jobs are left to others.');
      leave(working);
      working = undefined;
    }
  }

  function leave(former: Work): void {
    leaving.add(former);
    void former
      .close(leisure)
      .catch(report)
      .then(() => leaving.delete(former));
  }

  function schedule(): void {
    if (!closed) timer = setTimeout(() => void look().catch(report).then(schedule), every);
  }
  const report = (error: Error): void =>
    log.warn({ error: error.message }, 'The queue cannot be worked on; trying again.');
  schedule();

  return {
    async close(given) {
      closed = true;
      grace = given;
      clearTimeout(timer);
      await Promise.all([...leaving, ...(working ? [working] : [])].map((one) => one.close(given)));
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

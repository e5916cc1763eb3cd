import type { Queryable } from '../core/store/unit.ts';

/** The time of the network, which is its database's: what the log says happened is never in the future. */
export interface Clock {
  readonly now: () => Date;
  readonly close: () => void;
}

/** @param every milliseconds between looks at the database's clock */
export async function openClock(sql: Queryable, every = 60_000): Promise<Clock> {
  let ahead = await lookedAt(sql);
  const look = async (): Promise<void> => {
    // What was known holds while the database is away.
    ahead = await lookedAt(sql).catch(() => ahead);
  };
  const timer = setInterval(() => void look(), every).unref();
  return { now: () => new Date(Date.now() + ahead), close: () => clearInterval(timer) };
}

/** Milliseconds by which the database's clock is ahead of ours: it was read halfway between question and answer. */
async function lookedAt(sql: Queryable): Promise<number> {
  const asked = Date.now();
  const { rows } = await sql.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  const answered = Date.now();
  return Math.round((rows[0]?.now.getTime() ?? asked) - (asked + answered) / 2);
}

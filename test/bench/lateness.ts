import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startMailSink } from '../../cli/embedded/mail-sink.ts';
import type { Queryable } from '../../core/store/unit.ts';
import { findPrograms } from '../support/programs.ts';
import { startRedis } from '../support/redis.ts';
import { startChild, type Child } from './child.ts';
import type { Figure, Part } from './figures.ts';
import type { Ground } from './ground.ts';
import { withStore } from './network.ts';
import type { Size } from './sizes.ts';
import { percentile } from './statistics.ts';
import { waitingTeams, type Expected } from './waiting-teams.ts';

/** Milliseconds after the last is due until what is still pending counts as that late, and more. */
const grace = 10_000;
/** Milliseconds between two looks at what has fired. */
const between = 500;

/** How much later than due escalations fire, with real workers and real mail, while many more wait. */
export async function measureLateness(ground: Ground, size: Size['lateness'], judged: boolean): Promise<Part> {
  const figures: Figure[] = [];
  const notes = [
    'fired_at − fires_at, both by the database’s clock, of every firing that fell due in the window; each sends a mail by SMTP.',
  ];
  for (const queue of size.queues) {
    if (queue === 'redis' && findPrograms(process.env).redis.path === undefined) {
      notes.push(`Not measured on Redis: redis-server is missing. ${findPrograms(process.env).redis.remedy}`);
      continue;
    }
    const redis = queue === 'redis' ? await startRedis() : undefined;
    try {
      figures.push(...(await measureOn(ground, queue, redis?.url, size, judged)));
    } finally {
      await redis?.stop();
    }
  }
  return {
    title: `Escalation lateness, ${size.pending} firings pending, ${size.perSecond} due a second`,
    figures,
    notes,
  };
}

async function measureOn(
  ground: Ground,
  queue: 'postgres' | 'redis',
  redisUrl: string | undefined,
  size: Size['lateness'],
  judged: boolean,
): Promise<Figure[]> {
  const databaseUrl = await ground.database(`lateness_${queue}`);
  const sink = await startMailSink({ directory: path.join(ground.directory, `mail-${queue}`), log: () => undefined });
  try {
    return await withStore(databaseUrl, async (store) => {
      const expected = await waitingTeams(store, size);
      const worker = startChild('cli/main.js', {
        ...ground,
        name: `worker-${queue}`,
        args: ['work'],
        env: {
          DATABASE_URL: databaseUrl,
          SMTP_URL: sink.url,
          TOCSIN_DATA_DIR: ground.directory,
          ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
        },
      });
      const began = expected.over - size.seconds * 1_000;
      if (began < 0)
        throw new Error(`Preparing took ${-began} ms longer than the ${size.lead} s that were left for it.`);
      const figures = await watch(store.sql, queue, expected, worker, judged);
      await worker.stop();
      return figures;
    });
  } finally {
    await sink.stop();
  }
}

async function watch(
  sql: Queryable,
  queue: string,
  expected: Expected,
  worker: Child<never>,
  judged: boolean,
): Promise<Figure[]> {
  const late = performance.now() + expected.over + grace;
  await Promise.race([delay(expected.over), worker.ended]);
  let fired = await latenesses(sql, expected.due);
  while (fired.some(({ pending }) => pending) && performance.now() < late) {
    await Promise.race([delay(between), worker.ended]);
    fired = await latenesses(sql, expected.due);
  }
  const all = fired.map(({ milliseconds }) => milliseconds);
  const lost = fired.filter(({ pending }) => pending).length;
  const p99 = percentile(all, 0.99);
  const { rows } = await sql.query<{ sent: number; waiting: number }>(
    `SELECT (SELECT count(*) FROM delivery WHERE state = 'sent') AS sent,
       (SELECT count(*) FROM escalation_firing WHERE state = 'pending') AS waiting`,
  );
  const { sent = 0, waiting = 0 } = rows[0] ?? {};
  const note = `worst ${Math.max(...all).toFixed(0)} ms; ${all.length - lost} of ${expected.due} fired, ${sent} mails sent, ${waiting} of ${expected.pending} firings, of ${expected.escalations} escalations, still wait`;
  return [
    {
      name: `queue on ${queue === 'redis' ? 'Redis' : 'PostgreSQL'}`,
      value: percentile(all, 0.5),
      p99,
      unit: 'ms',
      note,
      ...(judged && { target: { words: 'p99 ≤ 1 s', holds: p99 <= 1_000 && lost === 0 } }),
    },
  ];
}

/** The first ones that are due, in milliseconds; of those that have not fired, how late they are so far. */
async function latenesses(sql: Queryable, first: number): Promise<{ milliseconds: number; pending: boolean }[]> {
  const { rows } = await sql.query<{ milliseconds: number; pending: boolean }>(
    `SELECT (extract(epoch FROM coalesce(fired_at, clock_timestamp()) - fires_at) * 1000)::float8 AS milliseconds,
       state = 'pending' AS pending
     FROM escalation_firing ORDER BY fires_at LIMIT $1`,
    [first],
  );
  return rows;
}

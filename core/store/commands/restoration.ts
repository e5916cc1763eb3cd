import { v7 as uuidv7 } from 'uuid';
import { network } from '../../domain/log.ts';
import { holdEverything, lookAround, settleHere, stillHolds, type Seen } from '../network.ts';
import type { Command, Unit } from '../unit.ts';

/**
 * Settles whether this is the log that the network last worked on. Another database, a log that lost what this process saw of
 * it, or a new line of history of which nobody knows whether it lost something, is one that was restored: its ledger
 * forgot what was sent, so everything that would leave is held.
 * @param seen what this process saw of the log before; null when it begins only now
 */
export function recogniseDatabase(seen: Seen | null): Command<void> {
  return async (unit) => {
    const found = await lookAround(unit.sql);
    const kept = seen === null ? null : await stillHolds(unit.sql, seen);
    if (found.sameHome && found.sameTimeline && kept !== false) return;
    const vouched = found.sameHome === null || (found.sameHome && kept === true);
    if (!vouched) {
      await holdEverything(unit.sql);
      unit.append({ id: uuidv7(), type: 'network.restored', actor: network, data: { sequence: found.head.sequence } });
    }
    await settleHere(unit.sql);
  };
}

/** What waits for an operator. */
export interface Held {
  readonly since: string | null;
  /** Mails that wait, by kind. */
  readonly mails: Readonly<Record<string, number>>;
  /** Steps that are overdue. */
  readonly steps: number;
}

export async function heldBack(unit: Pick<Unit, 'sql'>): Promise<Held> {
  const { heldSince } = await lookAround(unit.sql);
  const { rows: mails } = await unit.sql.query<{ kind: string; count: number }>(
    `SELECT kind, count(*) FROM delivery WHERE state = 'pending' GROUP BY kind ORDER BY kind`,
  );
  const { rows: steps } = await unit.sql.query<{ count: number }>(
    `SELECT count(*) FROM escalation_firing WHERE state = 'pending' AND fires_at <= clock_timestamp()`,
  );
  return {
    since: heldSince?.toISOString() ?? null,
    mails: Object.fromEntries(mails.map(({ kind, count }) => [kind, count])),
    steps: steps[0]?.count ?? 0,
  };
}

/**
 * Lets everything leave again that was held; does nothing while nothing is held.
 * @param drop what waits is taken for done: mails are not sent, and steps that are overdue do not fire
 */
export function releaseNetwork({ drop }: { drop: boolean }): Command<Held> {
  return async (unit) => {
    const held = await heldBack(unit);
    if (held.since === null) return held;
    if (drop) await dropWaiting(unit);
    await unit.sql.query('UPDATE network SET held_since = NULL');
    unit.append({ id: uuidv7(), type: 'network.released', actor: network, data: { ...held, dropped: drop } });
    return held;
  };
}

async function dropWaiting({ sql }: Unit): Promise<void> {
  await sql.query(
    `UPDATE delivery SET state = 'superseded', answer = 'Dropped by the operator when what was held was released.',
       updated_at = clock_timestamp(), content = CASE WHEN kind = 'confirmation' THEN '{}' ELSE content END
     WHERE state = 'pending'`,
  );
  await sql.query(
    `UPDATE escalation_firing SET state = 'dropped' WHERE state = 'pending' AND fires_at <= clock_timestamp()`,
  );
}

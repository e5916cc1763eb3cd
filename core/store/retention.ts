import type { RetentionDays, RetentionKind } from '../domain/retention.ts';
import type { Queryable } from './unit.ts';

interface KeptRows {
  readonly table: string;
  /** SQL: the moment from which the days are counted; NULL: its time has not begun. */
  readonly from: string;
}

/** Where what is kept for a time stands. The application may DELETE from these tables; see each one's migration. */
export const keptRows: Readonly<Record<RetentionKind, readonly KeptRows[]>> = {
  deliveries: [
    {
      table: 'delivery',
      // While its warning is active a mail is what later ones are threaded on and stand down by.
      from: `CASE WHEN state <> 'pending' AND NOT EXISTS (
        SELECT FROM warning WHERE warning.id = delivery.warning_id AND warning.state = 'active') THEN updated_at END`,
    },
  ],
  sessions: [{ table: 'session', from: 'least(ended_at, expires_at)' }],
  signInLinks: [{ table: 'sign_in_link', from: 'expires_at' }],
  invitations: [{ table: 'invitation', from: 'coalesce(ended_at, expires_at)' }],
  applications: [
    { table: 'application', from: `CASE WHEN state IN ('refused', 'withdrawn', 'unconfirmed') THEN updated_at END` },
  ],
  mailSubscribers: [
    { table: 'mail_subscriber', from: 'CASE WHEN confirmed_at IS NULL THEN created_at END' },
    {
      table: 'delivery',
      from: `CASE WHEN kind = 'subscriber-confirmation' AND state <> 'pending' THEN created_at END`,
    },
  ],
  calendars: [{ table: 'calendar', from: 'expires_at' }],
  suppressions: [
    {
      table: 'mail_subscriber',
      from: '(SELECT created_at FROM suppression WHERE suppression.address = mail_subscriber.address)',
    },
    { table: 'suppression', from: 'created_at' },
  ],
  readings: [{ table: 'warning_read', from: 'at' }],
};

/** Rows that one statement deletes, and statements that one round takes for each table: nothing is locked for long. */
const batch = 1_000;
const batches = 50;

/** Deletes what was kept for long enough, in small pieces; answers how many rows of which kind. */
export async function forgetOld(sql: Queryable, days: RetentionDays): Promise<Partial<Record<RetentionKind, number>>> {
  const deleted: Partial<Record<RetentionKind, number>> = {};
  for (const [kind, tables] of Object.entries(keptRows) as [RetentionKind, readonly KeptRows[]][]) {
    for (const rows of tables) {
      const count = await forgetIn(sql, rows, days[kind]);
      if (count > 0) deleted[kind] = (deleted[kind] ?? 0) + count;
    }
  }
  return deleted;
}

async function forgetIn(sql: Queryable, { table, from }: KeptRows, days: number): Promise<number> {
  let count = 0;
  for (let round = 0; round < batches; round += 1) {
    const { rowCount } = await sql.query(
      `DELETE FROM ${table} WHERE ctid = ANY (ARRAY(
         SELECT ctid FROM ${table} WHERE ${from} < now() - make_interval(days => $1) LIMIT ${batch}))`,
      [days],
    );
    count += rowCount ?? 0;
    if ((rowCount ?? 0) < batch) break;
  }
  return count;
}

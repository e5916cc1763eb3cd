import type { Queryable } from './unit.ts';

/** The most that one look takes: what is due soonest comes first, the rest with the next look. */
const most = 50_000;

/** A team that waits for its escalation to be opened. */
export interface UnopenedWait {
  readonly warningId: string;
  readonly teamId: string;
  readonly waitingSince: Date;
}

/** A firing that is due soon, or overdue; `inMilliseconds` by the database's clock, below 0 when overdue. */
export interface DueFiring {
  readonly escalationId: string;
  readonly token: string;
  readonly firesAt: Date;
  readonly inMilliseconds: number;
}

const unopened = `SELECT warning_id AS "warningId", team_id AS "teamId", waiting_since AS "waitingSince" FROM acknowledgement
  WHERE state = 'pending' AND expected AND opened_for IS DISTINCT FROM waiting_since`;
/** What is due is asked by the time of the statement, which an index can be searched by; how long until then, by the clock. */
const inMilliseconds = (column: string): string =>
  `(extract(epoch FROM ${column} - clock_timestamp()) * 1000)::float8 AS "inMilliseconds"`;

/** The waits of some warnings that no escalation was opened for. */
export async function unopenedWaits(sql: Queryable, warningIds: readonly string[]): Promise<UnopenedWait[]> {
  if (warningIds.length === 0) return [];
  return (await sql.query<UnopenedWait>(`${unopened} AND warning_id = ANY($1)`, [warningIds])).rows;
}

/** The waits that have gone unopened for longer than `milliseconds`: their jobs were lost. */
export async function forgottenWaits(sql: Queryable, milliseconds: number): Promise<UnopenedWait[]> {
  const { rows } = await sql.query<UnopenedWait>(
    `${unopened} AND waiting_since < clock_timestamp() - make_interval(secs => $1::float8 / 1000)
     ORDER BY waiting_since LIMIT ${most}`,
    [milliseconds],
  );
  return rows;
}

/** The firings that are due within the next `milliseconds`, and all that are overdue. */
export async function dueFirings(sql: Queryable, milliseconds: number): Promise<DueFiring[]> {
  const { rows } = await sql.query<DueFiring>(
    `SELECT escalation_id AS "escalationId", token, fires_at AS "firesAt", ${inMilliseconds('fires_at')}
     FROM escalation_firing
     WHERE state = 'pending' AND fires_at <= clock_timestamp() + make_interval(secs => $1::float8 / 1000)
     ORDER BY fires_at LIMIT ${most}`,
    [milliseconds],
  );
  return rows;
}

/** A mail that is to be tried soon, or overdue; `attempt` counts those before. */
export interface DueDelivery {
  readonly id: string;
  readonly attempt: number;
  readonly inMilliseconds: number;
}

const due = `SELECT id, attempts AS attempt, ${inMilliseconds('next_at')} FROM delivery WHERE state = 'pending' AND kind <> 'digest'`;

/** The mails that hang on some events, were not tried yet and may leave within the next `milliseconds`. */
export async function untriedDeliveries(
  sql: Queryable,
  eventIds: readonly string[],
  milliseconds: number,
): Promise<DueDelivery[]> {
  if (eventIds.length === 0) return [];
  const { rows } = await sql.query<DueDelivery>(
    `${due} AND event_id = ANY($1) AND attempts = 0
       AND next_at <= clock_timestamp() + make_interval(secs => $2::float8 / 1000)`,
    [eventIds, milliseconds],
  );
  return rows;
}

/** The mails whose next attempt is due: not those that somebody is just trying. */
export async function overdueDeliveries(sql: Queryable): Promise<DueDelivery[]> {
  const { rows } = await sql.query<DueDelivery>(
    `${due} AND next_at <= statement_timestamp() ORDER BY next_at LIMIT ${most}`,
  );
  return rows;
}

/** The moment from which on digests that were written are due to leave, within the next `milliseconds`; undefined: none are. */
export async function dueDigestMails(
  sql: Queryable,
  milliseconds: number,
): Promise<{ at: Date; inMilliseconds: number } | undefined> {
  const { rows } = await sql.query<{ at: Date; inMilliseconds: number }>(
    `SELECT next_at AS at, ${inMilliseconds('next_at')} FROM delivery
     WHERE state = 'pending' AND kind = 'digest' AND next_at <= statement_timestamp() + make_interval(secs => $1::float8 / 1000)
     ORDER BY next_at LIMIT 1`,
    [milliseconds],
  );
  return rows[0];
}

/** Moments at which digests are due within the next `milliseconds`, and those that have passed. */
export async function dueDigests(
  sql: Queryable,
  milliseconds: number,
): Promise<{ at: Date; inMilliseconds: number }[]> {
  const { rows } = await sql.query<{ at: Date; inMilliseconds: number }>(
    `SELECT at, ${inMilliseconds('at')} FROM (SELECT DISTINCT next_at AS at FROM mail_subscriber
       WHERE next_at <= statement_timestamp() + make_interval(secs => $1::float8 / 1000)) AS moments
     ORDER BY at LIMIT 1000`,
    [milliseconds],
  );
  return rows;
}

/** The last event that somebody who is mailed with each event was not told of; null: there is none. */
export async function untoldInstant(sql: Queryable, types: readonly string[]): Promise<number | null> {
  const { rows } = await sql.query<{ sequence: number | null }>(
    `SELECT max(sequence) AS sequence FROM event WHERE type = ANY($1) AND sequence >
       (SELECT min(told_sequence) FROM mail_subscriber WHERE confirmed_at IS NOT NULL AND next_at IS NULL)`,
    [types],
  );
  return rows[0]?.sequence ?? null;
}

/** Active warnings whose time is over. */
export async function overdueWarnings(sql: Queryable): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(
    `SELECT id FROM warning WHERE state = 'active' AND expires <= clock_timestamp() ORDER BY expires LIMIT 1000`,
  );
  return rows.map(({ id }) => id);
}

/** How many escalations run. */
export async function countRunningEscalations(sql: Queryable): Promise<number> {
  const { rows } = await sql.query<{ running: number }>(
    'SELECT count(*) AS running FROM escalation WHERE ended_at IS NULL',
  );
  return rows[0]?.running ?? 0;
}

/** Makes the months to come ready for events. */
export async function ensureEventMonths(sql: Queryable): Promise<void> {
  await sql.query('SELECT ensure_event_months(3)');
}

/** Drops the months of the log that ended longer than `days` ago, unless an active warning needs them; answers which. */
export async function dropEventMonths(sql: Queryable, days: number): Promise<string[]> {
  const { rows } = await sql.query<{ month: string }>('SELECT drop_event_months($1) AS month', [days]);
  return rows.map(({ month }) => month);
}

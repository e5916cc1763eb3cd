import type { Reader } from '../domain/organisation.ts';
import { admitted, fullyReadable } from './admission.ts';
import type { Queryable } from './unit.ts';

/** How one team stands to what it was sent. */
export interface TeamFigures {
  readonly teamId: string;
  readonly unanswered: number;
  readonly deliveredAt: Date | null;
  readonly seenAt: Date | null;
}

/** By team, over the warnings that a reader may read: what active ones wait for, and the last receipts of a month. */
export async function teamFigures(sql: Queryable, reader: Reader): Promise<TeamFigures[]> {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const readable = `(${admitted(reader)(bind)}) AND (${fullyReadable(reader)(bind)})`;
  const { rows } = await sql.query<TeamFigures>(
    `SELECT team_id AS "teamId", max(delivered_at) AS "deliveredAt", max(seen_at) AS "seenAt",
       count(*) FILTER (WHERE warning.state = 'active' AND acknowledgement.state = 'pending' AND expected) AS unanswered
     FROM warning JOIN acknowledgement ON warning_id = warning.id
     WHERE (warning.state = 'active' OR warning.created_at > clock_timestamp() - interval '30 days') AND ${readable}
     GROUP BY team_id`,
    values,
  );
  return rows;
}

export interface LogFigures {
  /** Of the newest entry. */
  readonly sequence: number;
  readonly newestAt: Date | null;
  /** What the database's clock says. */
  readonly at: Date;
}

export async function logFigures(sql: Queryable): Promise<LogFigures> {
  const { rows } = await sql.query<LogFigures>(
    `SELECT log_head.sequence, clock_timestamp() AS at,
       (SELECT event.at FROM event WHERE event.sequence = log_head.sequence) AS "newestAt"
     FROM log_head`,
  );
  if (!rows[0]) throw new Error('The log has no head: was `tocsin migrate` run on this database?');
  return rows[0];
}

export interface ReaderFigures {
  readonly leads: boolean;
  readonly behind: number;
  /** That the oldest entry which it has not dealt with has waited. */
  readonly seconds: number;
}

/** How far the leader of this name has come: its lease and its cursor bear it. */
export async function leaderFigures(sql: Queryable, name: string): Promise<ReaderFigures> {
  const { rows } = await sql.query<ReaderFigures>(
    `SELECT EXISTS (SELECT FROM lease WHERE name = $1 AND expires_at > clock_timestamp()) AS leads,
       count(event.sequence) AS behind,
       COALESCE(extract(epoch FROM clock_timestamp() - min(event.at)), 0)::float8 AS seconds
     FROM event WHERE event.sequence > COALESCE((SELECT sequence FROM cursor WHERE name = $1), 0)`,
    [name],
  );
  return rows[0] ?? { leads: false, behind: 0, seconds: 0 };
}

export interface MailFigures {
  readonly pending: number;
  readonly late: number;
  readonly retried: number;
  readonly failed: number;
  readonly heldSince: Date | null;
}

/** What waits in the ledger, and what of the last day came to nothing. */
export async function mailFigures(sql: Queryable): Promise<MailFigures> {
  const { rows } = await sql.query<MailFigures>(
    `SELECT waiting.*, (SELECT held_since FROM network) AS "heldSince",
       (SELECT count(*) FROM delivery
        WHERE state IN ('failed', 'bounced') AND created_at > clock_timestamp() - interval '1 day') AS failed
     FROM (SELECT count(*) AS pending,
       count(*) FILTER (WHERE next_at < clock_timestamp() - interval '2 minutes') AS late,
       count(*) FILTER (WHERE attempts > 0) AS retried
       FROM delivery WHERE state = 'pending') waiting`,
  );
  return rows[0] ?? { pending: 0, late: 0, retried: 0, failed: 0, heldSince: null };
}

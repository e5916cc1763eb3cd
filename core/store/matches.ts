import type { Status } from '../contract/vocabularies.ts';
import type { WarningHistory } from '../domain/audience.ts';
import type { Reader } from '../domain/organisation.ts';
import { admitted } from './admission.ts';
import type { Queryable } from './unit.ts';
import { historyOf, markedColumn } from './warnings.ts';

/** What the audience asks of the newest warnings that a reader may see. */
export interface RecentWarnings {
  /** The newest first. */
  readonly histories: readonly WarningHistory[];
  /** All since then are among them. */
  readonly since: Date;
}

/**
 * The warnings since a moment, of these statuses, that a reader may see.
 * @param most that are read: of more, the newest
 */
export async function recentWarnings(
  sql: Queryable,
  reader: Reader,
  statuses: readonly Status[],
  since: Date,
  most: number,
): Promise<RecentWarnings> {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const { rows } = await sql.query<Parameters<typeof historyOf>[0] & { created_at: Date }>(
    `SELECT id, issuer_id, created_at, ${markedColumn} FROM warning
     WHERE created_at >= ${bind(since)} AND status = ANY(${bind(statuses)}) AND (${admitted(reader)(bind)})
     ORDER BY created_at DESC, id DESC LIMIT ${bind(most)}`,
    values,
  );
  const oldest = rows.length < most ? undefined : rows.at(-1);
  return { histories: rows.map(historyOf), since: oldest?.created_at ?? since };
}

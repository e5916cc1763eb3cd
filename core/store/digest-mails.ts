import { deliveryColumns, type Delivery, type DeliveryEnd, type DeliveryRow, type DigestMail } from './deliveries.ts';
import type { DigestContent } from './digest-material.ts';
import type { Queryable } from './unit.ts';

/**
 * Takes one attempt at each of some digests that are due to leave, so that nobody else makes it; none while everything is held.
 * @param most how many
 * @param hold milliseconds after which somebody else may try, should this process die meanwhile
 */
export async function claimDigestMails(sql: Queryable, most: number, hold: number): Promise<Delivery<DigestMail>[]> {
  const { rows } = await sql.query<DeliveryRow>(
    `WITH due AS MATERIALIZED (
       SELECT id FROM delivery
       WHERE state = 'pending' AND kind = 'digest' AND next_at <= statement_timestamp() AND NOT network_held()
       ORDER BY next_at LIMIT $1 FOR UPDATE SKIP LOCKED)
     UPDATE delivery SET attempts = attempts + 1, updated_at = clock_timestamp(),
       next_at = clock_timestamp() + make_interval(secs => $2::float8 / 1000)
     FROM due WHERE delivery.id = due.id RETURNING ${deliveryColumns}`,
    [most, hold],
  );
  return rows.map((row) => ({ ...row, kind: 'digest', content: JSON.parse(row.content) as DigestContent }));
}

/** How an attempt at a digest ended, or that it is to be made later. */
export type DigestMailEnd = {
  readonly id: string;
  /** As of the claim. */
  readonly attempts: number;
} & (
  | DeliveryEnd
  | {
      readonly state: 'pending';
      /** Of the mail where the server may have taken it all the same. */
      readonly messageId: string | null;
      readonly answer: string | null;
      readonly inMilliseconds: number;
      /** Whether the attempt was made; one that was not does not count. */
      readonly made: boolean;
    }
);

/** Writes down how attempts at digests ended, in one statement; done again, it writes nothing more. */
export async function recordDigestMails(sql: Queryable, ends: readonly DigestMailEnd[]): Promise<void> {
  await sql.query(
    `UPDATE delivery SET state = ended.state, message_id = coalesce(ended."messageId", message_id),
       answer = coalesce(ended.answer, delivery.answer), updated_at = clock_timestamp(),
       attempts = delivery.attempts - CASE WHEN ended.made IS FALSE THEN 1 ELSE 0 END,
       next_at = coalesce(clock_timestamp() + make_interval(secs => ended."inMilliseconds" / 1000), next_at)
     FROM json_to_recordset($1::json) AS ended (id uuid, attempts integer, state text, "messageId" text, answer text,
       "inMilliseconds" float8, made boolean)
     WHERE delivery.id = ended.id AND delivery.state = 'pending'
       AND (ended.state <> 'pending' OR delivery.attempts = ended.attempts)`,
    [JSON.stringify(ends)],
  );
}

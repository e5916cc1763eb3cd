import type { Unit } from './unit.ts';

/** A team got a revision of a warning, or a person has it on the screen. Not an event. */
export interface Receipt {
  readonly warningId: string;
  readonly teamId: string;
  readonly organisationId: string;
  readonly revision: number;
  readonly seen: boolean;
  readonly at: string;
}

/**
 * Keeps the earliest times and the highest revisions. A team that was not expected gets a row that says so. Times are a node's:
 * by the network's clock nothing is received before it was raised, or later than now.
 */
export async function recordReceipts(
  { sql, at }: Pick<Unit, 'sql' | 'at'>,
  receipts: readonly Receipt[],
): Promise<void> {
  if (receipts.length === 0) return;
  await sql.query(
    `INSERT INTO acknowledgement AS had (warning_id, team_id, organisation_id, state, expected, revision, since,
       delivered_at, delivered_revision, seen_at, seen_revision)
     SELECT receipt.warning_id, receipt.team_id, receipt.organisation_id, 'pending', false, max(receipt.revision), min(receipt.at), min(receipt.at), max(receipt.revision),
       min(receipt.at) FILTER (WHERE receipt.seen), max(receipt.revision) FILTER (WHERE receipt.seen)
     FROM (
       SELECT told.warning_id, told.team_id, told.organisation_id, told.revision, told.seen,
         GREATEST(warning.created_at, LEAST(told.at, $2)) AS at
       FROM json_to_recordset($1::json)
         AS told (warning_id uuid, team_id uuid, organisation_id uuid, revision integer, seen boolean, at timestamptz)
       JOIN warning ON warning.id = told.warning_id) receipt
     GROUP BY receipt.warning_id, receipt.team_id, receipt.organisation_id
     ORDER BY receipt.warning_id, receipt.team_id
     ON CONFLICT (warning_id, team_id) DO UPDATE SET
       delivered_at = LEAST(had.delivered_at, excluded.delivered_at),
       delivered_revision = GREATEST(had.delivered_revision, excluded.delivered_revision),
       seen_at = LEAST(had.seen_at, excluded.seen_at),
       seen_revision = GREATEST(had.seen_revision, excluded.seen_revision)`,
    [
      JSON.stringify(
        receipts.map((one) => ({
          warning_id: one.warningId,
          team_id: one.teamId,
          organisation_id: one.organisationId,
          revision: one.revision,
          seen: one.seen,
          at: one.at,
        })),
      ),
      at,
    ],
  );
}

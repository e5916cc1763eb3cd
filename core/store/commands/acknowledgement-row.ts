import type { Acknowledgement } from '../../domain/acknowledgement.ts';
import { acknowledgementRow } from '../acknowledgements.ts';
import type { Unit } from '../unit.ts';

const kept = new Set([
  'warning_id',
  'team_id',
  'organisation_id',
  'opened_for',
  'expected_since',
  'closed_at',
  'reopened',
]);

/** Writes how teams stand now, in one go; a new wait is one that no escalation was opened for yet. */
export async function saveAcknowledgements(unit: Unit, acknowledgements: readonly Acknowledgement[]): Promise<void> {
  const rows = acknowledgements.map(acknowledgementRow);
  const names = Object.keys(rows[0] ?? {});
  if (names.length === 0) return;
  const updated = names.filter((name) => !kept.has(name)).map((name) => `${name} = excluded.${name}`);
  await unit.sql.query(
    `INSERT INTO acknowledgement (${names.join(', ')})
     SELECT ${names.join(', ')} FROM json_populate_recordset(NULL::acknowledgement, $1::json)
     ON CONFLICT (warning_id, team_id) DO UPDATE SET ${updated.join(', ')},
       expected_since = COALESCE(acknowledgement.expected_since, excluded.expected_since),
       closed_at = CASE WHEN excluded.state <> 'pending' THEN COALESCE(acknowledgement.closed_at, excluded.closed_at) END,
       reopened = acknowledgement.reopened OR (acknowledgement.state <> 'pending' AND excluded.state = 'pending')`,
    [JSON.stringify(rows)],
  );
}

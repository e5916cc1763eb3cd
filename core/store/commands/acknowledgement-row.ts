import type { Acknowledgement } from '../../domain/acknowledgement.ts';
import { acknowledgementRow } from '../acknowledgements.ts';
import type { Unit } from '../unit.ts';

const kept = new Set(['warning_id', 'team_id', 'organisation_id', 'opened_for']);

/** Writes how a team stands now; a new wait is one that no escalation was opened for yet. */
export async function saveAcknowledgement(unit: Unit, acknowledgement: Acknowledgement): Promise<void> {
  const columns = Object.entries(acknowledgementRow(acknowledgement));
  const names = columns.map(([name]) => name);
  await unit.sql.query(
    `INSERT INTO acknowledgement (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})
     ON CONFLICT (warning_id, team_id) DO UPDATE SET
       ${names
         .filter((name) => !kept.has(name))
         .map((name) => `${name} = excluded.${name}`)
         .join(', ')}`,
    columns.map(([, value]) => value),
  );
}

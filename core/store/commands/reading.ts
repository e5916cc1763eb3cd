import { v7 } from 'uuid';
import type { Reading } from '../../domain/audit.ts';
import type { Command } from '../unit.ts';

/** Puts on the log who got which revision; what stands there already is not said again. */
export function recordReadings(readings: readonly Reading[]): Command<void> {
  return async (unit) => {
    const { rows } = await unit.sql.query<{ number: number }>(
      `WITH told AS (
         SELECT * FROM json_to_recordset($1::json)
           AS told (number integer, credential_id uuid, warning_id uuid, revision integer, why text)),
       added AS (
         INSERT INTO warning_read (credential_id, warning_id, revision, why, at)
         SELECT DISTINCT credential_id, warning_id, revision, why, $2::timestamptz FROM told
         ON CONFLICT DO NOTHING RETURNING credential_id, warning_id, revision, why)
       SELECT min(number) AS number FROM told JOIN added USING (credential_id, warning_id, revision, why)
       GROUP BY credential_id, warning_id, revision, why ORDER BY number`,
      [
        JSON.stringify(
          readings.map(({ warningId, revision, why, ...by }, number) => ({
            number,
            credential_id: credentialOf(by),
            warning_id: warningId,
            revision,
            why,
          })),
        ),
        unit.now,
      ],
    );
    for (const { number } of rows) {
      const { actor, warningId, revision, why } = readings[number] as Reading;
      const data = { credential: credentialOf({ actor }), why };
      unit.append({ id: v7(), type: 'warning.read', warningId, revision, actor, data });
    }
  };
}

/** The member or the key that a reading is of. */
export function credentialOf({ actor }: Pick<Reading, 'actor'>): string {
  const credential = actor.memberId ?? actor.keyId;
  if (credential === undefined) throw new Error('Somebody reads by a member’s session or a key.');
  return credential;
}

import { v7 as uuidv7 } from 'uuid';
import { network } from '../../domain/log.ts';
import type { Unit } from '../unit.ts';

export type EndReason = 'answered' | 'cancelled' | 'expired' | 'past' | 'no-longer-admitted' | 'suspended';

/**
 * Ends the escalations that run for a warning, of one team or of all, and writes to whoever was mailed that they can stand down.
 * @param eventId the event that ends them: what the stand-down mails hang on
 */
export async function endEscalations(
  unit: Unit,
  ending: { warningId: string; teamIds: readonly string[] | null; reason: EndReason; eventId: string },
): Promise<void> {
  const { warningId, teamIds, reason, eventId } = ending;
  if (teamIds?.length === 0) return;
  const { rows } = await unit.sql.query<{ id: string; team_id: string }>(
    `UPDATE escalation SET ended_at = $3, end_reason = $4
     WHERE warning_id = $1 AND ended_at IS NULL AND ($2::uuid[] IS NULL OR team_id = ANY($2))
     RETURNING id, team_id`,
    [warningId, teamIds, unit.at, reason],
  );
  if (rows.length === 0) return;
  const ended = rows.map(({ id }) => id);
  await unit.sql.query(
    `UPDATE escalation_firing SET state = 'dropped' WHERE escalation_id = ANY($1) AND state = 'pending'`,
    [ended],
  );
  for (const { id, team_id } of rows) {
    unit.append({
      id: uuidv7(),
      type: 'escalation.ended',
      warningId,
      actor: network,
      data: { escalation: id, team: team_id, reason },
    });
  }
  if (reason !== 'no-longer-admitted' && reason !== 'suspended')
    await standDown(unit, warningId, ended, reason, eventId);
}

/**
 * Who was mailed learns, in the same thread, that somebody took it or that it is over. Nobody else does: a mail that waits may
 * be leaving at this moment, and whether it did is looked at before its stand-down leaves.
 */
async function standDown(
  unit: Unit,
  warningId: string,
  escalations: string[],
  reason: EndReason,
  eventId: string,
): Promise<void> {
  await unit.sql.query(
    `INSERT INTO delivery (id, event_id, channel, recipient, kind, organisation_id, member_id, warning_id, revision, team_id,
       content, next_at, give_up_at, created_at, updated_at)
     SELECT DISTINCT ON (recipient) gen_random_uuid(), $3, channel, recipient, 'stand-down', organisation_id, member_id, warning_id, revision, team_id,
       json_build_object('reason', $4::text, 'escalation', content::json ->> 'escalation')::text, $5::timestamptz,
       $5::timestamptz + interval '1 day', $5::timestamptz, $5::timestamptz
     FROM delivery
     WHERE warning_id = $1 AND kind IN ('escalation', 'unreached') AND content::json ->> 'escalation' = ANY($2)
       AND state IN ('sent', 'pending')
     ORDER BY recipient, created_at
     ON CONFLICT DO NOTHING`,
    [warningId, escalations, eventId, reason, unit.at],
  );
}

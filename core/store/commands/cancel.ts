import { notActive, type WarningSnapshot } from '../../domain/warning.ts';
import { network, type NewEvent } from '../../domain/log.ts';
import type { Caller } from '../../domain/organisation.ts';
import type { Command, Unit } from '../unit.ts';
import { loadWarning, type LoadedWarning } from '../warnings.ts';
import { endEscalations } from './escalation-end.ts';
import { tellIssuer } from './tell-issuer.ts';
import { ownWarning } from './visible.ts';
import { actorOf, warningEvent } from './warning-event.ts';

/** Calls a warning off. @throws Refusal not-found, not-issuer, warning-not-active */
export function cancelWarning(caller: Caller, id: string, reason: string): Command<LoadedWarning> {
  return async (unit) => {
    const warning = await ownWarning(unit, caller, id);
    const { state } = warning.snapshot;
    if (state !== 'active') throw notActive(state);
    return callOff(unit, warning, { by: actorOf(caller), reason, retracted: false });
  };
}

/**
 * Calls an active warning off, for everybody who got it.
 * @param how `retracted`: by the coordinator, because whoever raised it was not who they should be
 */
export async function callOff(
  unit: Unit,
  { snapshot, history }: LoadedWarning,
  { by, reason, retracted }: { by: NewEvent['actor']; reason: string; retracted: boolean },
): Promise<LoadedWarning> {
  const { at } = unit;
  await unit.sql.query(
    `UPDATE warning SET state = 'cancelled', cancelled_at = $2, cancellation_reason = $3, retracted = $4, updated_at = $2
     WHERE id = $1`,
    [snapshot.id, at, reason, retracted],
  );
  const cancellation = { reason, at, ...(retracted ? { retracted } : {}) };
  const cancelled: WarningSnapshot = { ...snapshot, state: 'cancelled', updatedAt: at, cancellation };
  const event = warningEvent('warning.cancelled', cancelled, by);
  unit.append(event);
  await endEscalations(unit, { warningId: snapshot.id, teamIds: null, reason: 'cancelled', eventId: event.id });
  if (retracted) await tellAllWhoWereMailed(unit, snapshot.id, event.id);
  await tellIssuer(unit, { snapshot, history }, 'outcomes', event.id);
  return { snapshot: cancelled, history };
}

/** Also those whose escalation has ended, and whose subscription is paused by now: what they were mailed is not to be relied on. */
async function tellAllWhoWereMailed(unit: Unit, warningId: string, eventId: string): Promise<void> {
  await unit.sql.query(
    `INSERT INTO delivery (id, event_id, channel, recipient, kind, organisation_id, member_id, warning_id, revision, team_id,
       content, next_at, give_up_at, created_at, updated_at)
     SELECT DISTINCT ON (recipient) gen_random_uuid(), $2, channel, recipient, 'warning', organisation_id, member_id, warning_id,
       revision, team_id, '{"event":"warning.cancelled"}', $3::timestamptz, $3::timestamptz + interval '1 day',
       $3::timestamptz, $3::timestamptz
     FROM delivery
     WHERE warning_id = $1 AND kind IN ('escalation', 'unreached', 'missed', 'warning') AND state = 'sent'
       AND position('@' in recipient) > 0
     ORDER BY recipient, created_at
     ON CONFLICT DO NOTHING`,
    [warningId, eventId, unit.at],
  );
}

/** Ends a warning whose time is over; does nothing while it is not. */
export function expireWarning(id: string): Command<void> {
  return async (unit) => {
    const loaded = await loadWarning(unit.sql, id);
    if (!loaded || loaded.snapshot.state !== 'active') return;
    if (Date.parse(loaded.snapshot.content.expires) > unit.now.getTime()) return;
    await unit.sql.query(`UPDATE warning SET state = 'expired', updated_at = $2 WHERE id = $1`, [id, unit.at]);
    const event = warningEvent(
      'warning.expired',
      { ...loaded.snapshot, state: 'expired', updatedAt: unit.at },
      network,
    );
    unit.append(event);
    await endEscalations(unit, { warningId: id, teamIds: null, reason: 'expired', eventId: event.id });
    await tellIssuer(unit, loaded, 'outcomes', event.id);
  };
}

import { notActive, type WarningSnapshot } from '../../domain/warning.ts';
import { network } from '../../domain/log.ts';
import type { Caller } from '../../domain/organisation.ts';
import type { Command } from '../unit.ts';
import { loadWarning, type LoadedWarning } from '../warnings.ts';
import { endEscalations } from './escalation-end.ts';
import { tellIssuer } from './tell-issuer.ts';
import { ownWarning } from './visible.ts';
import { actorOf, warningEvent } from './warning-event.ts';

/** Calls a warning off. @throws Refusal not-found, not-issuer, warning-not-active */
export function cancelWarning(caller: Caller, id: string, reason: string): Command<LoadedWarning> {
  return async (unit) => {
    const { snapshot, history } = await ownWarning(unit, caller, id);
    if (snapshot.state !== 'active') throw notActive(snapshot.state);
    const { at } = unit;
    await unit.sql.query(
      `UPDATE warning SET state = 'cancelled', cancelled_at = $2, cancellation_reason = $3, updated_at = $2 WHERE id = $1`,
      [id, at, reason],
    );
    const cancelled: WarningSnapshot = { ...snapshot, state: 'cancelled', updatedAt: at, cancellation: { reason, at } };
    const event = warningEvent('warning.cancelled', cancelled, actorOf(caller));
    unit.append(event);
    await endEscalations(unit, { warningId: id, teamIds: null, reason: 'cancelled', eventId: event.id });
    await tellIssuer(unit, { snapshot, history }, 'outcomes', event.id);
    return { snapshot: cancelled, history };
  };
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

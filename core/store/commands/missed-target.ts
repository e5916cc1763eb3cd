import { v7 as uuidv7 } from 'uuid';
import { network } from '../../domain/log.ts';
import { coordinators, managersOf, type Missed, type Recipient } from '../../domain/recipients.ts';
import type { FiredStep } from '../deliveries.ts';
import type { Unit } from '../unit.ts';
import { writeMails, type WrittenMail } from './mails.ts';

/** A step that fired, and a target of it that tells nobody. */
export interface MissedTarget {
  readonly warning: { readonly id: string; readonly revision: number | null };
  readonly teamId: string;
  readonly fired: FiredStep;
  readonly missed: Missed;
  /** Nobody else was told of the step either. */
  readonly nobody: boolean;
  /** Who need not be written to: they know, or cannot be reached. */
  readonly except: readonly string[];
}

/**
 * Tells those who can mend the policy that a target of it tells nobody: at most once a day for each. Of a step that
 * reached nobody at all they always hear, and where there is none of them, the coordinator.
 */
export async function tellOfMissed(unit: Unit, found: MissedTarget): Promise<void> {
  const { warning, teamId, fired, missed, nobody } = found;
  const organisationId = unit.directory.teamById.get(teamId)?.organisationId;
  if (organisationId === undefined) return;
  if (!nobody && (await knownToday(unit, organisationId, missed))) return;
  const { escalation, step, repeat } = fired;
  const eventId = uuidv7();
  unit.append({
    id: eventId,
    type: 'escalation.missed',
    warningId: warning.id,
    actor: network,
    data: { escalation, team: teamId, step, repeat, target: missed.target.type, reason: missed.reason, nobody },
  });
  const told: WrittenMail = nobody
    ? { kind: 'unreached', content: fired, eventId, warning, at: unit.at }
    : { kind: 'missed', content: { ...fired, ...missed }, eventId, warning, at: unit.at };
  const wanted = (some: readonly Recipient[]) =>
    some.filter(({ address }) => !found.except.includes(address.toLowerCase())).map((one) => ({ ...one, teamId }));
  const written = await writeMails(unit, told, wanted(managersOf(unit.directory, organisationId)));
  if (nobody && written === 0) await writeMails(unit, told, wanted(coordinators(unit.directory)));
}

async function knownToday(unit: Unit, organisationId: string, { target }: Missed): Promise<boolean> {
  const { rows } = await unit.sql.query(
    `SELECT 1 FROM delivery
     WHERE kind = 'missed' AND organisation_id = $1 AND created_at > $2::timestamptz - interval '1 day'
       AND (content::json -> 'target')::text = $3 LIMIT 1`,
    [organisationId, unit.at, JSON.stringify(target)],
  );
  return rows.length > 0;
}

import { v7 as uuidv7 } from 'uuid';
import type { Target } from '../../contract/escalation-policy.ts';
import type { AcknowledgementState } from '../../contract/vocabularies.ts';
import { lateAfter } from '../../domain/escalation.ts';
import type { NewEvent } from '../../domain/log.ts';
import { recipients, type Recipient } from '../../domain/recipients.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { WarningSnapshot } from '../../domain/warning.ts';
import type { Unit } from '../unit.ts';
import type { LoadedWarning } from '../warnings.ts';
import { tellOfMissed } from './missed-target.ts';
import { warningEvent } from './warning-event.ts';

/** A firing, its escalation and its team, as read right before it fires. */
export interface DueFiring {
  escalation_id: string;
  step: number;
  repeat: number;
  targets: string;
  due_at: Date;
  fires_at: Date;
  held_since: Date | null;
  warning_id: string;
  team_id: string;
  waiting_since: Date;
  steps: number;
  /** How the team stands to the warning. */
  answer: AcknowledgementState;
  /** Nothing leaves: the log was restored. */
  held: boolean;
}

/** Who lets a step fire: the network when it is due; somebody, by the link of a mail (its delivery) or not. */
interface FiredBy {
  readonly actor: NewEvent['actor'];
  readonly mail: string | null;
}

/** Reads DueFirings, with the state of each. */
export const dueFirings = `SELECT escalation_id, step, repeat, targets, due_at, fires_at, held_since, warning_id, team_id,
    escalation.waiting_since, steps, firing.state, acknowledgement.state AS answer, network_held() AS held
  FROM escalation_firing firing JOIN escalation ON escalation.id = escalation_id
    JOIN acknowledgement USING (warning_id, team_id)`;

/**
 * Fires the next step of a team's escalation now, whatever its time.
 * @param after the step before it; 0: whichever has not fired
 * @throws Refusal state-conflict where none is left
 */
export async function fireNext(
  unit: Unit,
  warning: LoadedWarning,
  { teamId, after }: { teamId: string; after: number },
  by: FiredBy,
): Promise<void> {
  const { rows } = await unit.sql.query<DueFiring>(
    `${dueFirings} WHERE warning_id = $1 AND team_id = $2 AND firing.state = 'pending' AND ended_at IS NULL
       AND repeat = 0 AND step > $3
     ORDER BY step LIMIT 1`,
    [warning.snapshot.id, teamId, after],
  );
  const next = rows[0];
  if (!next) throw new Refusal('state-conflict', 'There is no step left to fire.', { state: 'pending' });
  // Fired by hand it is neither late nor held.
  await fire(unit, warning, { ...next, fires_at: unit.now, held_since: null }, by);
}

/** Logs the firing and writes its mails, one row each, before any is sent. */
export async function fire(
  unit: Unit,
  { snapshot, history }: LoadedWarning,
  firing: DueFiring,
  by: FiredBy,
): Promise<void> {
  const organisationId = unit.directory.teamById.get(firing.team_id)?.organisationId ?? '';
  const targets = JSON.parse(firing.targets) as Target[];
  const reached = recipients(unit.directory, history, organisationId, targets);
  const late = unit.now.getTime() - firing.fires_at.getTime() > lateAfter * 1000;
  const told = {
    step: firing.step,
    of: firing.steps,
    repeat: firing.repeat,
    waitingSince: firing.waiting_since.toISOString(),
    late,
  };
  const event = warningEvent('escalation.fired', snapshot, by.actor, {
    escalation: firing.escalation_id,
    organisationId,
    teamId: firing.team_id,
    ...told,
    notified: reached.recipients.length,
    ...(by.mail === null ? {} : { mail: by.mail }),
  });
  unit.append(event);
  const mail = {
    eventId: event.id,
    warning: snapshot,
    teamId: firing.team_id,
    content: {
      escalation: firing.escalation_id,
      ...told,
      heldSince: firing.held_since?.toISOString() ?? null,
      detour: reached.detour,
    },
    giveUpAt: await markFired(unit, firing),
  };
  for (const recipient of reached.recipients) unit.insert('delivery', escalationMail(unit, recipient, mail));
  const except = reached.detour === null ? [] : reached.recipients.map(({ address }) => address.toLowerCase());
  for (const missed of reached.missed) {
    const { warning, teamId, content: fired } = mail;
    await tellOfMissed(unit, { warning, teamId, fired, missed, nobody: false, except });
  }
}

/** One mail to one recipient, written before it is sent. */
function escalationMail(
  unit: Unit,
  recipient: Recipient,
  mail: { eventId: string; warning: WarningSnapshot; teamId: string; content: object; giveUpAt: string },
): Record<string, unknown> {
  return {
    id: uuidv7(),
    event_id: mail.eventId,
    channel: 'email',
    recipient: recipient.address,
    kind: 'escalation',
    organisation_id: recipient.organisationId,
    member_id: recipient.memberId,
    warning_id: mail.warning.id,
    revision: mail.warning.revision,
    team_id: mail.teamId,
    content: JSON.stringify(mail.content),
    state: 'pending',
    attempts: 0,
    next_at: unit.at,
    give_up_at: mail.giveUpAt,
    message_id: null,
    answer: null,
    created_at: unit.at,
    updated_at: unit.at,
  };
}

/** Answers until when the mails of the step are tried: the next step is due then and says more. */
async function markFired(unit: Unit, { escalation_id, step, repeat }: DueFiring): Promise<string> {
  const { rows } = await unit.sql.query<{ next: Date | null }>(
    `UPDATE escalation_firing SET state = 'fired', fired_at = $4 WHERE escalation_id = $1 AND step = $2 AND repeat = $3
     RETURNING (
       SELECT min(other.fires_at) FILTER (WHERE other.state = 'pending' AND other.fires_at > $4)
       FROM escalation_firing other WHERE other.escalation_id = $1 AND (other.step, other.repeat) <> ($2, $3)) AS next`,
    [escalation_id, step, repeat, unit.at],
  );
  return (rows[0]?.next ?? new Date(unit.now.getTime() + 86_400_000)).toISOString();
}

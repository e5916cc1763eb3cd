import { v7 as uuidv7 } from 'uuid';
import type { Target } from '../../contract/escalation-policy.ts';
import type { AcknowledgementState } from '../../contract/vocabularies.ts';
import type { EscalationProgress } from '../../domain/acknowledgement.ts';
import { accessNow } from '../../domain/audience.ts';
import { organisationReader, policyOf } from '../../domain/directory.ts';
import { endReason, escalates, ladder, lateAfter, type Firing } from '../../domain/escalation.ts';
import { network, type NewEvent } from '../../domain/log.ts';
import type { Caller } from '../../domain/organisation.ts';
import { recipients, type Recipient } from '../../domain/recipients.ts';
import type { WarningSnapshot } from '../../domain/warning.ts';
import { Refusal } from '../../domain/refusal.ts';
import { acknowledgementsOf, answersOf } from '../acknowledgements.ts';
import type { Command, Unit } from '../unit.ts';
import { loadWarning, type LoadedWarning } from '../warnings.ts';
import { answeringTeam, type Answer } from './acknowledge.ts';
import { endEscalations } from './escalation-end.ts';
import { tellOfMissed } from './missed-target.ts';
import { visibleWarning } from './visible.ts';
import { actorOf, warningEvent } from './warning-event.ts';

/** A firing to come: what a timer is set for. */
export interface Timer {
  readonly escalation: string;
  readonly token: string;
  readonly firesAt: Date;
}

/** A firing, its escalation and its team, as read right before it fires. */
interface DueFiring {
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

/**
 * Opens the escalation of a team that waits: its policy's steps and delays are frozen into firings. Done again, it does nothing
 * and answers the firings that are still to come.
 */
export function openEscalation(warningId: string, teamId: string): Command<{ firings: Timer[] }> {
  return async (unit) => {
    const [standing] = await acknowledgementsOf(unit.sql, [warningId], [teamId]);
    const wait = standing?.acknowledgement;
    if (!wait || wait.state !== 'pending' || !wait.expected || wait.waitingSince === null) return { firings: [] };
    const opened = await unit.sql.query(
      `UPDATE acknowledgement SET opened_for = waiting_since
       WHERE warning_id = $1 AND team_id = $2 AND opened_for IS DISTINCT FROM waiting_since`,
      [warningId, teamId],
    );
    if (opened.rowCount === 0) return { firings: await pendingTimers(unit, warningId, teamId) };
    const warning = await loadWarning(unit.sql, warningId);
    if (!warning) return { firings: [] };
    const { severity, urgency } = warning.snapshot.content;
    if (!escalates({ state: warning.snapshot.state, urgency })) return { firings: [] };
    const policy = policyOf(unit.directory, teamId, severity);
    const firings = ladder(policy, severity, new Date(wait.waitingSince));
    if (firings.length === 0) return { firings: [] };
    const id = uuidv7();
    await insertEscalation(
      unit,
      { id, warningId, teamId, waitingSince: wait.waitingSince, steps: policy.steps.length },
      firings,
    );
    return { firings: firings.map(({ token, firesAt }) => ({ escalation: id, token, firesAt })) };
  };
}

async function insertEscalation(
  unit: Unit,
  escalation: { id: string; warningId: string; teamId: string; waitingSince: string; steps: number },
  firings: readonly Firing[],
): Promise<void> {
  const { id, warningId, teamId, waitingSince, steps } = escalation;
  await unit.sql.query(
    'INSERT INTO escalation (id, warning_id, team_id, waiting_since, steps, opened_at) VALUES ($1, $2, $3, $4, $5, $6)',
    [id, warningId, teamId, waitingSince, steps, unit.at],
  );
  await unit.sql.query(
    `INSERT INTO escalation_firing (escalation_id, step, repeat, targets, due_at, fires_at, held_since, token)
     SELECT $1, * FROM json_to_recordset($2::json)
       AS firing (step integer, repeat integer, targets text, due_at timestamptz, fires_at timestamptz, held_since timestamptz, token uuid)`,
    [
      id,
      JSON.stringify(
        firings.map(({ step, repeat, targets, dueAt, firesAt, heldSince, token }) => ({
          step,
          repeat,
          targets: JSON.stringify(targets),
          due_at: dueAt,
          fires_at: firesAt,
          held_since: heldSince,
          token,
        })),
      ),
    ],
  );
  unit.append({
    id: uuidv7(),
    type: 'escalation.opened',
    warningId,
    actor: network,
    data: { escalation: id, team: teamId },
  });
}

async function pendingTimers(unit: Unit, warningId: string, teamId: string): Promise<Timer[]> {
  const { rows } = await unit.sql.query<{ escalation_id: string; token: string; fires_at: Date }>(
    `SELECT escalation_id, token, fires_at FROM escalation_firing firing JOIN escalation ON escalation.id = escalation_id
     WHERE warning_id = $1 AND team_id = $2 AND ended_at IS NULL AND firing.state = 'pending'`,
    [warningId, teamId],
  );
  return rows.map((row) => ({ escalation: row.escalation_id, token: row.token, firesAt: row.fires_at }));
}

const dueFirings = `SELECT escalation_id, step, repeat, targets, due_at, fires_at, held_since, warning_id, team_id,
    escalation.waiting_since, steps, firing.state, acknowledgement.state AS answer, network_held() AS held
  FROM escalation_firing firing JOIN escalation ON escalation.id = escalation_id
    JOIN acknowledgement USING (warning_id, team_id)`;

/**
 * Fires one step, exactly once: a stale token, a clock that ran ahead of the database's, or an answer stops it.
 */
export function fireEscalation(
  escalationId: string,
  token: string,
): Command<{ outcome: 'fired' | 'stale' | 'ended' | 'held' } | { outcome: 'early'; firesAt: Date }> {
  return async (unit) => {
    // Found by its escalation alone: with `state` in the condition, PostgreSQL may walk the index of all that is pending.
    const { rows } = await unit.sql.query<DueFiring & { state: string }>(
      `${dueFirings} WHERE escalation_id = $1 AND token = $2 AND ended_at IS NULL`,
      [escalationId, token],
    );
    const firing = rows[0];
    if (firing?.state !== 'pending') return { outcome: 'stale' };
    if (firing.held) return { outcome: 'held' };
    if (firing.fires_at.getTime() > unit.now.getTime()) return { outcome: 'early', firesAt: firing.fires_at };
    const warning = await loadWarning(unit.sql, firing.warning_id);
    const ended = warning ? reasonToEnd(unit, warning, firing) : 'cancelled';
    if (!warning || ended) {
      const reason = ended ?? 'cancelled';
      await endEscalations(unit, {
        warningId: firing.warning_id,
        teamIds: [firing.team_id],
        reason,
        eventId: uuidv7(),
      });
      return { outcome: 'ended' };
    }
    await fire(unit, warning, firing, network);
    return { outcome: 'fired' };
  };
}

function reasonToEnd(unit: Unit, warning: LoadedWarning, firing: DueFiring): ReturnType<typeof endReason> {
  const team = unit.directory.teamById.get(firing.team_id);
  const organisation = team && unit.directory.organisations.get(team.organisationId);
  return endReason({
    acknowledgementState: firing.answer,
    warningState: warning.snapshot.state,
    admitted:
      organisation !== undefined &&
      accessNow(warning.history, organisationReader({ ...organisation, suspended: false })) !== 'none',
    suspended: organisation?.suspended ?? false,
  });
}

/** Logs the firing and writes its mails, one row each, before any is sent. */
async function fire(
  unit: Unit,
  { snapshot, history }: LoadedWarning,
  firing: DueFiring,
  by: NewEvent['actor'],
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
  const event = warningEvent('escalation.fired', snapshot, by, {
    escalation: firing.escalation_id,
    organisationId,
    teamId: firing.team_id,
    ...told,
    notified: reached.recipients.length,
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

/** Fires one's own team's next step now; repeats of a step that has fired keep their times. @throws Refusal not-found, state-conflict, invalid-request at /team */
export function escalateNow(caller: Caller, id: string, teamId: string | undefined): Command<Answer> {
  return async (unit) => {
    const warning = await visibleWarning(unit, caller, id);
    const { team, standing } = await answeringTeam(unit, caller, id, teamId);
    const state = standing?.acknowledgement.state ?? 'pending';
    if (!standing || state !== 'pending' || !standing.acknowledgement.expected) {
      const why =
        standing && state !== 'pending'
          ? `Your team has answered: ${state}.`
          : 'Your team is not expected to answer this warning.';
      throw new Refusal('state-conflict', `${why} Only what waits for an answer escalates.`, { state });
    }
    await openEscalation(id, team.id)(unit);
    const { rows } = await unit.sql.query<DueFiring>(
      `${dueFirings} WHERE warning_id = $1 AND team_id = $2 AND firing.state = 'pending' AND ended_at IS NULL
         AND repeat = 0
       ORDER BY step LIMIT 1`,
      [id, team.id],
    );
    const next = rows[0];
    if (!next) throw new Refusal('state-conflict', 'There is no step left to fire.', { state });
    // Fired by hand it is neither late nor held.
    await fire(unit, warning, { ...next, fires_at: unit.now, held_since: null }, actorOf(caller));
    const [now] = await acknowledgementsOf(unit.sql, [id], [team.id]);
    const escalation: EscalationProgress | null = now?.escalation ?? null;
    return {
      warning,
      acknowledgement: standing.acknowledgement,
      escalation,
      answers: await answersOf(unit.sql, id, team.id),
    };
  };
}

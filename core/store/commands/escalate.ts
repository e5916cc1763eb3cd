import { v7 as uuidv7 } from 'uuid';
import type { EscalationProgress } from '../../domain/acknowledgement.ts';
import { accessNow } from '../../domain/audience.ts';
import { organisationReader, policyOf } from '../../domain/directory.ts';
import { endReason, escalates, ladder, type Firing } from '../../domain/escalation.ts';
import { network } from '../../domain/log.ts';
import type { Caller } from '../../domain/organisation.ts';
import { Refusal } from '../../domain/refusal.ts';
import { acknowledgementsOf, answersOf } from '../acknowledgements.ts';
import type { Command, Unit } from '../unit.ts';
import { loadWarning, type LoadedWarning } from '../warnings.ts';
import { answeringTeam, type Answer } from './acknowledge.ts';
import { endEscalations } from './escalation-end.ts';
import { dueFirings, fire, fireNext, type DueFiring } from './firing.ts';
import { visibleWarning } from './visible.ts';
import { actorOf } from './warning-event.ts';

/** A firing to come: what a timer is set for. */
export interface Timer {
  readonly escalation: string;
  readonly token: string;
  readonly firesAt: Date;
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
    await fire(unit, warning, firing, { actor: network, mail: null });
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
    await fireNext(unit, warning, { teamId: team.id, after: 0 }, { actor: actorOf(caller), mail: null });
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

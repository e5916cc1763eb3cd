import {
  closes,
  type AcknowledgementState,
  type Measure,
  type Reason,
  type Usefulness,
} from '../contract/vocabularies.ts';
import type { Acknowledgement, EscalationProgress } from '../domain/acknowledgement.ts';
import { erased } from './deliveries.ts';
import type { Queryable } from './unit.ts';

export interface StandingAcknowledgement {
  readonly acknowledgement: Acknowledgement;
  readonly escalation: EscalationProgress | null;
}

/** One change of a team's answer, as its history shows it. */
export interface AnswerEntry {
  readonly id: string;
  readonly state: AcknowledgementState;
  readonly revision: number;
  readonly reason: Reason | null;
  readonly measures: readonly Measure[];
  readonly note: string | null;
  readonly at: string;
  readonly organisationId: string | null;
  readonly memberId: string | null;
  /** By the link of an escalation's mail. */
  readonly byMail: boolean;
  /** Whom that was mailed to, where it was no member. */
  readonly address: string | null;
}

interface AcknowledgementRow {
  warning_id: string;
  team_id: string;
  organisation_id: string;
  state: AcknowledgementState;
  expected: boolean;
  revision: number;
  reason: Reason | null;
  measures: Measure[];
  usefulness: Usefulness | null;
  note: string | null;
  assignee: string | null;
  since: Date;
  waiting_since: Date | null;
  acknowledged_at: Date | null;
  delivered_at: Date | null;
  seen_at: Date | null;
  delivered_revision: number | null;
  seen_revision: number | null;
}

interface ProgressRow {
  warning_id: string;
  team_id: string;
  step: number;
  of: number;
  next_at: Date | null;
}

const wire = (at: Date | null): string | null => at && at.toISOString();

export function acknowledgementOf(row: AcknowledgementRow): Acknowledgement {
  return {
    warningId: row.warning_id,
    teamId: row.team_id,
    organisationId: row.organisation_id,
    state: row.state,
    expected: row.expected,
    revision: row.revision,
    reason: row.reason,
    measures: row.measures,
    usefulness: row.usefulness,
    note: row.note,
    assignee: row.assignee,
    since: row.since.toISOString(),
    waitingSince: wire(row.waiting_since),
    acknowledgedAt: wire(row.acknowledged_at),
    deliveredAt: wire(row.delivered_at),
    seenAt: wire(row.seen_at),
    deliveredRevision: row.delivered_revision,
    seenRevision: row.seen_revision,
  };
}

/** A row for the table, as a fresh wait or a first answer has it: no escalation was opened for it yet. */
export function acknowledgementRow(one: Acknowledgement): Record<string, unknown> {
  return {
    warning_id: one.warningId,
    team_id: one.teamId,
    organisation_id: one.organisationId,
    state: one.state,
    expected: one.expected,
    revision: one.revision,
    reason: one.reason,
    measures: one.measures,
    usefulness: one.usefulness,
    note: one.note,
    assignee: one.assignee,
    since: one.since,
    waiting_since: one.waitingSince,
    acknowledged_at: one.acknowledgedAt,
    delivered_at: one.deliveredAt,
    seen_at: one.seenAt,
    delivered_revision: one.deliveredRevision,
    seen_revision: one.seenRevision,
    opened_for: null,
    closed_at: closes(one.state) ? one.since : null,
    reopened: false,
    expected_since: one.waitingSince,
  };
}

/** How teams stand to warnings, and how far their escalations have come. Without `teamIds`: all teams. */
export async function acknowledgementsOf(
  sql: Queryable,
  warningIds: readonly string[],
  teamIds?: readonly string[],
): Promise<StandingAcknowledgement[]> {
  const { rows } = await sql.query<AcknowledgementRow>(
    `SELECT * FROM acknowledgement WHERE warning_id = ANY($1) AND ($2::uuid[] IS NULL OR team_id = ANY($2))
     ORDER BY warning_id, team_id`,
    [warningIds, teamIds ?? null],
  );
  const progress = await progressOf(sql, rows);
  return rows.map((row) => ({
    acknowledgement: acknowledgementOf(row),
    escalation: progress.get(`${row.warning_id} ${row.team_id}`) ?? null,
  }));
}

async function progressOf(
  sql: Queryable,
  rows: readonly AcknowledgementRow[],
): Promise<Map<string, EscalationProgress>> {
  const pending = rows.filter(({ state }) => state === 'pending').map(({ warning_id }) => warning_id);
  if (pending.length === 0) return new Map();
  const { rows: found } = await sql.query<ProgressRow>(
    `SELECT warning_id, team_id, steps AS of,
       COALESCE(max(step) FILTER (WHERE firing.state = 'fired'), 0) AS step,
       min(fires_at) FILTER (WHERE firing.state = 'pending') AS next_at
     FROM escalation JOIN escalation_firing firing ON escalation_id = escalation.id
     WHERE warning_id = ANY($1) AND ended_at IS NULL
     GROUP BY escalation.id, warning_id, team_id, steps`,
    [pending],
  );
  return new Map(
    found.map((row) => [`${row.warning_id} ${row.team_id}`, { step: row.step, of: row.of, nextAt: wire(row.next_at) }]),
  );
}

/** A team's answers to a warning, oldest first. */
export async function answersOf(sql: Queryable, warningId: string, teamId: string): Promise<AnswerEntry[]> {
  const { rows } = await sql.query<Omit<AnswerEntry, 'at'> & { at: Date }>(
    `SELECT answer.id, answer.state, answer.revision, reason, measures, note, at, answer.organisation_id AS "organisationId",
       answer.member_id AS "memberId", delivery_id IS NOT NULL AS "byMail",
       CASE WHEN answer.member_id IS NULL AND recipient NOT LIKE '${erased}%' THEN recipient END AS address
     FROM answer LEFT JOIN delivery ON delivery.id = delivery_id
     WHERE answer.warning_id = $1 AND answer.team_id = $2 ORDER BY at, answer.id`,
    [warningId, teamId],
  );
  return rows.map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() }));
}

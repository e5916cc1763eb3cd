import type { AcknowledgementRequest, AnsweredState } from '../contract/acknowledgement.ts';
import { faultSentences as said, filled } from '../contract/sentences.ts';
import type { AcknowledgementState, Measure, Reason, Usefulness } from '../contract/vocabularies.ts';
import { reasons } from '../contract/reasons.ts';
import { Refusal, invalidBody } from './refusal.ts';
import { same } from './same.ts';

/**
 * One team's answer to one warning.
 *
 *   pending ──▶ acknowledged ──▶ working ◀──▶ actioned
 *      │             │              ▲ │
 *      └─────────────┴──▶ any       │ ├──▶ no_action ─┐
 *                                   │ └──▶ declined ──┤
 *                                   └─────────────────┘
 *
 * Reopening puts every state back to pending; the history stays.
 */
type Move = 'go' | 'same' | 'conflict';

const moves: Record<AcknowledgementState, Record<AnsweredState, Move>> = {
  pending: { acknowledged: 'go', working: 'go', actioned: 'go', no_action: 'go', declined: 'go' },
  acknowledged: { acknowledged: 'same', working: 'go', actioned: 'go', no_action: 'go', declined: 'go' },
  working: { acknowledged: 'conflict', working: 'same', actioned: 'go', no_action: 'go', declined: 'go' },
  actioned: { acknowledged: 'conflict', working: 'go', actioned: 'same', no_action: 'conflict', declined: 'conflict' },
  no_action: { acknowledged: 'conflict', working: 'go', actioned: 'conflict', no_action: 'same', declined: 'conflict' },
  declined: { acknowledged: 'conflict', working: 'go', actioned: 'conflict', no_action: 'conflict', declined: 'same' },
};

/** A team's answer as it stands. Times are RFC 3339, UTC, milliseconds. */
export interface Acknowledgement {
  readonly warningId: string;
  readonly teamId: string;
  readonly organisationId: string;
  readonly state: AcknowledgementState;
  readonly expected: boolean;
  readonly revision: number;
  readonly reason: Reason | null;
  readonly measures: readonly Measure[];
  readonly usefulness: Usefulness | null;
  readonly note: string | null;
  readonly assignee: string | null;
  readonly since: string;
  readonly waitingSince: string | null;
  readonly acknowledgedAt: string | null;
  readonly deliveredAt: string | null;
  readonly seenAt: string | null;
  readonly deliveredRevision: number | null;
  readonly seenRevision: number | null;
}

/** How far a running escalation has come: `step` fired last (0 before the first), of how many. */
export interface EscalationProgress {
  readonly step: number;
  readonly of: number;
  readonly nextAt: string | null;
}

/** From the least to the most advanced: a caller of several teams is answered with the least. */
export const advancement = [
  'pending',
  'acknowledged',
  'working',
  'actioned',
  'no_action',
  'declined',
] as const satisfies readonly AcknowledgementState[];

/** A team that waits from `at` on, for an answer to `revision`. */
export function awaiting(
  warningId: string,
  teamId: string,
  organisationId: string,
  revision: number,
  at: string,
  expected = true,
): Acknowledgement {
  return {
    warningId,
    teamId,
    organisationId,
    state: 'pending',
    expected,
    revision,
    reason: null,
    measures: [],
    usefulness: null,
    note: null,
    assignee: null,
    since: at,
    waitingSince: expected ? at : null,
    acknowledgedAt: null,
    deliveredAt: null,
    seenAt: null,
    deliveredRevision: null,
    seenRevision: null,
  };
}

/**
 * Applies an answer. null: nothing would change, and nothing is logged.
 * @throws Refusal state-conflict naming the present state; invalid-request where a reason or a note is needed
 */
export function answer(
  before: Acknowledgement,
  sent: AcknowledgementRequest,
  revision: number,
  at: string,
): Acknowledgement | null {
  const move = moves[before.state][sent.state];
  if (move === 'conflict') {
    const why = before.state === 'working' ? reasons.answerWorking : reasons.answerFirst;
    throw new Refusal('state-conflict', filled(why, { from: before.state, to: sent.state }), { state: before.state });
  }
  const after: Acknowledgement = {
    ...before,
    state: sent.state,
    revision: move === 'same' ? before.revision : revision,
    reason: sent.reason === undefined ? before.reason : sent.reason,
    measures: sent.measures ?? before.measures,
    usefulness: sent.usefulness === undefined ? before.usefulness : sent.usefulness,
    note: sent.note === undefined ? before.note : sent.note,
    assignee: sent.assignee === undefined ? before.assignee : sent.assignee,
    since: move === 'same' ? before.since : at,
    waitingSince: null,
    acknowledgedAt: before.state === 'pending' ? at : before.acknowledgedAt,
    deliveredAt: before.deliveredAt ?? at,
    seenAt: before.seenAt ?? at,
    deliveredRevision: Math.max(before.deliveredRevision ?? 0, revision),
    seenRevision: Math.max(before.seenRevision ?? 0, revision),
  };
  checkReason(after);
  return move === 'same' && sameAnswer(before, after) ? null : after;
}

function checkReason(after: Acknowledgement): void {
  if ((after.state === 'no_action' || after.state === 'declined') && after.reason === null) {
    throw invalidBody([{ pointer: '/reason', message: filled(said.reasonNeeded, { answer: after.state }) }]);
  }
  if (after.reason === 'other' && after.note === null) {
    throw invalidBody([{ pointer: '/note', message: said.noteNeeded }]);
  }
}

function sameAnswer(before: Acknowledgement, after: Acknowledgement): boolean {
  const members = ['reason', 'measures', 'usefulness', 'note', 'assignee'] as const;
  return members.every((name) => same(before[name], after[name]));
}

/** Puts an answer back to pending; what was said, received and seen stays. */
export function reopen(before: Acknowledgement, revision: number, at: string): Acknowledgement {
  return { ...before, state: 'pending', expected: true, revision, since: at, waitingSince: at };
}

/** What a revision makes of a team, before its answer is looked at. */
export interface Reconsidered {
  readonly expected: boolean;
  readonly admitted: boolean;
  /** The revision reopens what this team may have answered. */
  readonly reopens: boolean;
  /** Nothing chased the team so far, and its policy does from this revision on. */
  readonly chasedAnew: boolean;
}

/**
 * How a team stands after a revision. Its clock starts when it is reopened, when it begins to be expected, and when what
 * nothing chased so far is chased; it stops when the team may no longer have the warning.
 */
export function reconsider(
  had: Acknowledgement,
  { expected, admitted, reopens, chasedAnew }: Reconsidered,
  revision: number,
  at: string,
): Acknowledgement {
  if (had.state !== 'pending') {
    if (!reopens || !admitted) return { ...had, expected };
    const open = reopen(had, revision, at);
    return expected ? open : { ...open, expected, waitingSince: null };
  }
  const waits = { ...had, expected, revision };
  if (!admitted) return { ...waits, waitingSince: null };
  if (expected && had.waitingSince === null) return { ...waits, since: at, waitingSince: at };
  return expected && chasedAnew ? { ...waits, waitingSince: at } : waits;
}

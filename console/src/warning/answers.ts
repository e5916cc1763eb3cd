import type { Acknowledgement, AcknowledgementRequest, AnsweredState } from '../../../core/contract/acknowledgement.ts';
import type { Me } from '../../../core/contract/organisation.ts';
import type { AcknowledgementState, Measure, Reason, Usefulness } from '../../../core/contract/vocabularies.ts';
import type { Warning } from '../../../core/contract/warning.ts';

/** Which states an answer may go to (contract.md, "Acknowledgement"); the same state again changes what else is named. */
export const nextStates: Record<AcknowledgementState, readonly AnsweredState[]> = {
  pending: ['acknowledged', 'working', 'actioned', 'no_action', 'declined'],
  acknowledged: ['working', 'actioned', 'no_action', 'declined'],
  working: ['actioned', 'no_action', 'declined'],
  actioned: ['working'],
  no_action: ['working'],
  declined: ['working'],
};

/** What the form of an answer holds. */
export interface AnswerDraft {
  readonly measures: readonly Measure[];
  readonly reason: Reason | null;
  readonly usefulness: Usefulness | null;
  readonly note: string;
  readonly assignee: string;
}

/** States that ask for a reason. */
export function needsReason(state: AnsweredState): boolean {
  return state === 'no_action' || state === 'declined';
}

export type AnswerGap = 'reason' | 'note';

/** What is still missing before the network takes the answer. */
export function answerGap(state: AnsweredState, { reason, note }: AnswerDraft): AnswerGap | undefined {
  if (!needsReason(state)) return undefined;
  if (reason === null) return 'reason';
  return reason === 'other' && note.trim() === '' ? 'note' : undefined;
}

/**
 * The request: what the form does not ask for in this state is left as it is, what was emptied in it is taken back.
 * @param stood the answer as it was when the form opened
 */
export function answerRequest(
  state: AnsweredState,
  draft: AnswerDraft,
  stood: Acknowledgement | undefined,
): AcknowledgementRequest {
  const { measures, reason, usefulness } = draft;
  const note = draft.note.trim() === '' ? null : draft.note;
  const assignee = draft.assignee.trim() === '' ? null : draft.assignee.trim();
  return {
    state,
    ...(stood && { team: stood.team.id }),
    ...(needsReason(state) && { reason }),
    ...(state === 'actioned' && { measures: [...measures] }),
    ...(usefulness !== (stood?.usefulness ?? null) && { usefulness }),
    ...(note !== (stood?.note ?? null) && { note }),
    ...(assignee !== (stood?.assignee ?? null) && { assignee }),
  };
}

/** The answers of the teams that the credential answers for. */
export function ownTeams(me: Me, all: readonly Acknowledgement[], warning: Warning): readonly Acknowledgement[] {
  const teams = new Set(me.teams.map(({ id }) => id));
  const own = all.filter(({ team }) => teams.has(team.id));
  if (own.length > 0) return own;
  return warning.acknowledgement ? [warning.acknowledgement] : [];
}

/** The team to show first: one that is waited for, else one that has not answered, else any. */
export function toAnswerFirst(teams: readonly Acknowledgement[]): Acknowledgement | undefined {
  const pending = teams.filter(({ state }) => state === 'pending');
  return pending.find(({ expected }) => expected) ?? pending[0] ?? teams[0];
}

/** Whether a team is waited for. */
export function isDue(warning: Warning, acknowledgement: Acknowledgement | undefined): boolean {
  return warning.state === 'active' && acknowledgement?.state === 'pending' && acknowledgement.expected;
}

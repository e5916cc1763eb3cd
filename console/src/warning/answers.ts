import type { AcknowledgementRequest, AnsweredState } from '../../../core/contract/acknowledgement.ts';
import type { AcknowledgementState, Measure, Reason, Usefulness } from '../../../core/contract/vocabularies.ts';

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
}

/** States that ask for a reason. */
export function needsReason(state: AnsweredState): boolean {
  return state === 'no_action' || state === 'declined';
}

export type AnswerGap = 'reason' | 'note';

/** What is still missing before the network takes the answer. */
export function answerGap(state: AnsweredState, { reason, measures, note }: AnswerDraft): AnswerGap | undefined {
  if (needsReason(state) && reason === null) return 'reason';
  const other = (needsReason(state) && reason === 'other') || (state === 'actioned' && measures.includes('other'));
  return other && note.trim() === '' ? 'note' : undefined;
}

/** The request: what the form does not ask for in this state is left as it is. */
export function answerRequest(state: AnsweredState, draft: AnswerDraft, team?: string): AcknowledgementRequest {
  const { measures, reason, usefulness, note } = draft;
  return {
    state,
    ...(team !== undefined && { team }),
    ...(needsReason(state) && { reason }),
    ...(state === 'actioned' && { measures: [...measures] }),
    ...(usefulness !== null && { usefulness }),
    ...(note.trim() !== '' && { note }),
  };
}

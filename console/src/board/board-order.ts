import { severityOrder } from '../../../core/contract/vocabularies.ts';
import type { ListedWarning } from '../live/queries.ts';
import { answerNeeded } from './answer-needed.ts';

/** Orders warnings by what needs somebody most: unanswered before answered, the gravest, the soonest, the newest. */
export function byUrgency(one: ListedWarning, other: ListedWarning): number {
  return (
    Number(answerNeeded(other) !== undefined) - Number(answerNeeded(one) !== undefined) ||
    gravity(other) - gravity(one) ||
    inOrder(one.onset, other.onset) ||
    inOrder(other.createdAt, one.createdAt)
  );
}

/** Of what is told by its marking alone nobody knows how grave it is. */
function gravity(warning: ListedWarning): number {
  return 'severity' in warning ? severityOrder.indexOf(warning.severity) : severityOrder.length;
}

/** Moments as the network writes them sort as plain text; by the rules of a language thousands take too long. */
function inOrder(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

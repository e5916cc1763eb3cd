import { severityOrder } from '../../../core/contract/vocabularies.ts';
import type { ListedWarning } from '../live/queries.ts';
import { answerNeeded } from './answer-needed.ts';

/** Orders warnings by what needs somebody most: unanswered before answered, the gravest, the soonest, the newest. */
export function byUrgency(one: ListedWarning, other: ListedWarning): number {
  return (
    Number(answerNeeded(other) !== undefined) - Number(answerNeeded(one) !== undefined) ||
    gravity(other) - gravity(one) ||
    one.onset.localeCompare(other.onset) ||
    other.createdAt.localeCompare(one.createdAt)
  );
}

/** Of what is told by its marking alone nobody knows how grave it is. */
function gravity(warning: ListedWarning): number {
  return 'severity' in warning ? severityOrder.indexOf(warning.severity) : severityOrder.length;
}

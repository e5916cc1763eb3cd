import type { Acknowledgement } from '../../../core/contract/acknowledgement.ts';
import type { ListedWarning } from '../live/queries.ts';

/** The own acknowledgement of a warning that waits for an answer; undefined where none is due. */
export function answerNeeded(warning: ListedWarning): Acknowledgement | undefined {
  if (!('acknowledgement' in warning) || warning.state !== 'active') return undefined;
  const { acknowledgement } = warning;
  return acknowledgement?.state === 'pending' && acknowledgement.expected ? acknowledgement : undefined;
}

import type { Directory } from '../../domain/directory.ts';
import { Refusal } from '../../domain/refusal.ts';

/**
 * Whose the mails to people outside the network are: its coordinator's.
 * @param lacking what cannot be without one, as it is told to whoever asked for it
 * @throws Refusal unavailable where there is none
 */
export function coordinatorOf(
  { organisations }: Directory,
  lacking = 'nobody answers for what it mails to people outside it',
): string {
  const found = [...organisations.values()].find(({ kind, suspended }) => kind === 'coordinator' && !suspended);
  if (found) return found.id;
  throw new Refusal('unavailable', `This network has no coordinator at present, so ${lacking}. Try again later.`, {
    retryAfter: 3_600,
  });
}

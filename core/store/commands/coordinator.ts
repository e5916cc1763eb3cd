import type { Directory } from '../../domain/directory.ts';
import { Refusal } from '../../domain/refusal.ts';

/** Whose the mails to people outside the network are: its coordinator's. @throws Refusal unavailable where it has none yet */
export function coordinatorOf({ organisations }: Directory): string {
  const found = [...organisations.values()].find(({ kind, suspended }) => kind === 'coordinator' && !suspended);
  if (found) return found.id;
  throw new Refusal('unavailable', 'This network has no coordinator yet, so nobody could decide. Try again later.', {
    retryAfter: 3_600,
  });
}

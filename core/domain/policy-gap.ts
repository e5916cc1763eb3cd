import type { Directory } from './directory.ts';
import type { ForeseenReason, Missed } from './recipients.ts';
import { rehearse } from './rehearsal.ts';
import { same } from './same.ts';

const minute = 60_000;
/** Milliseconds that a gap stands before managers are mailed: who changes people often mends the policy next, and a link is opened within a day. */
const patience: Readonly<Record<ForeseenReason, number>> = {
  'nobody-left': 60 * minute,
  'not-admitted': 60 * minute,
  unconfirmed: 24 * 60 * minute,
};

/** Whether a gap that was found at a moment is to be told. */
export function isDue({ reason }: Pick<Missed<ForeseenReason>, 'reason'>, foundAt: Date, now: Date): boolean {
  return now.getTime() - foundAt.getTime() >= patience[reason];
}

/**
 * The targets of a team's own policy that tell nobody, each once, whichever step names them: found by rehearsing what no step lies
 * above. None while the organisation is suspended: nothing is mailed to it then.
 */
export function gapsOf(directory: Directory, teamId: string, now: Date): Missed<ForeseenReason>[] {
  const policy = directory.policies.get(teamId);
  const organisation = directory.organisations.get(directory.teamById.get(teamId)?.organisationId ?? '');
  if (!policy || !organisation || organisation.suspended) return [];
  const { reached } = rehearse(directory, organisation, policy, { at: now, severity: 'extreme', tlp: 'TLP:CLEAR' });
  const missed = [...reached.values()].flatMap((step) => step.missed);
  return missed.filter((gap, place) => missed.findIndex((other) => same(gap, other)) === place);
}

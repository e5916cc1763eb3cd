import { reaches } from './access.ts';
import type { WarningHistory } from './audience.ts';
import type { Directory } from './directory.ts';
import { teamsOf } from './organisation.ts';
import { accessOfRecipient } from './recipients.ts';

/** Days that the link of an escalation's mail answers, while its escalation runs. */
export const answerLinkDays = 7;

/** To whom a step of a team's escalation was mailed. */
export interface Asked {
  readonly recipient: string;
  readonly organisationId: string;
  readonly memberId: string | null;
  readonly teamId: string | null;
}

/**
 * Whether somebody who was mailed a step may answer by its link, as things stand now: a member of that team who may answer, or an
 * address that the organisation has had confirmed, and who may have the warning.
 */
export function mayAnswerByLink(directory: Directory, history: WarningHistory, asked: Asked): boolean {
  const { recipient, organisationId, memberId, teamId } = asked;
  const organisation = directory.organisations.get(organisationId);
  if (organisation?.suspended !== false || directory.teamById.get(teamId ?? '')?.organisationId !== organisationId)
    return false;
  if (accessOfRecipient(directory, history, asked) === 'none') return false;
  if (memberId === null) return directory.confirmedAddresses.has(`${organisationId} ${recipient}`);
  const member = directory.members.get(memberId);
  if (member?.organisationId !== organisationId || !reaches(member.role, 'responder')) return false;
  return teamsOf(member, directory.teams.get(organisationId) ?? []).some(({ id }) => id === teamId);
}

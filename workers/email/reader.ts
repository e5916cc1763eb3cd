import type { Directory } from '../../core/domain/directory.ts';
import type { Delivery } from '../../core/store/deliveries.ts';
import { mailLanguage } from './languages/languages.ts';
import { phrasebook, type Phrasebook } from './phrasebook.ts';

/** How to write to whoever a mail goes to: in their own language, with times by their own clock, else in the time zone of the team's policy. */
export function bookFor(
  directory: Directory,
  {
    memberId,
    organisationId,
    recipient,
    teamId,
  }: Pick<Delivery, 'memberId' | 'organisationId' | 'recipient' | 'teamId'>,
): Phrasebook {
  const language =
    memberId === null
      ? directory.confirmedAddresses.get(`${organisationId} ${recipient}`)
      : directory.members.get(memberId)?.language;
  const hours = directory.ownMail.get(memberId ?? '')?.hours ?? directory.policies.get(teamId ?? '')?.hours;
  return phrasebook(mailLanguage(language), hours?.timeZone);
}

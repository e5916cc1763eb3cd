import type { Target } from '../../../core/contract/escalation-policy.ts';
import { roles } from '../../../core/contract/vocabularies.ts';
import type { Missed, MissedReason } from '../../../core/domain/recipients.ts';
import type { FiredStep } from '../../../core/store/deliveries.ts';
import type { Letter } from '../letter.ts';
import { moment, span } from '../phrases.ts';
import type { WantedMail } from '../wanted.ts';
import { organisationName, surroundings, teamName, timeZoneOf } from './about-warning.ts';

/** A step of an escalation: nobody has answered, and for how long. */
export function escalationLetter(mail: WantedMail, fired: FiredStep, publicUrl: string): Letter {
  const zone = timeZoneOf(mail);
  return {
    ...surroundings(mail, publicUrl),
    heading: 'Nobody has answered this warning yet',
    paragraphs: [
      `${unanswered(mail, fired)} This is ${stepName(fired)} of its escalation policy.`,
      ...(fired.heldSince === null ? [] : [`Held since ${moment(fired.heldSince, zone)} by the team’s quiet hours.`]),
      ...(fired.late ? ['This step is late: the network could not send it when it was due.'] : []),
      ...(fired.detour === null ? [] : ['Nobody whom the step names can be told any more, so it comes to you.']),
      'Open the warning and answer it: any answer ends the escalation for everybody on the team.',
    ],
  };
}

/** A step whose mails all came back: told to those who can mend the policy, or else to the coordinator. */
export function unreachedLetter(mail: WantedMail, fired: FiredStep, publicUrl: string): Letter {
  const own = mail.directory.teamById.get(mail.delivery.teamId ?? '')?.organisationId === mail.delivery.organisationId;
  return {
    ...surroundings(mail, publicUrl),
    heading: own ? 'A step of your escalation reached nobody' : 'A step of an escalation reached nobody',
    paragraphs: [
      `The mails of ${stepName(fired)} could not be delivered to anybody whom it names. ${
        own
          ? 'You get this because you own or manage the organisation.'
          : `You get this because you coordinate the network, and nobody at ${organisationName(mail)} can be told.`
      }`,
      unanswered(mail, fired),
      own
        ? 'Answer the warning, and then look at the addresses in the team’s escalation policy.'
        : 'Reach them another way, and ask them to look at the addresses in the team’s escalation policy.',
    ],
  };
}

/** A target that tells nobody: told to those who can mend the policy, while the escalation goes on without it. */
export function missedLetter(mail: WantedMail, missed: FiredStep & Missed, publicUrl: string): Letter {
  return {
    ...surroundings(mail, publicUrl),
    heading: 'Your escalation policy names somebody who is not told',
    paragraphs: [
      `${sentence(stepName(missed))} of the escalation policy of ${teamName(mail)} names ${targetName(mail, missed.target)}: ${reasonsToMiss[missed.reason]}. The escalation goes on without them.`,
      'Mend the policy before the next warning. You get this because you own or manage the organisation, at most once a day for each name in it.',
    ],
  };
}

const reasonsToMiss: Record<MissedReason, string> = {
  'nobody-left': 'nobody there is left',
  unconfirmed: 'the address was never confirmed, so nothing is sent to it',
  'not-admitted': 'with its marking this warning may not go to them',
  failed: 'the mail could not be delivered',
};

function targetName({ directory }: WantedMail, target: Target): string {
  switch (target.type) {
    case 'member':
      return directory.members.get(target.id)?.name ?? 'a member who has left';
    case 'role':
      return `everybody with the role ${roles[target.role].label.toLowerCase()}`;
    case 'email':
      return target.address;
    default:
      return 'somebody outside the organisation';
  }
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function unanswered(mail: WantedMail, { waitingSince }: FiredStep): string {
  const waited = mail.delivery.now.getTime() - Date.parse(waitingSince);
  return `${teamName(mail)} has left it unanswered for ${span(waited)}, since ${moment(waitingSince, timeZoneOf(mail))}.`;
}

function stepName({ step, of, repeat }: FiredStep): string {
  return `step ${step} of ${of}${repeat === 0 ? '' : `, repeat ${repeat}`}`;
}

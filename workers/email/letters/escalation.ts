import type { FiredStep } from '../../../core/store/deliveries.ts';
import type { Letter } from '../letter.ts';
import { moment, span } from '../phrases.ts';
import type { WantedMail } from '../wanted.ts';
import { surroundings, teamName, timeZoneOf } from './about-warning.ts';

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

/** A step whose mails all came back: told to those who can mend the policy. */
export function unreachedLetter(mail: WantedMail, fired: FiredStep, publicUrl: string): Letter {
  return {
    ...surroundings(mail, publicUrl),
    heading: 'A step of your escalation reached nobody',
    paragraphs: [
      `The mails of ${stepName(fired)} could not be delivered to anybody whom it names. You get this because you own or manage the organisation.`,
      unanswered(mail, fired),
      'Answer the warning, and then look at the addresses in the team’s escalation policy.',
    ],
  };
}

function unanswered(mail: WantedMail, { waitingSince }: FiredStep): string {
  const waited = mail.delivery.now.getTime() - Date.parse(waitingSince);
  return `${teamName(mail)} has left it unanswered for ${span(waited)}, since ${moment(waitingSince, timeZoneOf(mail))}.`;
}

function stepName({ step, of, repeat }: FiredStep): string {
  return `step ${step} of ${of}${repeat === 0 ? '' : `, repeat ${repeat}`}`;
}

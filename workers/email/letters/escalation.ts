import type { Letter } from '../letter.ts';
import { clock, moment, span } from '../phrases.ts';
import type { WantedMail } from '../wanted.ts';
import { surroundings, teamName, timeZoneOf } from './about-warning.ts';

/** What the ledger keeps of a firing (core/store/commands/escalate.ts). */
interface Fired {
  readonly step: number;
  readonly of: number;
  readonly repeat: number;
  readonly waitingSince: string;
  readonly late: boolean;
  readonly heldSince: string | null;
  readonly detour: 'nobody-left' | null;
}

/** A step of an escalation: nobody has answered, and for how long. */
export function escalationLetter(mail: WantedMail, publicUrl: string): Letter {
  const fired = mail.delivery.content as unknown as Fired;
  const zone = timeZoneOf(mail);
  return {
    ...surroundings(mail, publicUrl),
    heading: 'Nobody has answered this warning yet',
    paragraphs: [
      `${unanswered(mail, fired)} This is ${stepName(fired)} of its escalation policy.`,
      ...(fired.heldSince === null ? [] : [`Held since ${clock(fired.heldSince, zone)} by the team’s quiet hours.`]),
      ...(fired.late ? ['This step is late: the network could not send it when it was due.'] : []),
      ...(fired.detour === null ? [] : ['Nobody whom the step names can be told any more, so it comes to you.']),
      'Open the warning and answer it: any answer ends the escalation for everybody on the team.',
    ],
  };
}

/** A step whose mails all came back: told to those who can mend the policy. */
export function unreachedLetter(mail: WantedMail, publicUrl: string): Letter {
  const fired = mail.delivery.content as unknown as Fired;
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

function unanswered(mail: WantedMail, { waitingSince }: Fired): string {
  const waited = mail.delivery.now.getTime() - Date.parse(waitingSince);
  return `${teamName(mail)} has left it unanswered for ${span(waited)}, since ${moment(waitingSince, timeZoneOf(mail))}.`;
}

function stepName({ step, of, repeat }: Fired): string {
  return `step ${step} of ${of}${repeat === 0 ? '' : `, repeat ${repeat}`}`;
}

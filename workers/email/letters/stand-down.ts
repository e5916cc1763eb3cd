import type { EndReason } from '../../../core/store/commands/escalation-end.ts';
import type { Letter } from '../letter.ts';
import type { WantedMail } from '../wanted.ts';
import { surroundings, teamName } from './about-warning.ts';

/** Takes an escalation mail back: somebody has it, or it is over. */
export function standDownLetter(mail: WantedMail, reason: EndReason, publicUrl: string): Letter {
  const common = surroundings(mail, publicUrl);
  return {
    ...common,
    subject: `Re: ${common.subject}`,
    heading: mail.book.say('warning.standDown.heading'),
    paragraphs: [why(mail, reason), mail.book.say('warning.standDown.done')],
  };
}

function why(mail: WantedMail, reason: EndReason): string {
  const { book } = mail;
  switch (reason) {
    case 'cancelled':
      return mail.warning.snapshot.cancellation?.retracted
        ? book.say('warning.standDown.retracted')
        : book.say('warning.standDown.cancelled');
    case 'expired':
      return book.say('warning.standDown.expired');
    case 'past':
      return book.say('warning.standDown.past');
    default:
      return book.say('warning.standDown.answered', { team: teamName(mail) });
  }
}

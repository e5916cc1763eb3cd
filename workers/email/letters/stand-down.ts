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
    heading: 'You can stand down',
    paragraphs: [`${why(mail, reason)} You were mailed about this warning; nothing more is needed from you.`],
  };
}

function why(mail: WantedMail, reason: EndReason): string {
  switch (reason) {
    case 'cancelled':
      return mail.warning.snapshot.cancellation?.retracted
        ? 'The coordinator of the network retracted the warning: do not rely on what it said.'
        : 'The warning was called off by its issuer.';
    case 'expired':
      return 'The warning has expired.';
    case 'past':
      return 'The issuer says that what the warning was about is past.';
    default:
      return `Somebody has answered for ${teamName(mail)}.`;
  }
}

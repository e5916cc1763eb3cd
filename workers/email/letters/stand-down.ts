import type { Letter } from '../letter.ts';
import type { WantedMail } from '../wanted.ts';
import { surroundings, teamName } from './about-warning.ts';

/** Takes an escalation mail back: somebody has it, or it is over. */
export function standDownLetter(mail: WantedMail, publicUrl: string): Letter {
  const common = surroundings(mail, publicUrl);
  return {
    ...common,
    subject: `Re: ${common.subject}`,
    heading: 'You can stand down',
    paragraphs: [`${why(mail)} You were mailed about this warning; nothing more is needed from you.`],
  };
}

function why(mail: WantedMail): string {
  switch (mail.delivery.content['reason']) {
    case 'cancelled':
      return 'The warning was called off by its issuer.';
    case 'expired':
      return 'The warning has expired.';
    default:
      return `Somebody has answered for ${teamName(mail)}.`;
  }
}

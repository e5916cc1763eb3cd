import type { EventType } from '../../../core/contract/event.ts';
import type { Letter } from '../letter.ts';
import type { WantedMail } from '../wanted.ts';
import { organisationName, surroundings } from './about-warning.ts';
import { quoted } from './issuers-words.ts';

/** What happened to a warning, for those who subscribed by mail. */
export function warningLetter(mail: WantedMail, event: EventType, publicUrl: string): Letter {
  const { book } = mail;
  const plain = surroundings(mail, publicUrl);
  const because = book.say('warning.note.subscription', { organisation: organisationName(mail) });
  const common = { ...plain, notes: [...plain.notes, because] };
  const again = { ...common, subject: `Re: ${common.subject}` };
  switch (event) {
    case 'warning.cancelled': {
      const over = mail.warning.snapshot.cancellation?.retracted ? 'retracted' : 'cancelled';
      return {
        ...again,
        heading: book.say(`warning.news.${over}`),
        paragraphs: [book.say(`warning.news.${over}Lead`)],
        facts: [...reasonOf(mail), ...common.facts],
      };
    }
    case 'warning.revised':
      return {
        ...again,
        heading: book.say('warning.news.revised'),
        paragraphs: [book.say('warning.news.revisedLead')],
      };
    default:
      return { ...common, heading: book.say('warning.news.raised'), paragraphs: [] };
  }
}

/** Why it was called off, in the issuer's words, where a mail may quote them. */
function reasonOf({ warning: { snapshot }, discloses, book }: WantedMail): Letter['facts'] {
  const { cancellation, content } = snapshot;
  if (discloses !== 'words' || !cancellation || cancellation.reason === '') return [];
  return [quoted('reason', { text: cancellation.reason, language: content.language }, book)];
}

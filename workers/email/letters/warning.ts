import type { WarningNews } from '../../../core/store/deliveries.ts';
import type { Letter } from '../letter.ts';
import type { WantedMail } from '../wanted.ts';
import { organisationName, surroundings } from './about-warning.ts';
import { quoted } from './issuers-words.ts';

/** Where a mail leads. */
interface Links {
  readonly publicUrl: string;
  /** Where one click ends such mails; null: nothing does. */
  readonly unsubscribeUrl: string | null;
}

/** What happened to a warning, for those who subscribed by mail or chose to hear of it themselves. */
export function warningLetter(mail: WantedMail, { event, own }: WarningNews, links: Links): Letter {
  const { book } = mail;
  const plain = surroundings(mail, links.publicUrl);
  const common = {
    ...plain,
    notes: [...plain.notes, ...reasonsToGetIt(mail, links)],
    further: own?.heldSince ? [book.say('warning.own.held', { since: book.moment(own.heldSince) })] : [],
  };
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

/** Why it came to this reader, and how they have it otherwise. */
function reasonsToGetIt(mail: WantedMail, { publicUrl, unsubscribeUrl }: Links): string[] {
  const { book } = mail;
  if (unsubscribeUrl === null) {
    return [book.say('warning.note.subscription', { organisation: organisationName(mail) })];
  }
  return [
    book.say('warning.own.why'),
    book.say('warning.own.change', { url: `${publicUrl}/account/mail` }),
    book.say('warning.own.end', { url: unsubscribeUrl }),
  ];
}

/** Why it was called off, in the issuer's words, where a mail may quote them. */
function reasonOf({ warning: { snapshot }, discloses, book }: WantedMail): Letter['facts'] {
  const { cancellation, content } = snapshot;
  if (discloses !== 'words' || !cancellation || cancellation.reason === '') return [];
  return [quoted('reason', { text: cancellation.reason, language: content.language }, book)];
}

import { subscriberConfirmationDays } from '../../../core/store/commands/mail-subscriber.ts';
import { preferenceDays } from '../../../core/store/subscriber-links.ts';
import { plainLetter, type Letter } from '../letter.ts';
import type { Phrasebook } from '../phrasebook.ts';

/** Asks whoever reads an address whether they want to be mailed. The token stands behind the `#`, which no browser sends to any server. */
export function subscriberConfirmationLetter(book: Phrasebook, token: string, publicUrl: string): Letter {
  return plainLetter({
    language: book.language,
    heading: book.say('subscriber.confirmation.heading'),
    paragraphs: [book.say('subscriber.confirmation.what'), book.say('subscriber.confirmation.how')],
    action: { label: book.say('subscriber.confirmation.action'), url: `${publicUrl}/mail/confirm#token=${token}` },
    notes: [
      book.say('subscriber.confirmation.holds', { count: subscriberConfirmationDays }),
      book.say('account.unexpected'),
    ],
  });
}

/** Brings a new link to what somebody is mailed. */
export function subscriberLinkLetter(book: Phrasebook, token: string, publicUrl: string): Letter {
  return plainLetter({
    language: book.language,
    heading: book.say('subscriber.link.heading'),
    paragraphs: [book.say('subscriber.link.what')],
    action: { label: book.say('subscriber.link.action'), url: preferencesUrl(token, publicUrl) },
    notes: [book.say('subscriber.link.holds', { count: preferenceDays }), book.say('account.unexpected')],
  });
}

/** Where a subscriber sees and changes what they are mailed. */
export function preferencesUrl(token: string, publicUrl: string): string {
  return `${publicUrl}/mail/preferences#token=${token}`;
}

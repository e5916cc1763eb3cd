import { confirmationDays } from '../../../core/store/commands/address.ts';
import { plainLetter, type Letter } from '../letter.ts';
import type { Phrasebook } from '../phrasebook.ts';

/**
 * Asks whoever reads this address whether they want to be told. The link opens a page with a button: following it changes
 * nothing, because mail scanners follow links.
 */
export function confirmationLetter(book: Phrasebook, organisation: string, token: string, publicUrl: string): Letter {
  return plainLetter({
    language: book.language,
    subject: book.say('account.confirmation.subject', { organisation }),
    heading: book.say('account.confirmation.heading'),
    paragraphs: [book.say('account.confirmation.what', { organisation }), book.say('account.confirmation.how')],
    action: {
      label: book.say('account.confirmation.action'),
      url: `${publicUrl}/addresses/confirm?token=${encodeURIComponent(token)}`,
    },
    notes: [book.say('account.confirmation.holds', { count: confirmationDays }), book.say('account.unexpected')],
  });
}

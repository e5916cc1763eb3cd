import type { FactorChange } from '../../../core/store/deliveries.ts';
import { plainLetter, type Letter } from '../letter.ts';
import type { Phrasebook } from '../phrasebook.ts';

/** Tells a member what happened to the factors of their account: they may not have done it. */
export function factorLetter(book: Phrasebook, change: FactorChange, publicUrl: string): Letter {
  return plainLetter({
    language: book.language,
    heading: book.say(`account.factor.${change}.heading`),
    paragraphs: [book.say(`account.factor.${change}.what`), book.say('account.factor.yours')],
    action: { label: book.say('account.factor.action'), url: `${publicUrl}/account` },
  });
}

import { plainLetter, type Letter } from '../letter.ts';
import type { Phrasebook } from '../phrasebook.ts';

/**
 * A link that signs in, once. It opens a page with a button, because mail scanners follow links; the token stands behind the
 * `#`, which no browser sends to any server.
 */
export function signInLetter(
  book: Phrasebook,
  { token, expiresAt }: { readonly token: string; readonly expiresAt: string },
  publicUrl: string,
): Letter {
  const heading = book.say('account.signIn.heading');
  return plainLetter({
    language: book.language,
    subject: heading,
    heading,
    paragraphs: [book.say('account.signIn.how'), book.say('account.signIn.keepIt')],
    action: {
      label: book.say('account.signIn.action'),
      url: `${publicUrl}/sign-in/link#token=${encodeURIComponent(token)}`,
    },
    notes: [book.say('account.signIn.until', { until: book.moment(expiresAt) }), book.say('account.signIn.notYou')],
  });
}

/** Tells somebody who asked for a link that their organisation's identity provider is their way in. */
export function signInByProviderLetter(book: Phrasebook, organisation: string, publicUrl: string): Letter {
  const heading = book.say('account.signInByProvider.heading');
  return plainLetter({
    language: book.language,
    subject: heading,
    heading,
    paragraphs: [book.say('account.signInByProvider.why', { organisation }), book.say('account.signInByProvider.how')],
    action: { label: book.say('account.signInByProvider.action'), url: `${publicUrl}/` },
    notes: [book.say('account.unexpected')],
  });
}

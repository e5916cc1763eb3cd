import { mailReader } from '../../core/domain/mail-subscriber.ts';
import { party } from '../../core/domain/presentation.ts';
import type { Delivery, DigestMail } from '../../core/store/deliveries.ts';
import { openCompositions } from '../../core/store/digests.ts';
import { freshDirectory } from '../../core/store/fresh-directory.ts';
import { subscriberOfId } from '../../core/store/mail-subscribers.ts';
import type { Store } from '../../core/store/store.ts';
import { openSubscriberLinks } from '../../core/store/subscriber-links.ts';
import { mailLanguage } from './languages/languages.ts';
import type { Letter } from './letter.ts';
import { digestLetter } from './letters/digest.ts';
import { preferencesUrl } from './letters/subscriber.ts';
import { phrasebook } from './phrasebook.ts';
import { superseded, type Ending } from './verdict.ts';

export function isDigestMail(delivery: Delivery): delivery is Delivery<DigestMail> {
  return delivery.kind === 'digest';
}

/**
 * Composes a digest as it has to be now: from the part of the log that was its when it was due, by who may have what today.
 * @returns also where one click ends the mails (RFC 8058)
 */
export async function composeDigestMail(
  store: Store,
  { content, now }: Delivery<DigestMail>,
  publicUrl: string,
): Promise<(Letter & { readonly unsubscribeUrl: string }) | Ending> {
  const subscriber = await subscriberOfId(store.sql, content.subscriber);
  if (!subscriber) return superseded('called-off', 'The mails have ended.');
  const directory = await freshDirectory(store);
  const reader = mailReader(directory, subscriber.vouchers);
  const digest = await openCompositions(store.sql).compose(content, reader, subscriber.filter);
  if (!digest) return superseded('no-longer-admitted', 'Nothing of it may be told to this address any more.');
  const links = openSubscriberLinks(store.network);
  const unsubscribeUrl = `${publicUrl}/mail/unsubscribe/${links.unsubscribe(subscriber.id)}`;
  const letter = digestLetter(phrasebook(mailLanguage(subscriber.language), subscriber.timeZone), {
    digest,
    ...content,
    nameOf: ({ issuerId, access }) => (access === 'withheld' ? null : party(directory, issuerId).name),
    preferencesUrl: preferencesUrl(links.preferences(subscriber.id, now), publicUrl),
    unsubscribeUrl,
  });
  return { ...letter, unsubscribeUrl };
}

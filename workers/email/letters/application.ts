import type { Application } from '../../../core/contract/application.ts';
import type { ApplicationNews } from '../../../core/store/deliveries.ts';
import { plainLetter, type Letter } from '../letter.ts';
import type { Phrasebook } from '../phrasebook.ts';

/** Tells an applicant how things stand. The link opens a page; the token stands behind the `#`. */
export function applicationLetter(
  book: Phrasebook,
  { organisation, messages }: Application,
  { token, news }: { readonly token: string; readonly news: ApplicationNews },
  publicUrl: string,
): Letter {
  const heading = book.say(`account.application.${news}.heading`, { organisation });
  const last = messages.findLast(({ author }) => author === 'coordinator')?.text;
  const quoted = news === 'asked' || news === 'refused' ? last : undefined;
  return plainLetter({
    language: book.language,
    subject: heading,
    heading,
    paragraphs: [
      book.say(`account.application.${news}.what`, { organisation }),
      ...(news === 'confirm' ? [book.say('account.application.confirmHow')] : []),
      ...(quoted === undefined ? [] : [quoted]),
    ],
    action: {
      label: book.say(`account.application.${news}.action`),
      url: `${publicUrl}/application#token=${encodeURIComponent(token)}`,
    },
    notes: [book.say('account.unexpected')],
  });
}

/** Tells the coordinator that an application waits. */
export function applicationWaitsLetter(
  book: Phrasebook,
  { id, organisation, kind }: Application,
  publicUrl: string,
): Letter {
  const heading = book.say('account.application.waits', { organisation });
  return plainLetter({
    language: book.language,
    subject: heading,
    heading,
    paragraphs: [book.say('account.application.waitsHow')],
    facts: [{ label: book.say('account.kind'), value: book.say(`codes.kind.${kind}`) }],
    action: {
      label: book.say('account.application.waitsAction'),
      url: `${publicUrl}/network/applications/${id}`,
    },
  });
}

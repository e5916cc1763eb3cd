import type { OrganisationNews } from '../../../core/store/deliveries.ts';
import type { Suppression } from '../../../core/store/suppressions.ts';
import { plainLetter, type Letter } from '../letter.ts';
import type { Phrasebook } from '../phrasebook.ts';

/** Tells the coordinator that an organisation has left. */
export function organisationLeftLetter(book: Phrasebook, organisation: string, publicUrl: string): Letter {
  return plainLetter({
    language: book.language,
    heading: book.say('account.organisation.left', { organisation }),
    paragraphs: [book.say('account.organisation.leftMeans', { organisation })],
    action: { label: book.say('account.open'), url: publicUrl },
  });
}

/** Tells an organisation's managers what the coordinator did. */
export function organisationNewsLetter(
  book: Phrasebook,
  organisation: string,
  { news, reason }: { readonly news: OrganisationNews; readonly reason: string | null },
  publicUrl: string,
): Letter {
  return plainLetter({
    language: book.language,
    heading: book.say(`account.organisation.${news}.heading`, { organisation }),
    paragraphs: [book.say(`account.organisation.${news}.what`)],
    facts: reason === null ? [] : [{ label: book.say('account.reason'), value: reason }],
    action: { label: book.say('account.open'), url: publicUrl },
    notes: [book.say('account.organisation.unclear')],
  });
}

/** Tells an organisation's managers that an erased address was taken out of what these teams have set. */
export function addressErasedLetter(book: Phrasebook, teams: readonly string[], publicUrl: string): Letter {
  return plainLetter({
    language: book.language,
    heading: book.say('account.organisation.addressErased'),
    paragraphs: [
      book.say('account.organisation.addressErasedWhat', { teams: book.listed(teams) }),
      book.say('account.organisation.addressErasedDo'),
    ],
    action: { label: book.say('account.open'), url: publicUrl },
  });
}

/** Tells an organisation's managers that mail to an address of theirs comes back, or was reported. */
export function addressSuppressedLetter(
  book: Phrasebook,
  { address, reason, answer, createdAt }: Pick<Suppression, 'address' | 'reason' | 'answer' | 'createdAt'>,
  publicUrl: string,
): Letter {
  const happened = reason === 'complaint' ? reason : 'comesBack';
  return plainLetter({
    language: book.language,
    heading: book.say(`account.suppression.${happened}.heading`),
    paragraphs: [
      book.say(`account.suppression.why.${reason}`),
      book.say('account.suppression.means'),
      book.say(`account.suppression.${happened}.do`),
    ],
    facts: [
      { label: book.say('account.suppression.address'), value: address },
      { label: book.say('account.suppression.since'), value: book.moment(createdAt) },
      { label: book.say('account.suppression.said'), value: answer },
    ],
    action: { label: book.say('account.suppression.action'), url: `${publicUrl}/organisation/people` },
    notes: [book.say('account.suppression.once')],
  });
}

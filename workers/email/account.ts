import type { Directory } from '../../core/domain/directory.ts';
import { gapsOf } from '../../core/domain/policy-gap.ts';
import type { AccountMail, Delivery, SingleMail } from '../../core/store/deliveries.ts';
import { freshDirectory } from '../../core/store/fresh-directory.ts';
import { applicationOfId } from '../../core/store/applications.ts';
import { invitationOfId } from '../../core/store/invitations.ts';
import { subscriberOfId } from '../../core/store/mail-subscribers.ts';
import { openSubscriberLinks } from '../../core/store/subscriber-links.ts';
import type { Store } from '../../core/store/store.ts';
import { suppressionOfId } from '../../core/store/suppressions.ts';
import type { Letter } from './letter.ts';
import { nameOfTeam } from './letters/about-warning.ts';
import { applicationLetter, applicationWaitsLetter } from './letters/application.ts';
import { confirmationLetter } from './letters/confirmation.ts';
import { policyGapLetter } from './letters/escalation.ts';
import { factorLetter } from './letters/factor.ts';
import { invitationLetter, memberChangedLetter, ownAddressLetter } from './letters/member.ts';
import {
  addressErasedLetter,
  addressSuppressedLetter,
  organisationLeftLetter,
  organisationNewsLetter,
} from './letters/organisation.ts';
import { signInByProviderLetter, signInLetter } from './letters/sign-in.ts';
import { subscriberConfirmationLetter, subscriberLinkLetter } from './letters/subscriber.ts';
import { mailLanguage } from './languages/languages.ts';
import { phrasebook, type Phrasebook } from './phrasebook.ts';
import { bookFor } from './reader.ts';
import { failed, superseded, type Ending } from './verdict.ts';
import { recipientGone } from './wanted.ts';

type Compose<Kind extends AccountMail['kind']> = (
  known: {
    readonly store: Store;
    readonly directory: Directory;
    readonly publicUrl: string;
    readonly organisation: string;
    readonly book: Phrasebook;
  },
  delivery: Delivery<Extract<AccountMail, { kind: Kind }>>,
) => Letter | Ending | Promise<Letter | Ending>;

/** Each kind: whether it is still wanted, and what it says. */
const letters: { readonly [Kind in AccountMail['kind']]: Compose<Kind> } = {
  confirmation({ directory, organisation, publicUrl }, { organisationId, recipient, content }) {
    const book = phrasebook(mailLanguage(content.language));
    const confirmed = directory.confirmedAddresses.has(`${organisationId} ${recipient}`);
    if (confirmed) return superseded('confirmed', 'The address was confirmed meanwhile.');
    return confirmationLetter(book, organisation, content.token, publicUrl);
  },

  'sign-in'({ directory, publicUrl, book }, delivery) {
    if (delivery.content.expiresAt <= delivery.now.toISOString())
      return superseded('expired', 'The link expired before the mail left.');
    return recipientGone(directory, delivery) ?? signInLetter(book, delivery.content, publicUrl);
  },

  'sign-in-by-provider': ({ directory, organisation, publicUrl, book }, delivery) =>
    recipientGone(directory, delivery) ?? signInByProviderLetter(book, organisation, publicUrl),

  async invitation({ store, directory, organisation, publicUrl }, { content }) {
    const invitation = await invitationOfId(store.sql, content.invitation);
    if (!invitation || invitation.endReason !== null) return superseded('called-off', 'The invitation ended.');
    const by = invitation.invitedBy === null ? undefined : directory.members.get(invitation.invitedBy)?.name;
    const book = phrasebook(mailLanguage(invitation.language));
    return invitationLetter(book, { organisation, by, token: content.token, ...invitation }, publicUrl);
  },

  'factor-changed': ({ directory, publicUrl, book }, delivery) =>
    recipientGone(directory, delivery) ?? factorLetter(book, delivery.content.change, publicUrl),

  'member-changed': ({ organisation, publicUrl, book }, { content }) =>
    memberChangedLetter(book, organisation, content, publicUrl),

  'own-address': ({ directory, publicUrl, book, organisation }, { memberId, content, now }) => {
    if (content.expiresAt <= now.toISOString()) return superseded('expired', 'The link expired before the mail left.');
    if (!directory.members.has(memberId ?? '')) return superseded('called-off', 'They are no member any more.');
    return ownAddressLetter(book, organisation, content, publicUrl);
  },

  async application({ store, publicUrl }, { content }) {
    const application = await applicationOfId(store.sql, content.application);
    if (!application) return superseded('called-off', 'The application is gone.');
    const book = phrasebook(mailLanguage(application.language));
    return applicationLetter(book, application, content, publicUrl);
  },

  async 'application-waits'({ store, publicUrl, book }, { content }) {
    const application = await applicationOfId(store.sql, content.application);
    if (application?.state !== 'open') return superseded('answered', 'The application was dealt with meanwhile.');
    return applicationWaitsLetter(book, application, publicUrl);
  },

  async 'subscriber-confirmation'({ store, publicUrl }, { content }) {
    const subscriber = await subscriberOfId(store.sql, content.subscriber);
    if (!subscriber) return superseded('called-off', 'The address was forgotten.');
    if (subscriber.confirmedAt !== null) return superseded('confirmed', 'The address was confirmed meanwhile.');
    return subscriberConfirmationLetter(phrasebook(mailLanguage(subscriber.language)), content.token, publicUrl);
  },

  async 'subscriber-link'({ store, publicUrl }, { content, now }) {
    const subscriber = await subscriberOfId(store.sql, content.subscriber);
    if (!subscriber) return superseded('called-off', 'The mails have ended.');
    const token = openSubscriberLinks(store.network).preferences(subscriber.id, now);
    return subscriberLinkLetter(phrasebook(mailLanguage(subscriber.language)), token, publicUrl);
  },

  'organisation-news': ({ organisation, publicUrl, book }, { content }) =>
    organisationNewsLetter(book, organisation, content, publicUrl),

  'address-erased': ({ directory, publicUrl, book }, { content }) =>
    addressErasedLetter(
      book,
      content.teams.flatMap((id) => directory.teamById.get(id)?.name ?? []),
      publicUrl,
    ),

  'policy-gap'({ directory, publicUrl, book }, delivery) {
    const { team } = delivery.content;
    const gone = recipientGone(directory, delivery);
    if (gone) return gone;
    const gaps = gapsOf(directory, team, delivery.now);
    if (gaps.length === 0) return superseded('called-off', 'The policy was mended meanwhile.');
    const name = nameOfTeam(directory, book, { teamId: team, organisationId: delivery.organisationId });
    return policyGapLetter({ book, directory }, name, gaps, publicUrl);
  },

  async 'address-suppressed'({ store, directory, publicUrl, book }, delivery) {
    const gone = recipientGone(directory, delivery);
    if (gone) return gone;
    const suppression = await suppressionOfId(store.sql, delivery.content.suppression);
    if (!suppression) return superseded('called-off', 'The address is mailed again, or was forgotten.');
    return addressSuppressedLetter(book, suppression, publicUrl);
  },

  'organisation-left': ({ directory, publicUrl, book }, { content }) =>
    organisationLeftLetter(book, nameOf(directory, content.organisation, book), publicUrl),
};

/** Whether a mail is about people and organisations, and not about a warning. */
export function isAccountMail(delivery: Delivery): delivery is Delivery<AccountMail> {
  return Object.hasOwn(letters, (delivery as SingleMail).kind);
}

/** Looks once more whether such a mail is wanted, and writes it. */
export async function accountLetter(
  store: Store,
  delivery: Delivery<AccountMail>,
  publicUrl: string,
): Promise<Letter | Ending> {
  const directory = await freshDirectory(store);
  // That it is suspended is what this one tells.
  const tellsSo = delivery.kind === 'organisation-news';
  if (!tellsSo && directory.organisations.get(delivery.organisationId)?.suspended !== false)
    return failed('suspended', 'The organisation is suspended.');
  const book = bookFor(directory, delivery);
  const organisation = nameOf(directory, delivery.organisationId, book);
  const compose = letters[delivery.kind] as Compose<AccountMail['kind']>;
  return compose({ store, directory, publicUrl, organisation, book }, delivery);
}

function nameOf({ organisations }: Directory, id: string, book: Phrasebook): string {
  return organisations.get(id)?.name ?? book.say('warning.aMember');
}

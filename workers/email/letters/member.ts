import type { Role } from '../../../core/contract/vocabularies.ts';
import type { MemberChange } from '../../../core/store/deliveries.ts';
import { plainLetter, type Fact, type Letter } from '../letter.ts';
import type { Phrasebook } from '../phrasebook.ts';

/** Invites somebody to an organisation. The link opens a page with a button; the token stands behind the `#`. */
export function invitationLetter(
  book: Phrasebook,
  invited: {
    readonly organisation: string;
    readonly by: string | undefined;
    readonly role: Role;
    readonly token: string;
    readonly expiresAt: string;
  },
  publicUrl: string,
): Letter {
  const { organisation, by, role, token, expiresAt } = invited;
  const heading = book.say('account.invitation.heading', { organisation });
  return plainLetter({
    language: book.language,
    subject: heading,
    heading,
    paragraphs: [
      by
        ? book.say('account.invitation.by', { by, organisation })
        : book.say('account.invitation.invited', { organisation }),
      book.say('account.invitation.what'),
    ],
    facts: [roleFact(book, role)],
    action: {
      label: book.say('account.invitation.action'),
      url: `${publicUrl}/invitation#token=${encodeURIComponent(token)}`,
    },
    notes: [
      book.say('account.invitation.until', { until: book.moment(expiresAt) }),
      book.say('account.invitation.notYou'),
    ],
  });
}

/** Asks whether an address is to be a member's from now on. The link opens a page with a button; the token stands behind the `#`. */
export function ownAddressLetter(
  book: Phrasebook,
  organisation: string,
  { token, expiresAt }: { readonly token: string; readonly expiresAt: string },
  publicUrl: string,
): Letter {
  const heading = book.say('account.ownAddress.heading');
  return plainLetter({
    language: book.language,
    subject: heading,
    heading,
    paragraphs: [book.say('account.ownAddress.what', { organisation }), book.say('account.ownAddress.how')],
    action: {
      label: book.say('account.ownAddress.action'),
      url: `${publicUrl}/account/address#token=${encodeURIComponent(token)}`,
    },
    notes: [book.say('account.ownAddress.until', { until: book.moment(expiresAt) }), book.say('account.unexpected')],
  });
}

/** Tells a member that their role or their address changed, or that they are one no longer. */
export function memberChangedLetter(
  book: Phrasebook,
  organisation: string,
  told: MemberChange,
  publicUrl: string,
): Letter {
  const unexpected = book.say('account.member.unexpected');
  if (told.change === 'role') {
    return plainLetter({
      language: book.language,
      heading: book.say('account.member.role', { organisation }),
      paragraphs: [book.say('account.member.roleMeans')],
      facts: [roleFact(book, told.role)],
      action: { label: book.say('account.open'), url: publicUrl },
      further: [unexpected],
    });
  }
  const { change } = told;
  return plainLetter({
    language: book.language,
    heading: book.say(`account.member.${change}`, { organisation }),
    paragraphs: [book.say(`account.member.${change}Means`, { organisation })],
    action: { label: book.say('account.member.visit'), url: publicUrl },
    further: [unexpected],
  });
}

function roleFact(book: Phrasebook, role: Role): Fact {
  const value = book.paired(book.say(`codes.role.${role}.label`), book.say(`codes.role.${role}.definition`));
  return { label: book.say('account.role'), value };
}

import type { Role } from '../../../core/contract/vocabularies.ts';
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

/** Tells a member that their role changed, or that they are one no longer. */
export function memberChangedLetter(
  book: Phrasebook,
  organisation: string,
  told: { readonly change: 'removed' } | { readonly change: 'role'; readonly role: Role },
  publicUrl: string,
): Letter {
  const unexpected = book.say('account.member.unexpected');
  return told.change === 'removed'
    ? plainLetter({
        language: book.language,
        heading: book.say('account.member.removed', { organisation }),
        paragraphs: [book.say('account.member.removedMeans', { organisation }), unexpected],
        action: { label: book.say('account.member.visit'), url: publicUrl },
      })
    : plainLetter({
        language: book.language,
        heading: book.say('account.member.role', { organisation }),
        paragraphs: [book.say('account.member.roleMeans'), unexpected],
        facts: [roleFact(book, told.role)],
        action: { label: book.say('account.open'), url: publicUrl },
      });
}

function roleFact(book: Phrasebook, role: Role): Fact {
  const value = book.paired(book.say(`codes.role.${role}.label`), book.say(`codes.role.${role}.definition`));
  return { label: book.say('account.role'), value };
}

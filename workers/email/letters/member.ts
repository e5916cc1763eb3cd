import { roles, type Role } from '../../../core/contract/vocabularies.ts';
import type { Letter } from '../letter.ts';

/** Invites somebody to an organisation. The link opens a page with a button; the token stands behind the `#`. */
export function invitationLetter(
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
  return {
    subject: `Join ${organisation} on Tocsin`,
    banner: null,
    marking: null,
    heading: `Join ${organisation} on Tocsin`,
    paragraphs: [
      `${by ? `${by} of ${organisation} invites you` : `You are invited to ${organisation}`}, as ${roles[role].label.toLowerCase()}. ${roles[role].definition}`,
      'Tocsin is the network in which civil society organisations warn platforms early of events that may spark hatred online.',
    ],
    facts: [],
    action: { label: 'See the invitation', url: `${publicUrl}/invitation#token=${encodeURIComponent(token)}` },
    notes: [
      `The link works once, until ${expiresAt.slice(0, 10)}. If you do not expect this mail, do nothing: without you nobody joins.`,
    ],
  };
}

/** Tells a member that their role changed, or that they are one no longer. */
export function memberChangedLetter(
  organisation: string,
  told: { readonly change: 'removed' } | { readonly change: 'role'; readonly role: Role },
  publicUrl: string,
): Letter {
  const removed = told.change === 'removed';
  const heading = removed ? `You are no longer a member of ${organisation}` : `Your role in ${organisation} changed`;
  const now = removed
    ? `Your membership of ${organisation} on Tocsin has ended, and you are signed out everywhere. Nothing more is mailed to you for it.`
    : `You are ${roles[told.role].label.toLowerCase()} of ${organisation} from now on. ${roles[told.role].definition}`;
  return {
    subject: `${heading} · Tocsin`,
    banner: null,
    marking: null,
    heading,
    paragraphs: [now, 'If you did not expect this, ask the owner of your organisation.'],
    facts: [],
    action: removed ? { label: 'Tocsin', url: publicUrl } : { label: 'Open Tocsin', url: publicUrl },
    notes: [],
  };
}

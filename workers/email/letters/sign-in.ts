import type { Letter } from '../letter.ts';

/**
 * A link that signs in, once. It opens a page with a button, because mail scanners follow links; the token stands behind the
 * `#`, which no browser sends to any server.
 */
export function signInLetter(
  { token, expiresAt }: { readonly token: string; readonly expiresAt: string },
  publicUrl: string,
): Letter {
  return {
    subject: 'Sign in to Tocsin',
    banner: null,
    marking: null,
    heading: 'Sign in to Tocsin',
    paragraphs: [
      'Somebody, we hope you, asked to sign in with this address. Open the page and press its button.',
      'Nobody of the network will ever ask you for this link. Do not hand it on.',
    ],
    facts: [],
    action: { label: 'Sign in', url: `${publicUrl}/sign-in/link#token=${encodeURIComponent(token)}` },
    notes: [
      `The link works once, until ${expiresAt.slice(11, 16)} UTC. If you did not ask for it, do nothing: without the link nobody gets in.`,
    ],
  };
}

import type { FactorChange } from '../../../core/store/deliveries.ts';
import type { Letter } from '../letter.ts';

const said: Record<FactorChange, { heading: string; what: string }> = {
  'passkey-added': {
    heading: 'A passkey was added',
    what: 'A passkey was added to your account. It signs in by itself.',
  },
  'passkey-removed': { heading: 'A passkey was removed', what: 'A passkey was removed from your account.' },
  'totp-added': {
    heading: 'One-time codes were set up',
    what: 'An app that makes one-time codes was added to your account.',
  },
  'totp-removed': { heading: 'One-time codes were removed', what: 'The codes of your app are no longer taken.' },
  'recovery-codes-made': {
    heading: 'New recovery codes were made',
    what: 'New recovery codes were made for your account; the earlier ones count no more.',
  },
  'recovery-code-used': {
    heading: 'A recovery code was used',
    what: 'One of your recovery codes was used. It counts no more; make new ones when few are left.',
  },
  'factors-reset': {
    heading: 'Your passkeys and codes were taken away',
    what: 'A manager of your organisation took away your passkeys and codes and signed you out. Sign in with a link and add new ones.',
  },
};

/** Tells a member what happened to the factors of their account: they may not have done it. */
export function factorLetter(change: FactorChange, publicUrl: string): Letter {
  const { heading, what } = said[change];
  return {
    subject: `${heading} · Tocsin`,
    banner: null,
    marking: null,
    heading,
    paragraphs: [
      what,
      'If that was you, nothing is to be done. If not: sign in now, end the other sessions, remove what is not yours, and tell a manager of your organisation.',
    ],
    facts: [],
    action: { label: 'Open your account', url: `${publicUrl}/account` },
    notes: [],
  };
}

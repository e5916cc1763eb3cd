/** Signing out, where the network cannot be reached just then. */
export const leaving = {
  signingOut: {
    title: 'Signing out',
    lead: 'One moment.',
    failed: 'The network cannot be reached, so you are still signed in on this device.',
    otherwise:
      'This page goes on trying; leave it open until it says that you may sign in. If you cannot wait: delete the cookies of this site in your browser, or end this session from another device, under “Your account”.',
    stay: 'Stay signed in',
  },
} as const;

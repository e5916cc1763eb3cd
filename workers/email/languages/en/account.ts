/** What mails about people, their addresses and their organisations say. */
export const account = {
  open: 'Open Tocsin',
  unexpected: 'If you do not expect this mail, do nothing.',
  buttonFails: 'If the button does not work, open this address:',
  role: 'Role',
  kind: 'Kind',
  reason: 'Reason',
  confirmation: {
    subject: 'Confirm this address for warnings to {{organisation}}',
    heading: 'Confirm this address',
    what: '{{organisation}} wants this address to be told when warnings of hatred online concern it or wait for its answer.',
    how: 'If that is right, open the page and press its button. Nothing is sent to this address before that.',
    action: 'Confirm the address',
    holds_one: 'The link works for {{count}} day.',
    holds_other: 'The link works for {{count}} days.',
  },
  signIn: {
    heading: 'Sign in to Tocsin',
    how: 'Somebody, we hope you, asked to sign in with this address. Open the page and press its button.',
    keepIt: 'Nobody in the network will ever ask you for this link. Do not hand it on.',
    action: 'Sign in',
    until: 'The link works once, until {{until}}.',
    notYou: 'If you did not ask for it, do nothing: without the link nobody gets in.',
  },
  signInByProvider: {
    heading: 'Sign in through your organisation',
    why: 'Somebody, we hope you, asked for a link to sign in to Tocsin with this address. {{organisation}} has its members sign in through its own identity provider, so there is no link.',
    how: 'Open the sign-in page, enter your address and choose “Single sign-on (SSO)”.',
    action: 'Open the sign-in page',
  },
  invitation: {
    heading: 'Join {{organisation}} on Tocsin',
    by: '{{by}} of {{organisation}} invites you.',
    invited: 'You are invited to {{organisation}}.',
    what: 'Tocsin is the network in which civil society organisations warn platforms early of events that may spark hatred online.',
    action: 'See the invitation',
    until: 'The link works once, until {{until}}.',
    notYou: 'If you do not expect this mail, do nothing: without you nobody joins.',
  },
  member: {
    removed: 'You are no longer a member of {{organisation}}',
    removedMeans:
      'Your membership of {{organisation}} on Tocsin has ended, and you are signed out everywhere. Nothing more is mailed to you for it.',
    address: 'Your mail address in {{organisation}} was changed',
    addressMeans:
      'From now on you sign in to {{organisation}} and are mailed at the address that you confirmed, and no longer at this one. You are signed out wherever you had signed in before.',
    role: 'Your role in {{organisation}} changed',
    roleMeans: 'From now on this is your role.',
    unexpected: 'If you did not expect this, ask the owner of your organisation.',
    visit: 'Go to Tocsin',
  },
  ownAddress: {
    heading: 'Make this your address on Tocsin',
    what: 'A member of {{organisation}}, we hope you, wants to sign in and be mailed at this address from now on.',
    how: 'If that is right, open the page where you are signed in and press its button. Nothing changes before that.',
    action: 'Use this address',
    until: 'The link works once, until {{until}}.',
  },
  factor: {
    'passkey-added': {
      heading: 'A passkey was added',
      what: 'A passkey was added to your account. It signs in by itself.',
    },
    'passkey-removed': { heading: 'A passkey was removed', what: 'A passkey was removed from your account.' },
    'totp-added': {
      heading: 'One-time codes were set up',
      what: 'An app that makes one-time codes was added to your account.',
    },
    'totp-removed': { heading: 'One-time codes were removed', what: 'The codes of your app are no longer accepted.' },
    'recovery-codes-made': {
      heading: 'New recovery codes were made',
      what: 'New recovery codes were made for your account; the earlier ones no longer count.',
    },
    'recovery-code-used': {
      heading: 'A recovery code was used',
      what: 'One of your recovery codes was used. It no longer counts; make new ones when few are left.',
    },
    'factors-reset': {
      heading: 'Your passkeys and codes were taken away',
      what: 'A manager of your organisation took away your passkeys and codes and signed you out. Sign in with a link and add new ones.',
    },
    yours:
      'If that was you, there is nothing to do. If not: sign in now, end the other sessions, remove what is not yours, and tell a manager of your organisation.',
    action: 'Open your account',
  },
  application: {
    confirm: {
      heading: 'Confirm your application to Tocsin',
      what: 'Somebody, we hope you, applied for {{organisation}} to join Tocsin, with this address as the contact.',
      action: 'Confirm the application',
    },
    asked: {
      heading: 'A question about your application to Tocsin',
      what: 'The coordinator has a question about the application of {{organisation}}:',
      action: 'Answer',
    },
    refused: {
      heading: 'Your application to Tocsin was refused',
      what: 'The coordinator refused the application of {{organisation}}, and gives this reason:',
      action: 'See the application',
    },
    admitted: {
      heading: '{{organisation}} is admitted to Tocsin',
      what: '{{organisation}} is a member of the network from now on. A second mail invites you as its owner; with its link you sign in for the first time.',
      action: 'See the application',
    },
    confirmHow: 'Open the page and confirm; only then does the coordinator see the application.',
    waits: '{{organisation}} asks to join',
    waitsHow: 'Its application waits for you: admit it, ask back, or refuse.',
    waitsAction: 'Open the application',
  },
  organisation: {
    addressErased: 'An erased address was taken out of your settings',
    addressErasedWhat:
      'Somebody was erased whose mail address was named by an escalation policy or a subscription of: {{teams}}. Where nobody else was named, the owners are told now.',
    addressErasedDo: 'Look at both, and name somebody else where that is needed.',
    left: '{{organisation}} has left the network',
    leftMeans:
      'An owner of {{organisation}} ended its membership. Its keys and sessions have ended; what it raised and answered stays on record.',
    suspended: {
      heading: '{{organisation}} is suspended',
      what: 'Its people and keys are shut out, and nothing is asked of it, until the coordinator resumes it. Nothing of it is lost.',
    },
    resumed: {
      heading: '{{organisation}} is back',
      what: 'The suspension has ended. Sign in again; keys work again.',
    },
    braked: {
      heading: '{{organisation}} cannot raise warnings for now',
      what: 'The coordinator put a brake on it. Reading, calling off and everything else go on; raising begins again when the coordinator releases it.',
    },
    released: {
      heading: '{{organisation}} can raise warnings again',
      what: 'The coordinator released the brake.',
    },
    retracted: {
      heading: 'The warnings of {{organisation}} were retracted',
      what: 'The coordinator called off all its active warnings, and everybody who got them is told. Change what may have been taken: keys, passkeys, sessions.',
    },
    unclear: 'Ask the coordinator of the network if something about it is unclear.',
  },
  policyGap: {
    what: 'This was found by trying the policy as it stands today, before a warning meets it.',
    do: 'Name somebody else, or have the address confirmed by the link that was mailed there.',
    why: 'This is mailed once for each name, to those who own or manage the organisation; where there is nobody, to the coordinator.',
  },
  suppression: {
    comesBack: {
      heading: 'Mail to an address of yours comes back',
      do: 'Ask whoever reads it which address they use. If it has changed, change it; if it takes mail again, press “Mail it again” on the page with your people.',
    },
    complaint: {
      heading: 'An address of yours reported our mail as unwanted',
      do: 'Ask whoever reads it what they want to be mailed, and change their subscriptions. If it was a slip, press “Mail it again” on the page with your people.',
    },
    why: {
      'no-mailbox': 'The mail server there says that there is no such mailbox.',
      'not-taken':
        'Several mails in a row could not be delivered there: the mailbox is full, or its server takes no mail.',
      complaint: 'Whoever reads it reported a mail of this network as spam.',
    },
    means:
      'From now on nothing is sent there that can be done without: no warnings of a subscription. Escalations are still tried, and so is whatever is asked for, such as a link to sign in; do not rely on them.',
    address: 'Address',
    since: 'Since',
    said: 'What was said',
    action: 'Open the people of your organisation',
    once: 'You are told this once for each address.',
  },
} as const;

/** What mails to people without an account say. */
export const subscriber = {
  confirmation: {
    heading: 'Confirm that you want warnings by mail',
    what: 'Somebody, we hope you, entered this address to be mailed about events that may spark hatred online.',
    how: 'If that is right, open the page and press its button. Nothing more is sent to this address before, whoever enters it again.',
    action: 'Confirm the address',
    holds_one: 'The link works for {{count}} day; then the address is forgotten.',
    holds_other: 'The link works for {{count}} days; then the address is forgotten.',
  },
  link: {
    heading: 'Your warnings by mail',
    what: 'Somebody, we hope you, entered this address, and it gets warnings already. Behind the link you see which, and can change, pause or end them.',
    action: 'See what you are mailed',
    holds_one: 'The link works for {{count}} day. Do not hand it on: whoever has it can change your mails.',
    holds_other: 'The link works for {{count}} days. Do not hand it on: whoever has it can change your mails.',
  },
  digest: {
    heading: 'Warnings since {{since}}',
    more: 'This digest covers more than usual: an earlier one was put off or missed.',
    new: 'New',
    changed: 'Changed',
    'called-off': 'Called off',
    retracted: 'Retracted',
    expired: 'Expired',
    ahead: 'Ahead in the next 14 days',
    added: 'added: {{names}}',
    removed: 'removed: {{names}}',
    rewritten: 'written anew',
    why: 'You get this mail because this address asked for it.',
    action: 'Change, pause or end these mails',
    end: 'End these mails at once: {{url}}',
  },
} as const;

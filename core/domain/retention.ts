/** One kind of data that is deleted when its time is over. */
export interface Retention {
  /** The environment variable that says for how many days it is kept. */
  readonly setting: string;
  readonly days: number;
  /** Fewer would break what it is kept for. */
  readonly least: number;
  readonly what: string;
  readonly why: string;
  /** From when the days are counted. */
  readonly from: string;
}

/** What is deleted, why it is kept until then and for how long: config reads it, housekeeping deletes by it, the docs print it. */
export const retention = {
  deliveries: {
    setting: 'TOCSIN_RETENTION_DELIVERIES',
    days: 90,
    least: 8,
    what: 'Mails: to which address, about which warning, and what the mail server answered; never their text',
    why: 'nobody is mailed twice, and a manager can see what was sent to whom',
    from: 'the mail was sent or given up, and its warning has ended',
  },
  sessions: {
    setting: 'TOCSIN_RETENTION_SESSIONS',
    days: 90,
    least: 1,
    what: 'Sessions: a member, the name of their browser and when it was last used; no network address',
    why: 'a member can see where they were signed in',
    from: 'the session ended or expired',
  },
  signInLinks: {
    setting: 'TOCSIN_RETENTION_SIGN_IN_LINKS',
    days: 7,
    least: 1,
    what: 'Sign-in links: the address that asked for one, and a digest of its token',
    why: 'a link works once, and a mailbox is not flooded',
    from: 'the link expired',
  },
  invitations: {
    setting: 'TOCSIN_RETENTION_INVITATIONS',
    days: 90,
    least: 1,
    what: 'Invitations: the address that was asked to join, by whom and as what',
    why: 'managers see whom they asked and what came of it',
    from: 'it was accepted, withdrawn or expired',
  },
  applications: {
    setting: 'TOCSIN_RETENTION_APPLICATIONS',
    days: 180,
    least: 7,
    what: 'Applications for membership that were refused, withdrawn or never confirmed: the form, its contact and what was written about it',
    why: 'the applicant and the coordinator can come back to it',
    from: 'it was decided, withdrawn or sent',
  },
  mailSubscribers: {
    setting: 'TOCSIN_RETENTION_MAIL_SUBSCRIBERS',
    days: 7,
    least: 1,
    what: 'Addresses that somebody asked to have mailed, and that were never confirmed',
    why: 'the link in the one mail that they get has to work',
    from: 'they were asked for',
  },
  calendars: {
    setting: 'TOCSIN_RETENTION_CALENDARS',
    days: 90,
    least: 1,
    what: 'Calendar addresses that have expired: whose, their name and filter, and when they were last read',
    why: 'a member can see why their calendar stays empty',
    from: 'it expired',
  },
  suppressions: {
    setting: 'TOCSIN_RETENTION_SUPPRESSIONS',
    days: 90,
    least: 8,
    what: 'Addresses that mail comes back from, or whose readers reported it, and what was said; a mail subscriber of such an address with it',
    why: 'nobody is mailed in vain, or against their will',
    from: 'it came back, unless a manager has the address mailed again before',
  },
  readings: {
    setting: 'TOCSIN_RETENTION_READINGS',
    days: 760,
    least: 31,
    what: 'Which credential got which TLP:RED revision or withheld issuer',
    why: 'the log says it once and not each time',
    from: 'it was read',
  },
} as const satisfies Record<string, Retention>;

export type RetentionKind = keyof typeof retention;

/** Days, by kind. */
export type RetentionDays = Readonly<Record<RetentionKind, number>>;

/** Limits on the wire. */
export const limits = {
  /** Bytes of JSON in a body. */
  body: 256 * 1024,
  /** Revisions a warning may have. */
  revisions: 200,
  /** Comments a warning may have. */
  comments: 1000,
  /** Subscriptions an organisation may have. */
  subscriptions: 100,
  /** Filters whose matches are counted at once. */
  countedFilters: 20,
  /** Subscriptions a socket may have. */
  socketSubscriptions: 16,
  /** Addresses an organisation may vouch for. */
  vouches: 1000,
  /** API keys an organisation may have that have not ended. */
  keys: 1000,
  /** Days ahead that an API key may expire: a later end is none, or a slip. */
  keyDays: 731,
  /** Days ahead that a warning may expire. */
  expiresDays: 400,
  /** Days of onsets that are read at once. */
  horizonDays: 400,
  /** Calendar addresses a member may have. */
  calendars: 10,
  /** Days that a calendar address works. */
  calendarDays: 400,
} as const;

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
  /** Subscriptions a socket may have. */
  socketSubscriptions: 16,
  /** Days ahead that a warning may expire. */
  expiresDays: 400,
} as const;

/**
 * One live connection, as a complete table.
 *
 *              dial                connected                 caught-up
 *   offline ─────────▶ connecting ───────────▶ replaying ─────────────▶ live
 *      ▲                   │                    │     ▲                  │
 *      │   lost, hidden    │                    │     └──────────────────┤
 *      └───────────────────┴────────────────────┴────────┐     behind    │
 *      └─────────────────────────────────────────────────┴───────────────┘
 *
 *   any of them ──refused, closed──▶ closed, for good
 */
export type State = 'connecting' | 'replaying' | 'live' | 'offline' | 'closed';

export type Happening =
  /** Somebody wants it, the wait is over, or the page is shown again. */
  | 'dial'
  /** The handshake was accepted. */
  | 'connected'
  /** The replay met the live stream. */
  | 'caught-up'
  /** The subscription was laid down because the application is slow. */
  | 'behind'
  /** The transport broke, or the network said goodbye. */
  | 'lost'
  /** The page went into the browser's back-forward cache. */
  | 'hidden'
  /** The credential is no good. */
  | 'refused'
  /** Nobody wants it any more. */
  | 'closed';

export type Effect = 'dial' | 'subscribe' | 'wait' | 'hang-up';

export interface Transition {
  readonly to: State;
  readonly effect?: Effect;
}

export const transitions: Record<State, Record<Happening, Transition>> = {
  offline: {
    dial: { to: 'connecting', effect: 'dial' },
    connected: { to: 'offline', effect: 'hang-up' },
    'caught-up': { to: 'offline' },
    behind: { to: 'offline' },
    lost: { to: 'offline' },
    hidden: { to: 'offline', effect: 'hang-up' },
    refused: { to: 'closed', effect: 'hang-up' },
    closed: { to: 'closed', effect: 'hang-up' },
  },
  connecting: {
    dial: { to: 'connecting' },
    connected: { to: 'replaying', effect: 'subscribe' },
    'caught-up': { to: 'connecting' },
    behind: { to: 'connecting' },
    lost: { to: 'offline', effect: 'wait' },
    hidden: { to: 'offline', effect: 'hang-up' },
    refused: { to: 'closed', effect: 'hang-up' },
    closed: { to: 'closed', effect: 'hang-up' },
  },
  replaying: {
    dial: { to: 'replaying' },
    connected: { to: 'replaying' },
    'caught-up': { to: 'live' },
    behind: { to: 'replaying' },
    lost: { to: 'offline', effect: 'wait' },
    hidden: { to: 'offline', effect: 'hang-up' },
    refused: { to: 'closed', effect: 'hang-up' },
    closed: { to: 'closed', effect: 'hang-up' },
  },
  live: {
    dial: { to: 'live' },
    connected: { to: 'live' },
    'caught-up': { to: 'live' },
    behind: { to: 'replaying' },
    lost: { to: 'offline', effect: 'wait' },
    hidden: { to: 'offline', effect: 'hang-up' },
    refused: { to: 'closed', effect: 'hang-up' },
    closed: { to: 'closed', effect: 'hang-up' },
  },
  closed: {
    dial: { to: 'closed' },
    connected: { to: 'closed', effect: 'hang-up' },
    'caught-up': { to: 'closed' },
    behind: { to: 'closed' },
    lost: { to: 'closed' },
    hidden: { to: 'closed' },
    refused: { to: 'closed' },
    closed: { to: 'closed' },
  },
};

const leastFirst = ['offline', 'connecting', 'replaying', 'live'] as const;

/** The state of several connections together: that of the one that is worst off; of none at all, offline. */
export function worstOf(states: readonly Exclude<State, 'closed'>[]): State {
  return leastFirst.find((state) => states.includes(state)) ?? 'offline';
}

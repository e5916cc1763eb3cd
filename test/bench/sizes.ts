/** How much is measured. Targets are judged at the full size alone. */
export interface Size {
  name: 'full' | 'quick' | 'smallest';
  fanOut: { subscribers: number[]; rounds: number; bursts: number; burst: number };
  memory: { connections: number };
  storm: { clients: number; events: number; rounds: number };
  /** `revoked`: keys that are revoked while the others connect. */
  keys: { clients: number; revoked: number; rounds: number };
  raises: { writers: number; rounds: number; milliseconds: number };
  /** `lead`: seconds from the raises to the first due firing; `perSecond` fall due in each of `seconds`. */
  lateness: { pending: number; perSecond: number; lead: number; seconds: number; queues: ('postgres' | 'redis')[] };
  /** `warming`: digests before the rounds; `plain`: mails of the reference in each round. */
  digests: { subscribers: number; warming: number; rounds: number; plain: number };
  page: { warnings: number; rounds: number };
  /** `frames`: of each of three stretches that are scrolled through in a round. */
  board: { warnings: number; rounds: number; frames: number };
}

export const sizes: Record<Size['name'], Size> = {
  full: {
    name: 'full',
    fanOut: { subscribers: [1_000, 10_000], rounds: 15, bursts: 5, burst: 20 },
    memory: { connections: 10_000 },
    storm: { clients: 10_000, events: 100, rounds: 3 },
    keys: { clients: 10_000, revoked: 20, rounds: 3 },
    raises: { writers: 32, rounds: 5, milliseconds: 2_000 },
    lateness: { pending: 50_000, perSecond: 80, lead: 60, seconds: 44, queues: ['postgres', 'redis'] },
    digests: { subscribers: 100_000, warming: 5_000, rounds: 5, plain: 5_000 },
    page: { warnings: 60, rounds: 5 },
    board: { warnings: 10_000, rounds: 5, frames: 150 },
  },
  quick: {
    name: 'quick',
    fanOut: { subscribers: [1_000], rounds: 5, bursts: 2, burst: 10 },
    memory: { connections: 1_000 },
    storm: { clients: 1_000, events: 100, rounds: 1 },
    keys: { clients: 1_000, revoked: 10, rounds: 1 },
    raises: { writers: 32, rounds: 2, milliseconds: 1_000 },
    lateness: { pending: 5_000, perSecond: 80, lead: 15, seconds: 16, queues: ['postgres'] },
    digests: { subscribers: 8_000, warming: 2_000, rounds: 2, plain: 2_000 },
    page: { warnings: 60, rounds: 2 },
    board: { warnings: 2_000, rounds: 2, frames: 60 },
  },
  smallest: {
    name: 'smallest',
    fanOut: { subscribers: [50], rounds: 2, bursts: 1, burst: 5 },
    memory: { connections: 50 },
    storm: { clients: 50, events: 10, rounds: 1 },
    keys: { clients: 50, revoked: 3, rounds: 1 },
    raises: { writers: 4, rounds: 1, milliseconds: 200 },
    lateness: { pending: 100, perSecond: 5, lead: 8, seconds: 4, queues: ['postgres'] },
    digests: { subscribers: 60, warming: 20, rounds: 1, plain: 20 },
    page: { warnings: 3, rounds: 1 },
    board: { warnings: 60, rounds: 1, frames: 5 },
  },
};

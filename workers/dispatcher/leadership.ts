import { randomUUID } from 'node:crypto';
import { settled } from '../../core/queue/failure.ts';
import { acquireLease, releaseLease, renewLease, type Lease } from '../../core/store/lease.ts';
import type { Queryable } from '../../core/store/unit.ts';
import type { WorkerLog } from '../log.ts';

/** What a process does only while it leads. */
export interface Reign {
  close(): Promise<void>;
}

export interface LeadershipOptions {
  readonly sql: Queryable;
  readonly name: string;
  /** Begins what only the leader does. */
  readonly lead: (lease: Lease) => Promise<Reign>;
  readonly onHeartbeat: () => void;
  readonly log: WorkerLog;
}

/** Milliseconds that a lease lasts, between two renewals, between two looks at the own clock, and that closing waits. */
const lasting = 3_000;
const renewed = 1_000;
const watched = 250;
const patience = 500;

/**
 * Leads while it holds the lease of this name, one process at a time; a standby leads within seconds of a leader's death.
 * A leader that cannot renew steps down by its own clock, before others may take its lease.
 */
export class Leadership {
  readonly #options: LeadershipOptions;
  readonly #holder = randomUUID();
  readonly #watch: NodeJS.Timeout;
  #held: { lease: Lease; reign: Reign; until: number } | undefined;
  #beating: Promise<void>;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: LeadershipOptions) {
    this.#options = options;
    this.#beating = this.#beat();
    // Also while PostgreSQL does not answer a renewal at all.
    this.#watch = setInterval(() => {
      if (this.#held && performance.now() > this.#held.until) void this.#stepDown('its lease ran out');
    }, watched);
  }

  get leads(): boolean {
    return this.#held !== undefined;
  }

  /** Stops leading, and lets the next one lead at once. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    clearInterval(this.#watch);
    await settled(patience, this.#beating);
    const former = this.#held;
    this.#held = undefined;
    if (!former) return;
    await former.reign.close();
    await settled(patience, releaseLease(this.#options.sql, former.lease));
  }

  async #beat(): Promise<void> {
    try {
      await (this.#held ? this.#renew(this.#held) : this.#acquire());
    } catch (error) {
      const { message } = error as Error;
      this.#options.log.warn({ error: message }, 'The dispatcher’s lease cannot be looked at; trying again.');
    }
    if (this.#closed) return;
    this.#timer = setTimeout(() => {
      this.#beating = this.#beat();
    }, renewed);
  }

  async #acquire(): Promise<void> {
    const { sql, name, lead, log } = this.#options;
    const asked = performance.now();
    const lease = await acquireLease(sql, name, this.#holder, lasting);
    if (!lease) return;
    if (this.#closed) return releaseLease(sql, lease);
    this.#held = { lease, reign: await lead(lease), until: asked + lasting };
    this.#options.onHeartbeat();
    log.info({ token: lease.token }, 'This process leads the dispatching.');
  }

  async #renew(held: { lease: Lease; until: number }): Promise<void> {
    const asked = performance.now();
    const still = await renewLease(this.#options.sql, held.lease, lasting);
    if (!still) return this.#stepDown('another process leads');
    held.until = asked + lasting;
    this.#options.onHeartbeat();
  }

  async #stepDown(why: string): Promise<void> {
    const former = this.#held;
    this.#held = undefined;
    if (!former) return;
    this.#options.log.warn({ token: former.lease.token }, `This process leads no longer: ${why}.`);
    await former.reign.close();
  }
}

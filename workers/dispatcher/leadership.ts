import { randomUUID } from 'node:crypto';
import { acquireLease, releaseLease, renewLease, type Lease } from '../../core/store/lease.ts';
import type { Queryable } from '../../core/store/unit.ts';
import type { WorkerLog } from '../log.ts';

/** What a process does only while it leads. */
export interface Reign {
  close(): Promise<void>;
}

export interface Leadership {
  readonly leads: boolean;
  close(): Promise<void>;
}

/** Milliseconds that a lease lasts, and between two renewals. */
const lasting = 3_000;
const renewed = 1_000;

/**
 * Leads while it holds the lease of this name, one process at a time; a standby leads within seconds of a leader's death.
 * A leader that cannot renew steps down before its lease expires for others.
 * @param lead begins what only the leader does
 */
export function openLeadership(options: {
  sql: Queryable;
  name: string;
  lead: (lease: Lease) => Promise<Reign>;
  onHeartbeat: () => void;
  log: WorkerLog;
}): Leadership {
  const { sql, name, log } = options;
  const holder = randomUUID();
  let held: { lease: Lease; reign: Reign; until: number } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  async function acquire(): Promise<void> {
    const asked = performance.now();
    const lease = await acquireLease(sql, name, holder, lasting);
    if (!lease) return;
    if (closed) return releaseLease(sql, lease);
    held = { lease, reign: await options.lead(lease), until: asked + lasting };
    log.info({ token: lease.token }, 'This process leads the dispatching.');
  }

  async function renew(): Promise<void> {
    if (!held) return;
    const asked = performance.now();
    const still = await renewLease(sql, held.lease, lasting);
    if (!still) return stepDown('another process leads');
    if (held) held.until = asked + lasting;
    options.onHeartbeat();
  }

  async function stepDown(why: string): Promise<void> {
    const former = held;
    held = undefined;
    if (!former) return;
    log.warn({ token: former.lease.token }, `This process leads no longer: ${why}.`);
    await former.reign.close();
  }

  async function beat(): Promise<void> {
    try {
      await (held ? renew() : acquire());
    } catch (error) {
      log.warn({ error: (error as Error).message }, 'The lease of the dispatcher cannot be looked at; trying again.');
    }
  }

  function schedule(): void {
    if (closed) return;
    timer = setTimeout(() => void beat().finally(schedule), renewed);
  }

  // By this process's own clock: also while PostgreSQL does not answer a renewal at all.
  const watch = setInterval(() => {
    if (held && performance.now() > held.until) void stepDown('its lease ran out');
  }, 250);

  let beating = beat();
  void beating.finally(schedule);
  return {
    get leads() {
      return held !== undefined;
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      clearInterval(watch);
      await beating;
      const former = held;
      held = undefined;
      await former?.reign.close();
      if (former) await releaseLease(sql, former.lease).catch(() => undefined);
    },
  };
}

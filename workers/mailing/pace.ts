import { setTimeout as delay } from 'node:timers/promises';
import { Peace } from './peace.ts';
import { Turns } from './turns.ts';

const second = 1_000;
/** Mails that are handed over at once for one domain. */
const together = 4;
/** Mails that wait here for one domain, beside those under way. */
const waiting = 100;
/** Milliseconds that a mail waits here for its domain's rate; what would wait longer does so in the ledger, and holds up no other. */
const patience = 2 * second;
/** The longest time that is given to a domain, and to the mail server itself. */
const longest = { domain: 900 * second, server: 30 * second };
/** Domains that are remembered before those are forgotten that nothing is known of. */
const remembered = 5_000;

/** What came of handing a mail over; `deferred`: its domain takes none for now; `unreachable`: the server takes none at all. */
export type Result = 'taken' | 'deferred' | 'unreachable' | 'other';

/** Leave to hand over one mail; or the milliseconds after which to ask again. */
export type Leave = { readonly wait: number } | { done(result: Result): void };

interface Domain {
  readonly turns: Turns;
  readonly peace: Peace;
  /** When the next mail may begin. */
  next: number;
  /** Milliseconds by which those wait behind each other that were sent away. */
  behind: number;
}

/** How fast digests go to each recipient domain: so many at once, so many a second, and none for a while to one that defers them. */
export class Pace {
  readonly #interval: number;
  readonly #turns: Turns;
  readonly #peace = new Peace(longest.server);
  readonly #domains = new Map<string, Domain>();
  #closed = false;

  /** @param perSecond mails to each domain; 0: no limit */
  constructor({ connections, perSecond }: { connections: number; perSecond: number }) {
    this.#interval = perSecond === 0 ? 0 : second / perSecond;
    this.#turns = new Turns(connections);
  }

  /** Milliseconds for which the mail server is left in peace. */
  get peace(): number {
    return this.#peace.left;
  }

  /** @param until when it must have begun, by performance.now */
  async leave(name: string, until: number): Promise<Leave> {
    const domain = this.#domain(name);
    if (domain.turns.waiting >= waiting) return { wait: this.#behind(domain) };
    await domain.turns.take();
    const early = this.#hindrance(domain, until) ?? (await this.#slot(domain, until));
    if (early !== null) {
      domain.turns.give();
      return { wait: early };
    }
    await this.#turns.take();
    const give = (): void => {
      this.#turns.give();
      domain.turns.give();
    };
    const late = this.#hindrance(domain, until);
    if (late !== null) {
      give();
      return { wait: late };
    }
    return {
      done: (result) => {
        learn(domain.peace, this.#peace, result);
        give();
      },
    };
  }

  /** Nobody has leave any more. */
  close(): void {
    this.#closed = true;
  }

  #domain(name: string): Domain {
    if (this.#domains.size >= remembered)
      for (const [other, domain] of this.#domains) if (isForgotten(domain)) this.#domains.delete(other);
    const domain = this.#domains.get(name) ?? {
      turns: new Turns(together),
      peace: new Peace(longest.domain),
      next: 0,
      behind: 0,
    };
    this.#domains.set(name, domain);
    return domain;
  }

  /** Milliseconds to wait elsewhere; null: nothing is in the way. */
  #hindrance({ peace }: Domain, until: number): number | null {
    if (peace.left > 0) return peace.left;
    if (this.#peace.left > 0) return this.#peace.left;
    return this.#closed || performance.now() >= until ? 0 : null;
  }

  /** Milliseconds after which one comes again that is sent away, behind those who were before. */
  #behind(domain: Domain): number {
    domain.behind += this.#interval;
    return second + domain.behind;
  }

  /** Waits until the rate lets one more begin; or answers how long that would take. */
  async #slot(domain: Domain, until: number): Promise<number | null> {
    const now = performance.now();
    const wait = Math.max(0, domain.next - now);
    if (wait > patience || now + wait >= until) return wait + this.#behind(domain);
    domain.next = now + wait + this.#interval;
    domain.behind = Math.max(0, domain.behind - this.#interval);
    if (wait > 0) await delay(wait);
    return null;
  }
}

function learn(domain: Peace, server: Peace, result: Result): void {
  if (result === 'deferred') domain.begin();
  if (result === 'taken') domain.end();
  if (result === 'unreachable') server.begin();
  else server.end();
}

function isForgotten({ turns, peace, next, behind }: Domain): boolean {
  return turns.idle && peace.forgotten && peace.left === 0 && behind === 0 && next <= performance.now();
}

import { limits } from '../../core/contract/limits.ts';
import type { LogEntry } from '../../core/domain/log.ts';
import { readerOf, type Caller, type Reader } from '../../core/domain/organisation.ts';
import { Refusal } from '../../core/domain/refusal.ts';
import type { Parcel, Sent } from './message.ts';
import type { HubMetrics } from './metrics.ts';
import type { Outlet } from './outlet.ts';
import type { Audience } from './pages.ts';
import type { Occupant, Room } from './room.ts';
import { distinctFilters, roomKey, type Rooms } from './rooms.ts';
import type { Subscription } from './subscription.ts';

/** Events that a consumer may leave unreceipted; for older ones no receipt is kept. */
const mostUnreceipted = 1_000;

/** One socket or stream: its credential, what it subscribes to, and what it was sent. */
export class Consumer implements Occupant {
  next = 0;
  readonly caller: Caller;
  readonly reader: Reader;
  readonly outlet: Outlet;
  readonly subscriptions = new Map<string, Subscription>();
  /** The last sequence that it knows of, by an event or a position. */
  told = 0;
  #teams: ReadonlySet<string>;
  readonly #rooms: Rooms;
  #room: Room | undefined;
  /** Events that were sent and not yet receipted, where receipts are kept at all. */
  #sent: (readonly Sent[])[] | undefined;

  readonly #metrics: HubMetrics;

  constructor(caller: Caller, outlet: Outlet, rooms: Rooms, metrics: HubMetrics) {
    this.caller = caller;
    this.outlet = outlet;
    this.reader = rooms.reader(readerOf(caller));
    this.#rooms = rooms;
    this.#teams = new Set(caller.teams.map(({ id }) => id));
    this.#metrics = metrics;
    if (this.reader.kind === 'platform') this.#sent = [];
  }

  get teams(): ReadonlySet<string> {
    return this.#teams;
  }

  /** The credential belongs to these teams from here on. */
  belong(teams: readonly string[]): void {
    this.#teams = new Set(teams);
    this.#settle();
  }

  take(parcel: Parcel): void {
    this.outlet.send(parcel);
    const last = parcel.sent.at(-1);
    if (!last) return;
    this.told = Math.max(this.told, last.sequence);
    this.#metrics.eventsSent += parcel.sent.length;
    if (!this.#sent) return;
    this.#sent.push(parcel.sent);
    if (this.#sent.length > mostUnreceipted) this.#sent.shift();
  }

  /** There is nothing more for it up to a sequence. */
  tell(position: Parcel, sequence: number): void {
    this.#room?.serve(this);
    this.told = sequence;
    this.outlet.send(position);
  }

  /** What it was sent up to a sequence and had not receipted. */
  receive(upTo: number): Sent[] {
    const all = (this.#sent ?? []).flat();
    const rest = all.filter(({ sequence }) => sequence > upTo);
    if (this.#sent) this.#sent = rest.length > 0 ? [rest] : [];
    return all.filter(({ sequence }) => sequence <= upTo);
  }

  /** @throws Refusal when it has as many as it may */
  add(subscription: Subscription): void {
    if (this.subscriptions.size >= limits.socketSubscriptions) throw tooMany();
    this.subscriptions.set(subscription.id, subscription);
  }

  remove(id: string): void {
    const subscription = this.subscriptions.get(id);
    if (!subscription) return;
    subscription.ended = true;
    this.subscriptions.delete(id);
    this.#settle();
  }

  /** From here on a room carries the subscription: it has been sent all before. */
  join(subscription: Subscription): void {
    this.#room?.serve(this);
    subscription.live = true;
    this.#settle();
  }

  /** An entry of the live log, in its place. */
  follow(entry: LogEntry): void {
    let changed = false;
    for (const subscription of this.subscriptions.values()) {
      if (!subscription.live || !subscription.isChangedBy(entry, this.reader.organisationId)) continue;
      subscription.change(entry);
      changed = true;
    }
    if (changed) this.#settle();
  }

  /** Who a replay of this subscription is for, as of its cursor. */
  audience(subscription: Subscription): Audience {
    const filters = distinctFilters(subscription.filters(this.#teams));
    return { key: roomKey(this.reader, filters), reader: this.reader, filters };
  }

  /** Whether it may be told that there is nothing for it up to a sequence, and does not know yet. */
  mayBeTold(sequence: number): boolean {
    const subscriptions = [...this.subscriptions.values()];
    return this.told < sequence && subscriptions.length > 0 && subscriptions.every(({ live }) => live);
  }

  /** Ends its subscriptions and leaves its room. */
  leave(): void {
    for (const subscription of this.subscriptions.values()) subscription.ended = true;
    this.subscriptions.clear();
    this.#settle();
  }

  /** Moves it to the room of all that it subscribes to live. */
  #settle(): void {
    const live = [...this.subscriptions.values()].filter((one) => one.live);
    const filters = distinctFilters(live.flatMap((one) => one.filters(this.#teams)));
    const before = this.#room;
    if (before && filters.length > 0 && before.key === roomKey(this.reader, filters)) return;
    if (before) this.#rooms.leave(this, before);
    this.#room = filters.length > 0 ? this.#rooms.enter(this, this.reader, filters) : undefined;
  }
}

function tooMany(): Refusal {
  const most = limits.socketSubscriptions;
  return new Refusal('state-conflict', `A socket has at most ${most} subscriptions; unsubscribe from one first.`, {
    limit: most,
  });
}

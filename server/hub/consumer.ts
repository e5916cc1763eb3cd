import { limits } from '../../core/contract/limits.ts';
import type { LogEntry } from '../../core/domain/log.ts';
import { readerOf, type Caller, type Reader, type Team } from '../../core/domain/organisation.ts';
import { Refusal } from '../../core/domain/refusal.ts';
import type { Parcel, Sent } from './message.ts';
import type { Outlet } from './outlet.ts';
import type { Audience } from './pages.ts';
import type { Room } from './room.ts';
import { distinctFilters, roomKey, type Rooms } from './rooms.ts';
import type { Subscription } from './subscription.ts';

/** Parcels of replays that a consumer may leave unreceipted; for older ones no receipt is kept. */
const mostUnreceipted = 100;

/** Who comes, and from what address. */
export interface Comer {
  readonly caller: Caller;
  readonly from: string;
}

/** One socket or stream: its credential, what it subscribes to, and what it was sent. */
export class Consumer {
  caller: Caller;
  /** The address that it is connected from. */
  readonly from: string;
  readonly reader: Reader;
  readonly outlet: Outlet;
  readonly subscriptions = new Map<string, Subscription>();
  /** Its own among the turns in which consumers are told where the log is, as a part of one. */
  readonly turn = Math.random();
  /** When it connected, in milliseconds of this machine's clock. */
  readonly since = Date.now();
  /** The last sequence that it was told of by a position. */
  told = 0;
  readonly #rooms: Rooms;
  #room: Room | undefined;
  /** Events that replays and former rooms sent and that are not receipted yet, where receipts are kept at all. */
  #sent: (readonly Sent[])[] | undefined;
  /** The number of the first message of its room that is not receipted. */
  #unreceipted = 0;

  constructor({ caller, from }: Comer, outlet: Outlet, rooms: Rooms) {
    this.caller = caller;
    this.from = from;
    this.outlet = outlet;
    this.reader = rooms.reader(readerOf(caller));
    this.#rooms = rooms;
    if (this.reader.kind === 'platform') this.#sent = [];
  }

  get teams(): readonly string[] {
    return this.caller.teams.map(({ id }) => id);
  }

  get #followedTeams(): readonly string[] | 'every' {
    return this.caller.everyTeam ? 'every' : this.teams;
  }

  /** The credential belongs to these teams from here on. */
  belong(teams: readonly Team[]): void {
    this.caller = { ...this.caller, teams };
    this.#settle();
  }

  /** The key that it came with ends then. */
  expire(expiresAt: string | null): void {
    if (this.caller.as.type === 'key') this.caller = { ...this.caller, as: { ...this.caller.as, expiresAt } };
  }

  /** A part of a replay. */
  take(parcel: Parcel): void {
    this.outlet.send(parcel);
    this.#keep(parcel.sent);
  }

  /** There is nothing more for it up to a sequence. */
  tell(position: Parcel, sequence: number): void {
    this.#room?.serve(this.outlet);
    this.told = sequence;
    this.outlet.send(position);
  }

  /** Whether an event about this warning is on its way to it. */
  awaits(warningId: string): boolean {
    return this.outlet.holds(warningId) || (this.#room?.awaits(this.outlet, warningId) ?? false);
  }

  /** What it was sent up to a sequence and had not receipted. */
  receive(upTo: number): Sent[] {
    if (!this.#sent) return [];
    const before = this.#sent.flat();
    const rest = before.filter(({ sequence }) => sequence > upTo);
    this.#sent = rest.length > 0 ? [rest] : [];
    const inRoom = this.#sentByRoom();
    const received = inRoom.filter(({ sequence }) => sequence <= upTo);
    this.#unreceipted = this.outlet.next - (inRoom.length - received.length);
    return [...before.filter(({ sequence }) => sequence <= upTo), ...received];
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
    this.#room?.serve(this.outlet);
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
    const filters = distinctFilters(subscription.filters(this.#followedTeams));
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
    const filters = distinctFilters(live.flatMap((one) => one.filters(this.#followedTeams)));
    const before = this.#room;
    if (before && filters.length > 0 && before.key === roomKey(this.reader, filters)) return;
    if (before) this.#leave(before);
    this.#room = filters.length > 0 ? this.#rooms.enter(this.outlet, this.reader, filters) : undefined;
    this.#unreceipted = this.outlet.next;
  }

  #leave(room: Room): void {
    this.#rooms.leave(this.outlet, room);
    this.#keep(this.#sentByRoom());
  }

  #keep(sent: readonly Sent[]): void {
    if (!this.#sent || sent.length === 0) return;
    this.#sent.push(sent);
    if (this.#sent.length > mostUnreceipted) this.#sent.shift();
  }

  #sentByRoom(): readonly Sent[] {
    return this.#room?.sent(this.#unreceipted, this.outlet.next) ?? [];
  }
}

function tooMany(): Refusal {
  const most = limits.socketSubscriptions;
  return new Refusal('state-conflict', `A socket has at most ${most} subscriptions; unsubscribe from one first.`, {
    limit: most,
  });
}

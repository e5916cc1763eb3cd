import type { Registry } from 'prom-client';
import { v7 } from 'uuid';
import type { Filter } from '../../core/contract/filter.ts';
import type { GoodbyeReason } from '../../core/contract/sockets.ts';
import type { LogEntry, ToldEvent } from '../../core/domain/log.ts';
import { teamsOf, type Caller, type Team } from '../../core/domain/organisation.ts';
import { Refusal } from '../../core/domain/refusal.ts';
import { takenBackFrom } from '../../core/domain/telling.ts';
import { mayComeFrom, type Key } from '../../core/domain/key.ts';
import { keyOfId, listKeys } from '../../core/store/keys.ts';
import { readLog, type LogHead } from '../../core/store/log-reader.ts';
import type { Store } from '../../core/store/store.ts';
import { toldEvents } from '../../core/store/told.ts';
import type { Consumer } from './consumer.ts';
import { FanOut } from './fan-out.ts';
import { openHubMetrics, type HubMetrics } from './metrics.ts';
import { encode, parcelOf } from './message.ts';
import { OwnFiltersThen } from './own-filters.ts';
import { Pages } from './pages.ts';
import { Places } from './places.ts';
import { replay, type Stage } from './replay.ts';
import { Rooms } from './rooms.ts';
import { Subscription } from './subscription.ts';
import { Telling } from './telling.ts';

/** Entries before the head whose positions are known from the start. */
const nearby = 1_000;
/** Milliseconds that a consumer may be behind. */
const mostBehind = 10_000;
/** Turns of the watch in which every consumer is once told where the log is. */
const positionTurns = 60;

/** A batch of the log, with what had to be looked up for it. */
interface Batch {
  readonly entries: readonly LogEntry[];
  readonly tellings: ReadonlyMap<number, Telling>;
  /** By key: the teams that it belongs to now; of organisations whose teams changed. */
  readonly teams: ReadonlyMap<string, readonly Team[]>;
  /** As they are now: the keys that were changed. */
  readonly keys: ReadonlyMap<string, Key>;
}

/** The live half of a node: reads the log in order, puts events into rooms, and ends whoever may hear no more. */
export class Live implements Stage {
  readonly consumers = new Set<Consumer>();
  readonly fanOut = new FanOut();
  readonly rooms = new Rooms(this.fanOut);
  readonly ownFilters: OwnFiltersThen;
  readonly places: Places;
  readonly pages: Pages;
  readonly metrics: HubMetrics;
  readonly log: (error: Error) => void;
  /** Moves when a credential may have changed: what was authenticated before is looked at again. */
  credentials = 0;
  readonly #store: Store;
  #head: LogHead = { sequence: 0, position: '' };
  #waiters: (() => void)[] = [];
  #turn = 0;

  constructor(store: Store, registry: Registry, log: (error: Error) => void) {
    this.#store = store;
    this.metrics = openHubMetrics(registry, this.consumers);
    this.log = oncePerError(log);
    this.ownFilters = new OwnFiltersThen(store);
    this.places = new Places(store);
    this.pages = new Pages(store, (entries) => this.places.learn(entries));
  }

  head(): LogHead {
    return this.#head;
  }

  moved(): Promise<void> {
    return new Promise((resolve) => this.#waiters.push(resolve));
  }

  /** Where the log stands: what follows goes through `read`. Those who come back after a restart were last told of what is near. */
  async start({ sequence, position }: LogHead): Promise<void> {
    this.#head = { sequence, position };
    const { sql, positions } = this.#store;
    this.places.learn(await readLog(sql, positions, Math.max(0, sequence - nearby), nearby));
  }

  /** A batch of the log: looked up first, then told in one turn of the event loop. */
  async read(entries: readonly LogEntry[]): Promise<void> {
    const names = this.#store.directory();
    const told = await toldEvents(this.#store, entries);
    const tellings = new Map(told.map((event) => [event.sequence, new Telling(event, names)]));
    const teams = await this.#changedTeams(entries);
    const keys = await this.#changedKeys(entries);
    this.places.learn(entries);
    this.#tell({ entries, tellings, teams, keys });
    const last = entries.at(-1);
    if (last) this.#head = { sequence: last.sequence, position: last.position };
    this.fanOut.run();
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const resolve of waiters) resolve();
  }

  /**
   * A subscription of a consumer, from a place on. It starts when `begin` is called: after its answer was sent.
   * @param after a position, "start" or "now"; absent: now
   * @throws Refusal position-invalid, log-truncated, log-restored; state-conflict when it has as many as it may; unavailable
   * when it has ended
   */
  async subscribe(
    consumer: Consumer,
    asked: readonly Filter[] | 'own',
    after = 'now',
  ): Promise<{ subscription: Subscription; position: string; begin: () => void }> {
    const newest = await this.places.newest();
    const { sequence, position } = after === 'now' ? newest : await this.places.find(after);
    // It may have ended meanwhile: nobody would ever take it out of its room again.
    if (!this.consumers.has(consumer)) throw new Refusal('unavailable', 'The connection has ended.');
    const subscription = new Subscription(v7(), asked, sequence, newest.sequence);
    consumer.add(subscription);
    return { subscription, position, begin: () => void replay(this, consumer, subscription) };
  }

  /** The consumer is gone. */
  remove(consumer: Consumer): void {
    if (this.consumers.delete(consumer)) consumer.leave();
  }

  end(consumer: Consumer, reason: GoodbyeReason): void {
    if (reason === 'slow-consumer') this.metrics.slowConsumers.inc();
    consumer.outlet.end(reason);
    this.remove(consumer);
  }

  /** Drops who is behind, ends who has expired, and tells some of the others where the log is. @param now milliseconds */
  watch(now: number): void {
    this.pages.sweep(now);
    this.#turn = (this.#turn + 1) % positionTurns;
    const { sequence, position } = this.#head;
    const here = parcelOf([encode('position', JSON.stringify({ position }), position)]);
    for (const consumer of this.consumers) {
      const { as } = consumer.caller;
      if (as.type === 'key' && as.expiresAt !== null && Date.parse(as.expiresAt) <= now) this.end(consumer, 'revoked');
      else if (consumer.outlet.behind(now) > mostBehind) this.end(consumer, 'slow-consumer');
      else if (Math.floor(consumer.turn * positionTurns) === this.#turn && consumer.mayBeTold(sequence)) {
        consumer.tell(here, sequence);
      }
    }
    if (this.#turn === 0) this.rooms.keepReaders(new Set([...this.consumers].map(({ reader }) => reader)));
  }

  #tell(batch: Batch): void {
    const { entries, tellings } = batch;
    // Before anything is told: the batch itself was read, and is decided, by all that it holds.
    this.#each(tellings.values(), ({ event }) => this.#takeBack(event));
    this.#each(entries, (entry) => {
      const telling = tellings.get(entry.sequence);
      if (telling) this.rooms.tell(telling);
      else this.#follow(entry, batch);
    });
  }

  /** One event that cannot be told must not silence all that follow. */
  #each<T>(all: Iterable<T>, tell: (one: T) => void): void {
    for (const one of all) {
      try {
        tell(one);
      } catch (error) {
        this.log(error as Error);
      }
    }
  }

  /** What is on its way may be more than its reader may have from here on: who has yet to be sent it asks again. */
  #takeBack(event: ToldEvent): void {
    const from = takenBackFrom(event);
    if (!from) return;
    this.pages.clear();
    for (const consumer of this.consumers) {
      if (consumer.awaits(event.warning.id) && from(consumer.reader)) this.end(consumer, 'slow-consumer');
    }
  }

  #follow(entry: LogEntry, { teams, keys }: Batch): void {
    const [about] = entry.type.split('.');
    if (entry.type === 'key.added') return;
    if (about === 'key' || entry.type === 'session.ended') this.credentials += 1;
    else if (about === 'organisation' || about === 'team' || about === 'member') this.credentials += 1;
    else if (about !== 'subscription') return;
    for (const consumer of this.consumers) {
      if (about === 'subscription') consumer.follow(entry);
      else if (about === 'team') this.#moveTeams(consumer, teams);
      else if (about === 'key' && entry.type !== 'key.revoked')
        this.#changeKey(consumer, keys.get(consumer.caller.as.id));
      else if (this.#isOver(consumer, entry)) this.end(consumer, 'revoked');
    }
  }

  #moveTeams(consumer: Consumer, teams: Batch['teams']): void {
    const now = teams.get(consumer.caller.as.id);
    if (now) consumer.belong(now);
  }

  /** A key that is limited to other networks, or ends at another time. */
  #changeKey(consumer: Consumer, key: Key | undefined): void {
    if (!key) return;
    consumer.expire(key.expiresAt);
    if (!mayComeFrom(key)(consumer.from)) this.end(consumer, 'revoked');
  }

  #isOver({ caller, reader }: Consumer, { type, data }: LogEntry): boolean {
    if (type === 'key.revoked') return caller.as.id === data.key;
    if (type === 'session.ended') return caller.as.type === 'member' && caller.as.session === data.session;
    if (type.startsWith('member.')) return caller.as.id === data.member && this.#isOther(caller);
    if (!type.startsWith('organisation.') || data.organisation !== reader.organisationId) return false;
    const now = this.#store.directory().organisations.get(reader.organisationId);
    return !now || now.suspended || now.kind !== reader.kind || now.clearance !== reader.clearance;
  }

  /** Whether a member is none any more, or another than they were. */
  #isOther({ as, scopes, teams, everyTeam }: Caller): boolean {
    const member = this.#store.directory().members.get(as.id);
    if (!member || as.type !== 'member') return true;
    const limits = everyTeam ? [] : teams.map(({ id }) => id);
    const moved = member.teams.toSorted().join() !== limits.toSorted().join();
    return moved || member.role !== as.role || member.red !== scopes.includes('warnings:red');
  }

  async #changedKeys(entries: readonly LogEntry[]): Promise<Batch['keys']> {
    const changed = entries.flatMap(({ type, data }) =>
      type === 'key.changed' || type === 'key.rotated' ? [String(data['key'])] : [],
    );
    const keys = new Map<string, Key>();
    for (const id of new Set(changed)) {
      const key = await keyOfId(this.#store.sql, id);
      if (key) keys.set(id, key);
    }
    return keys;
  }

  /** Which teams the keys and members belong to whose organisation gained or lost one. */
  async #changedTeams(entries: readonly LogEntry[]): Promise<Batch['teams']> {
    const changed = new Set(
      entries.flatMap(({ type, actor }) =>
        type === 'team.added' || type === 'team.removed' ? (actor.organisationId ?? []) : [],
      ),
    );
    const teams = new Map<string, readonly Team[]>();
    for (const organisationId of changed) {
      if (![...this.consumers].some(({ reader }) => reader.organisationId === organisationId)) continue;
      const own = this.#store.directory().teams.get(organisationId) ?? [];
      for (const key of await listKeys(this.#store.sql, organisationId)) {
        teams.set(key.id, key.teams.length === 0 ? own : own.filter(({ id }) => key.teams.includes(id)));
      }
      for (const member of this.#store.directory().membersByOrganisation.get(organisationId) ?? []) {
        teams.set(member.id, teamsOf(member, own));
      }
    }
    return teams;
  }
}

/** Ten thousand replays that wait for the same page fail by the same error. */
function oncePerError(log: (error: Error) => void): (error: Error) => void {
  const logged = new WeakSet<Error>();
  return (error) => {
    if (logged.has(error)) return;
    logged.add(error);
    log(error);
  };
}

import type { Filter } from '../../core/contract/filter.ts';
import type { Facets } from '../../core/domain/filter.ts';
import type { Reader } from '../../core/domain/organisation.ts';
import { isHeard } from '../../core/domain/telling.ts';
import type { FanOut } from './fan-out.ts';
import { FilterIndex } from './filter-index.ts';
import { Room, type Occupant } from './room.ts';
import type { Telling } from './telling.ts';

/** Rooms by reader and filters. Whoever has the same of both shares a room; a consumer is in one at most, whatever it subscribes to. */
export class Rooms {
  readonly #fanOut: FanOut;
  readonly #readers = new Map<string, Reader>();
  readonly #rooms = new Map<string, Room>();
  /** The one object that stands for all equal filters, and the rooms that ask for it. */
  readonly #filters = new Map<string, { filter: Filter; rooms: Set<Room> }>();
  readonly #index = new FilterIndex();

  constructor(fanOut: FanOut) {
    this.#fanOut = fanOut;
  }

  /** The one object that stands for all equal readers. */
  reader(reader: Reader): Reader {
    const { organisationId, kind, clearance, suspended, red } = reader;
    const key = [organisationId, kind, clearance, suspended, red].join(' ');
    const held = this.#readers.get(key) ?? reader;
    this.#readers.set(key, held);
    return held;
  }

  /** Forgets readers that nobody is any more. @param inUse of those that consumers have */
  keepReaders(inUse: ReadonlySet<Reader>): void {
    for (const [key, reader] of this.#readers) if (!inUse.has(reader)) this.#readers.delete(key);
  }

  enter(occupant: Occupant, reader: Reader, filters: readonly Filter[]): Room {
    const key = roomKey(reader, filters);
    const room = this.#rooms.get(key) ?? this.#open(key, reader, filters);
    room.enter(occupant);
    return room;
  }

  leave(occupant: Occupant, room: Room): void {
    room.leave(occupant);
    if (room.occupants.size === 0) this.#close(room);
  }

  /** Puts an event into the rooms that hear it; `FanOut` carries it to their occupants. */
  tell(telling: Telling): void {
    for (const room of this.#candidates(telling)) {
      const message = telling.to(room.reader);
      if (!message || !isHeard(telling.event, room.reader, room.filters)) continue;
      room.put(message);
      this.#fanOut.add(room);
    }
  }

  /** The rooms with a filter that any revision so far matches. */
  #candidates({ event }: Telling): Set<Room> {
    const found = new Set<Room>();
    const looked = new Set<string>();
    for (const { facets } of event.history.revisions) {
      const key = JSON.stringify(facets);
      if (looked.has(key)) continue;
      looked.add(key);
      for (const room of this.#matching(facets)) found.add(room);
    }
    return found;
  }

  #matching(facets: Facets): Room[] {
    return this.#index.matching(facets).flatMap((filter) => [...(this.#filters.get(filterKey(filter))?.rooms ?? [])]);
  }

  #open(key: string, reader: Reader, filters: readonly Filter[]): Room {
    const room = new Room(key, reader, filters);
    this.#rooms.set(key, room);
    for (const filter of filters) {
      const name = filterKey(filter);
      const held = this.#filters.get(name);
      if (held) held.rooms.add(room);
      else {
        this.#filters.set(name, { filter, rooms: new Set([room]) });
        this.#index.add(filter);
      }
    }
    return room;
  }

  #close(room: Room): void {
    this.#rooms.delete(room.key);
    for (const filter of room.filters) {
      const name = filterKey(filter);
      const held = this.#filters.get(name);
      held?.rooms.delete(room);
      if (!held || held.rooms.size > 0) continue;
      this.#filters.delete(name);
      this.#index.remove(held.filter);
    }
  }
}

function filterKey(filter: Filter): string {
  const { countries, languages, grounds, severity, statuses } = filter;
  return [countries, languages, grounds, severity, statuses].join(' ');
}

/** Filters without repeats, in one order: equal sets are equal keys. */
export function distinctFilters(filters: readonly Filter[]): Filter[] {
  const byKey = new Map(filters.map((filter) => [filterKey(filter), filter]));
  return [...byKey.keys()].toSorted().map((key) => byKey.get(key) as Filter);
}

/** Names a reader and filters: who shares it is sent the same. @param filters distinct */
export function roomKey(reader: Reader, filters: readonly Filter[]): string {
  const { organisationId, kind, clearance, suspended, red } = reader;
  return [organisationId, kind, clearance, suspended, red, ...filters.map(filterKey)].join('|');
}

import type { Filter } from '../../core/contract/filter.ts';
import type { Reader } from '../../core/domain/organisation.ts';
import { parcelOf, type EventMessage, type Parcel, type Sent } from './message.ts';

/** Who is in a room: what ten thousand of them hold is touched for every event, so it is little. */
export interface Occupant {
  /** The number, among the room's messages, of the first that it was not sent. Kept by the room. */
  next: number;
  send(parcel: Parcel): void;
}

/** Messages that a room remembers having sent; for older ones no receipt is kept. */
const mostRemembered = 1_000;

/** Whoever hears the same of the same: one reader, one set of filters. */
export class Room {
  readonly key: string;
  readonly reader: Reader;
  readonly filters: readonly Filter[];
  readonly occupants = new Set<Occupant>();
  /** Messages that not all occupants were sent. */
  #waiting: EventMessage[] = [];
  /** The number of the first of them. */
  #first = 0;
  /** What was put last, up to the end. */
  #remembered: Sent[] = [];
  #joined: { from: number; to: number; parcel: Parcel } | undefined;

  constructor(key: string, reader: Reader, filters: readonly Filter[]) {
    this.key = key;
    this.reader = reader;
    this.filters = filters;
  }

  /** The number of the message that comes next. */
  get end(): number {
    return this.#first + this.#waiting.length;
  }

  /** From here on: whoever enters has been sent all before by other ways. */
  enter(occupant: Occupant): void {
    occupant.next = this.end;
    this.occupants.add(occupant);
  }

  leave(occupant: Occupant): void {
    if (this.occupants.delete(occupant)) this.serve(occupant);
  }

  put(message: EventMessage): void {
    this.#waiting.push(message);
    this.#remembered.push(message.sent);
    if (this.#remembered.length >= 2 * mostRemembered) this.#remembered = this.#remembered.slice(-mostRemembered);
  }

  /** What the messages of these numbers are about, as far as it is remembered. @param to not included */
  sent(from: number, to: number): Sent[] {
    const first = this.end - this.#remembered.length;
    return this.#remembered.slice(Math.max(0, from - first), Math.max(0, to - first));
  }

  /** Whether an event about this warning waits for an occupant. */
  awaits({ next }: Occupant, warningId: string): boolean {
    return this.#waiting.slice(next - this.#first).some(({ sent }) => sent.warningId === warningId);
  }

  /** Sends an occupant all that waits for it, as one parcel. */
  serve(occupant: Occupant): void {
    const from = occupant.next;
    if (from >= this.end) return;
    occupant.next = this.end;
    occupant.send(this.#parcel(from));
  }

  /** Forgets messages before this number: all occupants have them. */
  forget(before: number): void {
    this.#waiting.splice(0, before - this.#first);
    this.#first = before;
    this.#joined = undefined;
  }

  #parcel(from: number): Parcel {
    const to = this.end;
    if (this.#joined?.from !== from || this.#joined.to !== to) {
      this.#joined = { from, to, parcel: parcelOf(this.#waiting.slice(from - this.#first)) };
    }
    return this.#joined.parcel;
  }
}

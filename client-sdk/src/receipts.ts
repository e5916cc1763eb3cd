import type { Connection } from './connection.ts';

/** Milliseconds before a receipt is sent again that was refused for now. */
const retryDelay = 1_000;

/** Delivery receipts: one message for all that was handled within `delay` milliseconds. */
export class Receipts {
  readonly #connection: Connection;
  readonly #delay: number;
  readonly #taken: (position: string) => void;
  #position: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `taken` hears up to where the network has them. */
  constructor(connection: Connection, delay: number, taken: (position: string) => void) {
    this.#connection = connection;
    this.#delay = delay;
    this.#taken = taken;
  }

  add(position: string): void {
    this.#position = position;
    this.#flushIn(this.#delay);
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const position = this.#position;
    this.#position = undefined;
    if (position === undefined) return;
    this.#connection.tell('received', { position }, (isDone) => {
      if (isDone) return this.#taken(position);
      // A new socket takes receipts for what it sent itself: there the events come again first.
      if (!this.#connection.connected) return;
      this.#position ??= position;
      this.#flushIn(retryDelay);
    });
  }

  #flushIn(milliseconds: number): void {
    this.#timer ??= setTimeout(() => this.flush(), milliseconds);
  }
}

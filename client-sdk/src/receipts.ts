import type { Connection } from './connection.ts';

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
    this.#timer ??= setTimeout(() => this.flush(), this.#delay);
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const position = this.#position;
    this.#position = undefined;
    if (position === undefined) return;
    this.#connection.tell('received', { position }, (isDone) => isDone && this.#taken(position));
  }
}

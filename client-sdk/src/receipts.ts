import type { Connection } from './connection.ts';

/** Delivery receipts: one message for all that was handled within `delay` milliseconds. */
export class Receipts {
  readonly #connection: Connection;
  readonly #delay: number;
  #position: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(connection: Connection, delay: number) {
    this.#connection = connection;
    this.#delay = delay;
  }

  add(position: string): void {
    this.#position = position;
    this.#timer ??= setTimeout(() => this.flush(), this.#delay);
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#position !== undefined) this.#connection.tell('received', { position: this.#position });
    this.#position = undefined;
  }
}

import type { Room } from './room.ts';

/** Occupants that are served in one turn of the event loop. */
const slice = 1_000;

/**
 * Carries what waits in rooms to their occupants, a slice of them per turn of the event loop, so that requests, pings and the
 * log are heard in between. What comes while it is under way goes out together with what waited: the more there is, the
 * fewer writes an event costs.
 */
export class FanOut {
  readonly #rooms = new Set<Room>();
  #pass: Iterator<void> | undefined;

  /** Something waits in this room; `run` carries it. */
  add(room: Room): void {
    this.#rooms.add(room);
  }

  /** Serves the first slice now and the others in the turns that follow. */
  run(): void {
    if (this.#pass) return;
    this.#pass = this.#serveAll();
    this.#turn();
  }

  /** Serves everybody now. */
  finish(): void {
    this.#pass ??= this.#serveAll();
    while (!this.#pass.next().done);
    this.#pass = undefined;
  }

  readonly #turn = (): void => {
    for (let served = 0; served < slice; served += 1) {
      if (!this.#pass || this.#pass.next().done) {
        this.#pass = undefined;
        return;
      }
    }
    setImmediate(this.#turn);
  };

  *#serveAll(): Generator<void> {
    for (const room of this.#rooms) {
      this.#rooms.delete(room);
      const { end } = room;
      for (const occupant of room.occupants) {
        room.serve(occupant);
        yield;
      }
      // What came meanwhile has put the room back among those to be served: not all have had it.
      room.forget(end);
    }
  }
}

type Abort = (reason: Error) => void;

/** Ends all calls of a client at once. On one shared signal each call would be a listener, which Node.js reports as a leak beyond ten. */
export class Ending {
  readonly #calls = new Set<Abort>();
  #reason: (() => Error) | undefined;

  /** Ends a call with the others, or at once when that has happened already. Answers how to take it out again. */
  add(abort: Abort): () => void {
    if (this.#reason) abort(this.#reason());
    this.#calls.add(abort);
    return () => this.#calls.delete(abort);
  }

  /** @param reason made anew for each call, which has its own key */
  end(reason: () => Error): void {
    this.#reason = reason;
    for (const abort of this.#calls) abort(reason());
  }
}

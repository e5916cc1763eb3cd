const first = 1_000;

/** A time in which somebody who gives trouble is left in peace: 1, 2, 4 … seconds, until something went well again. */
export class Peace {
  readonly #longest: number;
  #until = 0;
  #times = 0;

  /** @param longest milliseconds */
  constructor(longest: number) {
    this.#longest = longest;
  }

  /** Milliseconds that are left of it. */
  get left(): number {
    return Math.max(0, this.#until - performance.now());
  }

  /** Whether nothing is known against them. */
  get forgotten(): boolean {
    return this.#times === 0;
  }

  /** They gave trouble. What was under way when it began is the same trouble. */
  begin(): void {
    if (this.left > 0) return;
    this.#until = performance.now() + Math.min(first * 2 ** this.#times, this.#longest);
    this.#times += 1;
  }

  /** Something went well. */
  end(): void {
    if (this.left === 0) this.#times = 0;
  }
}

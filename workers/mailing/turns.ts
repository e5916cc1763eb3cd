/** Lets so many begin at once; the others wait in order. */
export class Turns {
  readonly #waiting: (() => void)[] = [];
  readonly #most: number;
  #free: number;

  constructor(most: number) {
    this.#most = most;
    this.#free = most;
  }

  /** Whether nobody has begun or waits. */
  get idle(): boolean {
    return this.#free === this.#most;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  async take(): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Who waits longest is next. */
  give(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}

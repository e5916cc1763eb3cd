/** What an answer does not wait for, so that its time tells nothing of it; the end of the server does. */
export class Afterwards {
  readonly #running = new Set<Promise<void>>();
  readonly #report: (error: Error) => void;

  /** @param report of work that failed: nobody waits to hear of it */
  constructor(report: (error: Error) => void) {
    this.#report = report;
  }

  begin(work: () => Promise<unknown>): void {
    const running = work()
      .catch((error: unknown) => this.#report(error as Error))
      .then(() => void this.#running.delete(running));
    this.#running.add(running);
  }

  /** Waits for all that was begun. */
  async finish(): Promise<void> {
    await Promise.all(this.#running);
  }
}

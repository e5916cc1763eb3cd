import type { Logger } from 'pino';

/** What was opened, closed in the opposite order; one that fails holds up none of the others. */
export class Cleanups {
  readonly #log: Pick<Logger, 'error'>;
  readonly #stack: { name: string; run: () => Promise<void> | void }[] = [];

  constructor(log: Pick<Logger, 'error'>) {
    this.#log = log;
  }

  push(name: string, run: () => Promise<void> | void): void {
    this.#stack.push({ name, run });
  }

  async run(): Promise<void> {
    for (const { name, run } of this.#stack.splice(0).toReversed()) {
      try {
        await run();
      } catch (error) {
        this.#log.error({ reason: String(error) }, `Closing the ${name} failed.`);
      }
    }
  }
}

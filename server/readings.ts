import { setTimeout as elapsed } from 'node:timers/promises';
import type { Reading } from '../core/domain/audit.ts';
import { credentialOf, recordReadings } from '../core/store/commands/reading.ts';
import type { Store } from '../core/store/store.ts';

/** Milliseconds that readings are gathered, and until they are tried again while PostgreSQL is away. */
const gatherTime = 100;
const retryTime = 1_000;
const together = 500;
/** Readings that are known to stand on the log. */
const remembered = 50_000;

/**
 * Gathers who got revisions of TLP:RED warnings and the issuers of withheld ones, and puts it on the log together: ten thousand
 * sockets of one key are one entry. What is gathered while PostgreSQL is away is bounded: nobody is sent anything new then.
 */
export class Readings {
  readonly #store: Store;
  readonly #log: (error: Error) => void;
  readonly #waiting = new Map<string, Reading>();
  readonly #written = new Set<string>();
  #next: Promise<void> | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(store: Store, log: (error: Error) => void) {
    this.#store = store;
    this.#log = log;
  }

  /** For live delivery, which waits for nobody: on the log within a second. */
  note(reading: Reading): void {
    const name = nameOf(reading);
    if (this.#written.has(name) || this.#waiting.has(name)) return;
    this.#waiting.set(name, reading);
    this.#soon(gatherTime).catch(() => undefined);
  }

  /**
   * For what is answered once this resolves: on the side of an entry too many, for an answer that never arrived, and never of a text
   * that left without one. @throws when it could not be written down
   */
  async written(readings: readonly Reading[]): Promise<void> {
    const unwritten = readings.filter((reading) => !this.#written.has(nameOf(reading)));
    if (unwritten.length === 0) return;
    for (const reading of unwritten) this.#waiting.set(nameOf(reading), reading);
    await this.flush();
  }

  /** Writes down all that is gathered. @throws when it could not be written down */
  flush(): Promise<void> {
    const writing = this.#writing.then(() => this.#write());
    this.#writing = writing.catch(() => undefined);
    return writing;
  }

  #soon(milliseconds: number): Promise<void> {
    this.#next ??= elapsed(milliseconds, undefined, { ref: false }).then(() => {
      this.#next = undefined;
      return this.flush();
    });
    return this.#next;
  }

  async #write(): Promise<void> {
    const all = [...this.#waiting];
    for (let first = 0; first < all.length; first += together) {
      const some = all.slice(first, first + together);
      try {
        await this.#store.writer.run(recordReadings(some.map(([, reading]) => reading)));
      } catch (error) {
        this.#log(error as Error);
        this.#soon(retryTime).catch(() => undefined);
        throw error;
      }
      if (this.#written.size + some.length > remembered) this.#written.clear();
      for (const [name] of some) {
        this.#waiting.delete(name);
        this.#written.add(name);
      }
    }
  }
}

function nameOf(reading: Reading): string {
  return `${credentialOf(reading)} ${reading.warningId} ${reading.revision} ${reading.why}`;
}

import type { LogEntry } from '../../core/domain/log.ts';
import { oldestHeld, readHead, resolveAfter, type LogHead } from '../../core/store/log-reader.ts';
import type { Store } from '../../core/store/store.ts';
import { Shared } from './shared.ts';

/** Positions that are remembered. */
const remembered = 20_000;
/** Milliseconds in which an entry is surely held: the shortest retention that may be configured is a day longer. */
const surelyHeld = 30 * 86_400_000;

type Place = Pick<LogEntry, 'sequence' | 'at'>;

/** Finds the place that a client names. Ten thousand that come back at once name a few places, most of them just read. */
export class Places {
  readonly #store: Store;
  readonly #known = new Map<string, Place>();
  readonly #asked = new Shared<LogHead>();
  #reading: Promise<unknown> = Promise.resolve();
  #next: Promise<LogHead> | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  /** These entries are of this log. */
  learn(entries: readonly (Place & Pick<LogEntry, 'position'>)[]): void {
    for (const { position, sequence, at } of entries) this.#known.set(position, { sequence, at });
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= remembered) return;
      this.#known.delete(oldest);
    }
  }

  /** Where the log itself stands, however far this node has read. Whoever asks while that is being read shares the next reading. */
  newest(): Promise<LogHead> {
    this.#next ??= this.#readNext();
    return this.#next;
  }

  async #readNext(): Promise<LogHead> {
    await this.#reading;
    this.#next = undefined;
    const head = readHead(this.#store.sql, this.#store.positions);
    this.#reading = head.catch(() => undefined);
    return head;
  }

  /** @param after a position or "start" @throws Refusal position-invalid, log-truncated, log-restored */
  find(after: string): Promise<LogHead> {
    const known = this.#known.get(after);
    if (known && Date.now() - Date.parse(known.at) < surelyHeld) {
      return Promise.resolve({ sequence: known.sequence, position: after });
    }
    const { sql, positions } = this.#store;
    return this.#asked.get(after, async () => {
      if (after === 'start') return oldestHeld(sql, positions);
      return { sequence: await resolveAfter(this.#store, after), position: after };
    });
  }
}

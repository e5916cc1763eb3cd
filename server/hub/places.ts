import type { LogEntry } from '../../core/domain/log.ts';
import { oldestHeld, resolveAfter, type LogHead } from '../../core/store/log-reader.ts';
import type { Store } from '../../core/store/store.ts';
import { Shared } from './shared.ts';

/** Positions that are remembered. */
const remembered = 20_000;

/** Finds the place that a client names. Ten thousand that come back at once name a few places, most of them just read. */
export class Places {
  readonly #store: Store;
  readonly #known = new Map<string, number>();
  readonly #asked = new Shared<LogHead>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** These entries are of this log. */
  learn(entries: readonly Pick<LogEntry, 'position' | 'sequence'>[]): void {
    for (const { position, sequence } of entries) this.#known.set(position, sequence);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= remembered) return;
      this.#known.delete(oldest);
    }
  }

  /** @param after a position or "start" @throws Refusal position-invalid, log-truncated, log-restored */
  find(after: string): Promise<LogHead> {
    const sequence = this.#known.get(after);
    if (sequence !== undefined) return Promise.resolve({ sequence, position: after });
    const { sql, positions } = this.#store;
    return this.#asked.get(after, async () => {
      if (after === 'start') return oldestHeld(sql, positions);
      return { sequence: await resolveAfter(this.#store, after), position: after };
    });
  }
}

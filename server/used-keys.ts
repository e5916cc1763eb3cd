import { touchKeys } from '../core/store/keys.ts';
import type { Queryable } from '../core/store/unit.ts';

const writtenEvery = 10_000;

/** Remembers which keys were used and writes it down now and then, so that no request waits for it. */
export interface UsedKeys {
  add(id: string): void;
  close(): Promise<void>;
}

export function openUsedKeys(sql: Queryable, now: () => Date, log: (error: Error) => void): UsedKeys {
  const used = new Set<string>();
  const timer = setInterval(() => void write(), writtenEvery).unref();

  async function write(): Promise<void> {
    const ids = [...used];
    used.clear();
    if (ids.length === 0) return;
    try {
      await touchKeys(sql, ids, now());
    } catch (error) {
      for (const id of ids) used.add(id);
      log(error as Error);
    }
  }

  return {
    add: (id) => used.add(id),
    async close() {
      clearInterval(timer);
      await write();
    },
  };
}

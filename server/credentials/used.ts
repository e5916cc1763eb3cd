const writtenEvery = 10_000;

/** Remembers which credentials were used and writes it down now and then, so that no request waits for it. */
export interface Used {
  add(id: string): void;
  close(): Promise<void>;
}

/** @param note writes down that these were used */
export function openUsed(
  note: (ids: readonly string[], at: Date) => Promise<void>,
  now: () => Date,
  log: (error: Error) => void,
): Used {
  const used = new Set<string>();
  const timer = setInterval(() => void write(), writtenEvery).unref();

  async function write(): Promise<void> {
    const ids = [...used];
    used.clear();
    if (ids.length === 0) return;
    try {
      await note(ids, now());
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

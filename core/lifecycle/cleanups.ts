/** What has to be undone when a process ends, last in, first out; each by name and within its time. */
export class Cleanups {
  readonly #entries: { name: string; patience: number; undo: () => unknown }[] = [];
  readonly #log: (line: string) => void;

  constructor(log: (line: string) => void) {
    this.#log = log;
  }

  /** @param patience milliseconds after which the next one gets its turn */
  push(name: string, patience: number, undo: () => unknown): void {
    this.#entries.push({ name, patience, undo });
  }

  /** Undoes everything; one that fails or takes too long is told, and keeps none of the others from their turn. */
  async run(): Promise<void> {
    for (let entry = this.#entries.pop(); entry; entry = this.#entries.pop()) {
      const { name, patience, undo } = entry;
      let timer: NodeJS.Timeout | undefined;
      const tooLong = new Promise<string>((resolve) => {
        timer = setTimeout(() => resolve(`${name} did not end within ${patience} ms: going on without.`), patience);
      });
      const complaint = await Promise.race([attempt(name, undo), tooLong]);
      clearTimeout(timer);
      if (complaint) this.#log(complaint);
    }
  }
}

async function attempt(name: string, undo: () => unknown): Promise<string | undefined> {
  try {
    await undo();
    return undefined;
  } catch (error) {
    return `${name} did not end as it should: ${error instanceof Error ? error.message : String(error)}`;
  }
}

import pg from 'pg';
import { changesDirectory, type LogEntry } from '../domain/log.ts';
import { Refusal } from '../domain/refusal.ts';
import { readHead, readLog, resolveAfter, type LogHead } from './log-reader.ts';
import { connectionSettings } from './pool.ts';
import type { Store } from './store.ts';

/** Milliseconds between polls, in case a notification was lost. */
const pollEvery = 1_000;
const pageSize = 500;

export interface TailOptions {
  /** The sequence to read after, or "now". */
  readonly from: number | 'now';
  readonly onEntries: (entries: LogEntry[]) => Promise<void> | void;
  readonly log: (error: Error) => void;
  /** Called once where the log turns out to be another one: restored from a backup, it never leads on from what was read. */
  readonly onRestored?: () => void;
}

/**
 * Reads the log as it grows and hands it on strictly in order, one batch at a time. LISTEN and this process's own commits
 * only wake it; order and completeness come from the cursor. Keeps the store's directory as new as what was handed on.
 */
export async function openTail(store: Store, options: TailOptions): Promise<Tail> {
  const head = await readHead(store.sql, store.positions);
  return new Tail(store, options, options.from === 'now' ? head : { sequence: options.from, position: '' });
}

export class Tail {
  readonly #store: Store;
  readonly #options: TailOptions;
  readonly #listener: { close(): Promise<void> };
  readonly #timer: NodeJS.Timeout;
  readonly #forget: () => void;
  #at: LogHead;
  #healthy = true;
  #closed = false;
  #restored = false;
  /** The highest sequence that was announced since the last pass began. */
  #announced = 0;
  #reading: Promise<void> | undefined;

  constructor(store: Store, options: TailOptions, from: LogHead) {
    this.#store = store;
    this.#options = options;
    this.#at = from;
    const wake = (sequence?: number): void => this.#wake(sequence);
    this.#listener = listen(store.databaseUrl, wake, options.log);
    this.#timer = setInterval(wake, pollEvery);
    this.#forget = store.writer.onCommitted(wake);
    wake();
  }

  /** The last sequence that was handed on. */
  get sequence(): number {
    return this.#at.sequence;
  }

  get position(): string {
    return this.#at.position;
  }

  /** Whether the log could be read at the last try: for readiness. */
  get healthy(): boolean {
    return this.#healthy;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    this.#forget();
    await this.#listener.close();
    await this.#reading;
  }

  /** @param sequence what is to be read; absent: whatever there is */
  #wake(sequence = Infinity): void {
    if (this.#closed || sequence <= this.#at.sequence) return;
    this.#announced = Math.max(this.#announced, sequence);
    this.#reading ??= this.#read();
  }

  async #read(): Promise<void> {
    do {
      this.#announced = 0;
      try {
        while (!this.#closed && (await this.#handOnPage()));
      } catch (error) {
        this.#healthy = false;
        this.#options.log(error as Error);
      }
    } while (this.#announced > this.#at.sequence && !this.#closed);
    this.#reading = undefined;
  }

  /** Whether there may be more. */
  async #handOnPage(): Promise<boolean> {
    const { sql, positions } = this.#store;
    const { sequence } = this.#at;
    const [first, ...rest] = await readLog(sql, positions, Math.max(0, sequence - 1), pageSize + 1);
    const own = first?.sequence === sequence ? first : undefined;
    if (own?.position !== this.#at.position) await this.#checkPlace();
    const entries = own || !first ? rest : [first, ...rest];
    this.#healthy = true;
    const last = entries.at(-1);
    if (!last) return false;
    if (entries.some(({ type }) => changesDirectory(type))) await this.#store.refreshDirectory();
    await this.#options.onEntries(entries);
    this.#at = { sequence: last.sequence, position: last.position };
    return entries.length >= pageSize;
  }

  /** Its own entry is not where it was: dropped with its month, or of a log that is not this one any more. */
  async #checkPlace(): Promise<void> {
    const { position } = this.#at;
    if (position === '') return;
    try {
      await resolveAfter(this.#store, position);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (!this.#restored) this.#options.onRestored?.();
      this.#restored = true;
      const message = 'The log was restored while this process ran, and what it knows is of another past: restart it.';
      throw new Error(message, { cause: error });
    }
  }
}

/** Keeps one connection listening; after a loss it listens anew and wakes the reader, for something may have been missed. */
function listen(
  databaseUrl: string,
  wake: (sequence?: number) => void,
  log: (error: Error) => void,
): { close(): Promise<void> } {
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  function lost(failed: pg.Client, error?: Error): void {
    if (client !== failed) return;
    client = undefined;
    if (error && !closed) log(error);
    failed.end().catch(() => undefined);
    if (!closed) retry = setTimeout(connect, 250);
  }

  function connect(): void {
    const fresh = new pg.Client(connectionSettings(databaseUrl, 'tail'));
    client = fresh;
    fresh.on('error', (error) => lost(fresh, error));
    fresh.on('end', () => lost(fresh));
    fresh.on('notification', ({ payload }) => wake(Number(payload)));
    fresh
      .connect()
      .then(() => fresh.query('LISTEN tocsin_log'))
      .then(() => wake())
      .catch((error: Error) => lost(fresh, error));
  }

  connect();
  return {
    async close() {
      closed = true;
      clearTimeout(retry);
      const last = client;
      client = undefined;
      await last?.end().catch(() => undefined);
    },
  };
}

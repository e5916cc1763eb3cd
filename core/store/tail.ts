import pg from 'pg';
import { changesDirectory, type LogEntry } from '../domain/log.ts';
import { readHead, readLog } from './log-reader.ts';
import { connectionSettings } from './pool.ts';
import type { Store } from './store.ts';

export interface Tail {
  /** The last sequence that was handed on. */
  readonly sequence: number;
  readonly position: string;
  /** Whether the log could be read at the last try: for readiness. */
  readonly healthy: boolean;
  close(): Promise<void>;
}

/** Milliseconds between polls, in case a notification was lost. */
const pollEvery = 1_000;
const pageSize = 500;

/**
 * Reads the log as it grows and hands it on strictly in order, one batch at a time. LISTEN and this process's own commits
 * only wake it; order and completeness come from the cursor. Keeps the store's directory as new as what was handed on.
 * @param from the sequence to read after, or "now"
 */
export async function openTail(
  store: Store,
  options: {
    from: number | 'now';
    onEntries: (entries: LogEntry[]) => Promise<void> | void;
    log: (error: Error) => void;
  },
): Promise<Tail> {
  const head = await readHead(store.sql, store.positions);
  let sequence = options.from === 'now' ? head.sequence : options.from;
  let position = options.from === 'now' ? head.position : '';
  let healthy = true;
  let closed = false;
  let again = false;
  let reading: Promise<void> | undefined;

  async function read(): Promise<void> {
    do {
      again = false;
      try {
        while (!closed) {
          const entries = await readLog(store.sql, store.positions, sequence, pageSize);
          healthy = true;
          const last = entries.at(-1);
          if (!last) break;
          if (entries.some(({ type }) => changesDirectory(type))) await store.refreshDirectory();
          await options.onEntries(entries);
          sequence = last.sequence;
          position = last.position;
          if (entries.length < pageSize) break;
        }
      } catch (error) {
        healthy = false;
        options.log(error as Error);
      }
    } while (again && !closed);
    reading = undefined;
  }

  function wake(): void {
    if (closed) return;
    if (reading) again = true;
    else reading = read();
  }

  const listener = listen(store.databaseUrl, wake, options.log);
  const timer = setInterval(wake, pollEvery);
  store.writer.onCommitted(wake);
  wake();

  return {
    get sequence() {
      return sequence;
    },
    get position() {
      return position;
    },
    get healthy() {
      return healthy;
    },
    async close() {
      closed = true;
      clearInterval(timer);
      await listener.close();
      await reading;
    },
  };
}

/** Keeps one connection listening; after a loss it listens anew and wakes the reader, for something may have been missed. */
function listen(databaseUrl: string, wake: () => void, log: (error: Error) => void): { close(): Promise<void> } {
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
    fresh.on('notification', wake);
    fresh
      .connect()
      .then(() => fresh.query('LISTEN tocsin_log'))
      .then(wake)
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

import pg from 'pg';
import { connectionSettings } from './pool.ts';

/** The one connection that a process appends through, opened when it is needed, and anew after it was lost. */
export interface WriterConnection {
  client(): Promise<pg.Client>;
  /** Lets go of a connection whose transaction failed: what it still holds is rolled back by the database. */
  drop(): void;
  close(): Promise<void>;
}

export function openWriterConnection(databaseUrl: string, name: string, log: (error: Error) => void): WriterConnection {
  let open: pg.Client | undefined;
  return {
    async client() {
      if (open) return open;
      const fresh = new pg.Client(connectionSettings(databaseUrl, name));
      const forget = (): void => {
        if (open === fresh) open = undefined;
      };
      fresh.on('error', (error) => {
        forget();
        log(error);
      });
      fresh.on('end', forget);
      await fresh.connect();
      open = fresh;
      return fresh;
    },
    drop() {
      const lost = open;
      open = undefined;
      lost?.end().catch(() => undefined);
    },
    async close() {
      await open?.end().catch(() => undefined);
    },
  };
}

import type { LogEntry } from '../../core/domain/log.ts';
import { readHead, readLog } from '../../core/store/log-reader.ts';
import { openStore, type Store } from '../../core/store/store.ts';
import { createDatabase } from './database.ts';

export interface TestStore {
  store: Store;
  /** What `work` logged, in order. */
  logged(work: () => Promise<unknown>): Promise<LogEntry[]>;
  close(): Promise<void>;
}

/** A store on a database of the test file's own: close it in `afterAll`. */
export async function openTestStore(): Promise<TestStore> {
  const database = await createDatabase();
  const errors: Error[] = [];
  const store = await openStore({ databaseUrl: database.url, name: 'test', log: (error) => errors.push(error) });
  return {
    store,
    async logged(work) {
      const { sequence } = await readHead(store.sql, store.positions);
      await work();
      return readLog(store.sql, store.positions, sequence, 1_000);
    },
    async close() {
      await store.close();
      // A connection that is still closing is cut by the drop: what that one says is no error of the store's.
      const [error] = errors;
      await database.drop();
      if (error) throw error;
    },
  };
}

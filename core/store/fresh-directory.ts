import type { Directory } from '../domain/directory.ts';
import type { Store } from './store.ts';

/** The directory as it is now, also where this process reads no log: read anew only when something changed. */
export async function freshDirectory(store: Store): Promise<Directory> {
  const { rows } = await store.sql.query<{ sequence: number }>('SELECT directory_sequence AS sequence FROM log_head');
  const known = store.directory();
  return rows[0] && rows[0].sequence > known.sequence ? store.refreshDirectory() : known;
}

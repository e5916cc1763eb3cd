import type pg from 'pg';
import type { Directory } from '../domain/directory.ts';
import { loadDirectory } from './directory.ts';
import { openHistories, type Histories } from './histories.ts';
import { LogWriter } from './log-writer.ts';
import { openingFailure } from './opening.ts';
import type { Network } from './network.ts';
import { openPool } from './pool.ts';
import { openPositions, type Positions } from './positions.ts';
import { recogniseAtStart } from './recognition.ts';
import type { Queryable } from './unit.ts';

/** What a process needs of the database, opened once in its composition root. */
export interface Store {
  readonly network: Network;
  /** Pooled; each statement by itself. */
  readonly sql: Queryable;
  readonly pool: pg.Pool;
  readonly writer: LogWriter;
  readonly positions: Positions;
  readonly histories: Histories;
  readonly databaseUrl: string;
  /** The newest directory that this process knows: its own commits at once, others' as its tail reads them. */
  directory(): Directory;
  /** Reads the directory anew. */
  refreshDirectory(): Promise<Directory>;
  /** Looks again whether this is still the log that it was: since when everything that would leave is held, or null. */
  recognise(): Promise<Date | null>;
  close(): Promise<void>;
}

/**
 * @param name what PostgreSQL lists the connections under
 * @param poolSize connections beside the writer's and the tail's
 * @throws Error when the database cannot be reached or was not migrated
 */
export async function openStore(options: {
  databaseUrl: string;
  name: string;
  poolSize?: number;
  log: (error: Error) => void;
}): Promise<Store> {
  const { databaseUrl, name, log } = options;
  const pool = openPool(databaseUrl, name, options.poolSize ?? 10, log);
  const sql = pool as unknown as Queryable;
  let directory: Directory;
  try {
    directory = await loadDirectory(sql);
  } catch (error) {
    await pool.end();
    throw openingFailure(databaseUrl, error);
  }
  const learn = (newer: Directory): void => {
    if (newer.sequence >= directory.sequence) directory = newer;
  };
  const writer = new LogWriter({ databaseUrl, name, directory: { current: () => directory, learn }, log });
  const close = async (): Promise<void> => {
    await writer.close();
    await pool.end();
  };
  const recognition = await recogniseAtStart(sql, writer).catch(async (error: unknown) => {
    await close();
    throw openingFailure(databaseUrl, error);
  });
  const { network } = recognition;
  return {
    network,
    recognise: () => recognition.again(),
    sql,
    pool,
    writer,
    databaseUrl,
    positions: openPositions(network),
    histories: openHistories(),
    directory: () => directory,
    async refreshDirectory() {
      learn(await loadDirectory(sql));
      return directory;
    },
    close,
  };
}

import type pg from 'pg';
import type { Directory } from '../domain/directory.ts';
import { loadDirectory } from './directory.ts';
import { openHistories, type Histories } from './histories.ts';
import { LogWriter } from './log-writer.ts';
import { openingFailure } from './opening.ts';
import { openPool } from './pool.ts';
import { openPositions, type Positions } from './positions.ts';
import type { Queryable } from './unit.ts';

export interface Network {
  readonly name: string;
  readonly epoch: number;
  /** 32 bytes that key positions, Message-IDs and tokens: derive from it, each purpose its own. */
  readonly secret: Buffer;
}

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
  let network: Network;
  try {
    const { rows } = await sql.query<Network>('SELECT name, epoch, secret FROM network');
    if (!rows[0]) throw new Error('The database holds no network: run `tocsin migrate` first.');
    network = rows[0];
    directory = await loadDirectory(sql);
  } catch (error) {
    await pool.end();
    throw openingFailure(databaseUrl, error);
  }
  const learn = (newer: Directory): void => {
    if (newer.sequence >= directory.sequence) directory = newer;
  };
  const writer = new LogWriter({ databaseUrl, name, directory: { current: () => directory, learn }, log });
  return {
    network,
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
    async close() {
      await writer.close();
      await pool.end();
    },
  };
}

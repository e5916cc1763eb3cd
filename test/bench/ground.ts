import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../cli/embedded/postgres.ts';
import { migrate } from '../../core/store/migrate.ts';
import { freePort } from '../support/ports.ts';
import { until } from '../support/until.ts';
import { built, startChild, stopChildren, type Child } from './child.ts';
import type { Memory } from './held-memory.ts';

/** A server that says how much memory it holds. */
export type Measured = Child<{ memory: () => Memory }>;

/** What every measurement stands on: a real PostgreSQL of the bench's own, and a directory for what processes write. */
export interface Ground {
  readonly directory: string;
  readonly postgresVersion: string;
  /** The address of a new, migrated, empty database. */
  database(name: string): Promise<string>;
  /** Our server as it is run in production, without limits of rate. */
  serve(databaseUrl: string): Promise<{ url: string; server: Measured }>;
  /** The last lines of every process: what went wrong often stands there. */
  said(): Promise<string>;
  /** Ends all processes and removes the directory. */
  close(): Promise<void>;
}

export async function openGround(): Promise<Ground> {
  const directory = await mkdtemp(path.join(tmpdir(), 'tocsin-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir: directory, log: () => undefined });
  const postgresVersion = await checkDurable(postgres.url);
  let servers = 0;
  return {
    directory,
    postgresVersion,
    async database(name) {
      await asAdministrator(postgres.url, (client) => client.query(`CREATE DATABASE ${name}`));
      const url = Object.assign(new URL(postgres.url), { pathname: `/${name}` }).href;
      await migrate(url);
      return url;
    },
    serve(databaseUrl) {
      servers += 1;
      return serve(directory, `server-${servers}`, databaseUrl);
    },
    said: () => lastWords(directory),
    async close() {
      await stopChildren();
      await postgres.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function serve(directory: string, name: string, databaseUrl: string): Promise<{ url: string; server: Measured }> {
  const port = await freePort();
  const server: Measured = startChild('cli/main.js', {
    name,
    directory,
    args: ['serve'],
    flags: ['--expose-gc', '--import', pathToFileURL(built('test/bench/probe.js')).href],
    env: {
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      TOCSIN_DATA_DIR: directory,
      TOCSIN_REQUESTS_PER_SECOND: '0',
      TOCSIN_RAISES_PER_HOUR: '0',
    },
  });
  const url = `http://127.0.0.1:${port}`;
  const ready = until(async () => (await fetch(`${url}/readyz`)).ok, { what: 'the server to be ready' });
  await Promise.race([ready, server.ended]);
  return { url, server };
}

async function lastWords(directory: string): Promise<string> {
  const logs = (await readdir(directory)).filter((name) => name.endsWith('.log'));
  const words = logs.map(async (name) => {
    const lines = (await readFile(path.join(directory, name), 'utf8')).trimEnd().split('\n');
    return `--- ${name}\n${lines.slice(-10).join('\n')}`;
  });
  return (await Promise.all(words)).join('\n');
}

/** @throws Error when a commit would not be flushed to disk: nothing measured here would count */
async function checkDurable(url: string): Promise<string> {
  return asAdministrator(url, async (client) => {
    const { rows } = await client.query<{ version: string; fsync: string; synchronous_commit: string }>(
      `SELECT current_setting('server_version') AS version, current_setting('fsync') AS fsync,
         current_setting('synchronous_commit') AS synchronous_commit`,
    );
    const [settings] = rows;
    if (settings?.fsync !== 'on' || settings.synchronous_commit !== 'on') {
      throw new Error(`PostgreSQL does not flush its commits: ${JSON.stringify(settings)}.`);
    }
    return settings.version;
  });
}

async function asAdministrator<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

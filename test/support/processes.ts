import { spawn } from 'node:child_process';
import path from 'node:path';
import { packageRoot } from '../../server/package-root.ts';

const MAIN = path.join(packageRoot().directory, 'dist', 'cli', 'main.js');

export interface TocsinProcess {
  pid: number;
  /** What the first group of `ready` caught, if it has one: the address a server printed, say. */
  url?: string;
  /** Every line of stdout and stderr so far. */
  output: string[];
  /** The exit code, null when a signal ended it. */
  exited: Promise<number | null>;
  /** Asks it to end (SIGTERM unless told) and waits for it. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Kills it with −9, as a crash would. */
  kill(): Promise<void>;
}

/**
 * Runs the built `tocsin` with these words and waits until a line of its output matches `ready`.
 * The environment is the caller's, over PATH and HOME alone: nothing of the tests' own leaks in.
 * @throws Error with its whole output when it ends before, or is not ready after `timeout` milliseconds
 */
export async function startTocsin(
  args: string[],
  { env = {}, ready, timeout = 30_000 }: { env?: Record<string, string>; ready: RegExp; timeout?: number },
): Promise<TocsinProcess> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  const exited = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const said = (): string => `tocsin ${args.join(' ')} said:\n${output.join('\n')}`;
  let timer: NodeJS.Timeout | undefined;
  try {
    const match = await new Promise<RegExpExecArray>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`Not ready after ${timeout} ms. ${said()}`)), timeout);
      child.once('error', reject);
      child.once('close', (code) => reject(new Error(`Ended with ${code} before it was ready. ${said()}`)));
      for (const stream of [child.stdout, child.stderr]) {
        eachLine(stream, (line) => {
          output.push(line);
          const found = ready.exec(line);
          if (found) resolve(found);
        });
      }
    });
    const stop = (signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> => {
      child.kill(signal);
      return exited;
    };
    const kill = async (): Promise<void> => void (await stop('SIGKILL'));
    return { pid: child.pid ?? 0, ...(match[1] === undefined ? {} : { url: match[1] }), output, exited, stop, kill };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function eachLine(stream: NodeJS.ReadableStream, take: (line: string) => void): void {
  let rest = '';
  stream.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(take);
  });
  stream.on('end', () => rest && take(rest));
}

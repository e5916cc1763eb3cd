import { spawn } from 'node:child_process';

export interface ShellCommand {
  /** Every line of stdout and stderr so far. */
  output: string[];
  exited: Promise<number | null>;
  interrupt(): Promise<number | null>;
}

/**
 * A command as somebody pastes it into a terminal in the clone, in a process group of its own.
 * The environment is the caller's, over PATH and HOME alone.
 */
export function paste(command: string, env: Record<string, string> = {}): ShellCommand {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn('sh', ['-c', `exec ${command}`], {
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      output.push(...lines);
    });
    stream.on('end', () => rest && output.push(rest));
  }
  const exited = new Promise<number | null>((resolve, reject) => {
    child.once('close', resolve);
    child.once('error', reject);
  });
  return {
    output,
    exited,
    interrupt: () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGINT');
      return exited;
    },
  };
}

/** What a command says that ends by itself. @throws Error with its output when it fails */
export async function ran(command: string, env: Record<string, string> = {}): Promise<string> {
  const { output, exited } = paste(command, env);
  const code = await exited;
  if (code !== 0) throw new Error(`${command} ended with ${code}:\n${output.join('\n')}`);
  return output.join('\n');
}

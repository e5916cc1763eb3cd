import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { paste } from '../support/shell.ts';
import { until } from '../support/until.ts';
import { within } from '../support/within.ts';

const minutes = 60_000;
let dataDir: string;
let env: Record<string, string>;

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'tocsin-stopping-'));
  env = { PORT: '0', TOCSIN_DATA_DIR: dataDir };
});

afterEach(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

/** Every process that was started on the data directory: PostgreSQL, and what prepares it. */
function leftRunning(): string[] {
  const all = execFileSync('ps', ['-A', '-ww', '-o', 'args='], { encoding: 'utf8' }).split('\n');
  return all.filter((command) => command.includes(dataDir));
}

test.each([
  ['the database is created', 'Creating the embedded database'],
  ['the database is brought up to date', 'Applied migration'],
  ['the network is filled', 'filling the network'],
  ['the server starts', 'starting the server'],
])(
  'Ctrl-C while %s ends everything within two seconds',
  async (_what, said) => {
    const network = paste('node cli/tocsin.js demo', env);
    await until(() => network.output.some((line) => line.includes(said)), { timeout: 2 * minutes, what: said });
    expect(await within(2_000, network.interrupt())).toBe(0);
    expect(network.output.at(-1)).toContain('stopped.');
    expect(network.output.join('\n')).not.toContain('Tocsin runs');
    expect(leftRunning()).toEqual([]);
  },
  3 * minutes,
);

test(
  'a terminal that is closed ends it in order',
  async () => {
    const { PATH = '', HOME = '' } = process.env;
    const network = spawn(process.execPath, ['cli/tocsin.js', 'demo', '--empty'], {
      env: { PATH, HOME, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const exited = once(network, 'exit');
    for await (const line of createInterface(network.stdout)) if (line.includes('Ctrl-C stops the network')) break;
    // From here on every word that it writes fails.
    network.stdout.destroy();
    network.stderr.destroy();
    network.kill('SIGHUP');
    expect(await within(2_000, exited)).toEqual([0, null]);
    expect(leftRunning()).toEqual([]);
  },
  2 * minutes,
);

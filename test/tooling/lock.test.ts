import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { until } from '../support/until.ts';

const lockModule = new URL('../../cli/setup/lock.mjs', import.meta.url).href;
let folder: string;
let started: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-lock-'));
  started = [];
});

afterEach(() => {
  for (const child of started) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** A process that takes the lock, writes its name twice, and lets go when the file `release` is there (at once without it). */
function holder(name: string, release?: string): ChildProcess {
  const script = `
    import { appendFileSync, existsSync } from 'node:fs';
    import { setTimeout as pause } from 'node:timers/promises';
    import { withLock } from ${JSON.stringify(lockModule)};
    const [, folder, name, release] = process.argv;
    await withLock(folder + '/lock', () => appendFileSync(folder + '/waited', name), async () => {
      appendFileSync(folder + '/log', name + ' in\\n');
      while (release && !existsSync(folder + '/' + release)) await pause(10);
      appendFileSync(folder + '/log', name + ' out\\n');
    });`;
  const args = ['--input-type=module', '--eval', script, folder, name, ...(release ? [release] : [])];
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  started.push(child);
  return child;
}

const read = (file: string): string => (existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : '');

test('two commands take turns, and the second says that it waits', async () => {
  const first = holder('first', 'go');
  await until(() => read('log') === 'first in\n');
  const second = holder('second');
  await until(() => read('waited') === 'second');
  expect(read('log')).toBe('first in\n');
  writeFileSync(join(folder, 'go'), '');
  await Promise.all([once(first, 'exit'), once(second, 'exit')]);
  expect(read('log')).toBe('first in\nfirst out\nsecond in\nsecond out\n');
  expect(existsSync(join(folder, 'lock'))).toBe(false);
});

test('what a killed command left behind is taken over', async () => {
  const killed = holder('killed', 'never');
  await until(() => read('log') === 'killed in\n');
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  expect(existsSync(join(folder, 'lock'))).toBe(true);
  await once(holder('next'), 'exit');
  expect(read('log')).toBe('killed in\nnext in\nnext out\n');
});

test("a lock that nobody has touched for long is taken over, though its pid is somebody else's by now", async () => {
  const lock = join(folder, 'lock');
  mkdirSync(lock);
  writeFileSync(join(lock, 'owner'), `${process.pid} ${hostname()} 0`);
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(lock, longAgo, longAgo);
  await once(holder('next'), 'exit');
  expect(read('log')).toBe('next in\nnext out\n');
});

test('many at once never meet', async () => {
  const names = ['a', 'b', 'c', 'd'];
  await Promise.all(names.map(async (name) => await once(holder(name), 'exit')));
  const lines = read('log').trimEnd().split('\n');
  expect(lines).toHaveLength(2 * names.length);
  for (let turn = 0; turn < lines.length; turn += 2) expect(lines[turn + 1]).toBe(lines[turn]?.replace(' in', ' out'));
});

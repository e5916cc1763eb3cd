import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ConsumerInUse } from './errors.ts';
import { filePositions } from './file-positions.ts';

let folder: string;
let path: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-positions-'));
  path = join(folder, 'below', 'positions.json');
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** Another process that holds the file; resolves when it does. */
async function holder(): Promise<ChildProcess> {
  const source = `import { filePositions } from ${JSON.stringify(new URL('./file-positions.ts', import.meta.url))};
    const positions = filePositions(${JSON.stringify(path)});
    await positions.acquire('desk');
    await positions.save('desk', 'p4');
    console.log('held');
    setInterval(() => {}, 1000);`;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', source];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  await once(child.stdout, 'data');
  return child;
}

describe('positions in a file', () => {
  test('are kept by consumer, and outlive the object', async () => {
    const positions = filePositions(path);
    expect(await positions.load('desk')).toBeUndefined();
    await positions.acquire?.('desk');
    await positions.acquire?.('board');
    await Promise.all([positions.save('desk', 'p1'), positions.save('board', 'p2'), positions.save('desk', 'p3')]);
    expect(await filePositions(path).load('desk')).toBe('p3');
    expect(await filePositions(path).load('board')).toBe('p2');
    await positions.release?.('desk');
    await positions.release?.('board');
    expect(readdirSync(join(folder, 'below'))).toEqual(['positions.json']);
  });

  test('a second live consumer is refused, in this process too', async () => {
    const [first, second] = [filePositions(path), filePositions(path)];
    await first.acquire?.('desk');
    await expect(second.acquire?.('desk')).rejects.toThrow(ConsumerInUse);
    void first.release?.('desk');
    await second.acquire?.('desk');
    await second.release?.('desk');
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  test('a file that another process reads with is refused while that lives, and taken over when it was killed', async () => {
    const child = await holder();
    const positions = filePositions(path);
    const refused = positions.acquire?.('desk');
    await expect(refused).rejects.toThrow(ConsumerInUse);
    await expect(refused).rejects.toThrow(`in process ${child.pid} on`);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await positions.acquire?.('desk');
    expect(await positions.load('desk')).toBe('p4');
    await positions.release?.('desk');
  }, 30_000);

  test('a pid that was given to another process since does not hold the lock', async () => {
    const began = 'another boot/12345';
    const positions = filePositions(path);
    await positions.acquire?.('desk');
    const mine = JSON.parse(readFileSync(`${path}.lock`, 'utf8')) as { began: string | null };
    await positions.release?.('desk');
    writeFileSync(`${path}.lock`, JSON.stringify({ ...mine, pid: process.ppid, began, token: 'old' }));
    // Where the system does not say when a process began, a living pid counts.
    if (mine.began === null) await expect(positions.acquire?.('desk')).rejects.toThrow(ConsumerInUse);
    else expect(await positions.acquire?.('desk')).toBeUndefined();
    await positions.release?.('desk');
  });

  test.each([
    ['another machine', { host: `not-${hostname()}`, space: null }],
    ['another container', { host: hostname(), space: 'pid:[1]' }],
  ])('a lock of %s holds while it is touched', async (_, where) => {
    const positions = filePositions(path);
    await positions.acquire?.('desk');
    await positions.release?.('desk');
    // Of no process that lives here.
    const elsewhere = JSON.stringify({ ...where, pid: 2 ** 22 + 1, began: null, token: 'theirs' });
    writeFileSync(`${path}.lock`, elsewhere);
    await expect(positions.acquire?.('desk')).rejects.toThrow(`process 4194305 on ${where.host}`);
    const old = new Date(Date.now() - 61_000);
    utimesSync(`${path}.lock`, old, old);
    await positions.acquire?.('desk');
    await positions.release?.('desk');
  });

  test.each(['Dear Sir', '["p1"]', 'null', '"p1"', ''])(
    'what is not ours is named, never overwritten: %s',
    async (text) => {
      path = join(folder, 'letter.txt');
      writeFileSync(path, text);
      const positions = filePositions(path);
      await expect(positions.load('desk')).rejects.toThrow('holds no positions');
      await expect(positions.save('desk', 'p1')).rejects.toThrow('holds no positions');
      expect(readFileSync(path, 'utf8')).toBe(text);
    },
  );
});

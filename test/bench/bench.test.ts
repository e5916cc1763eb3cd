import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import type { Part } from './figures.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

// It measures nothing worth knowing at this size: that each measurement comes to its end, having checked what it received, is the point.
test('the smallest bench measures every part, judges no target and leaves nothing behind', async () => {
  const directory = await mkdtemp(path.join(tmpdir(), 'tocsin-benched-'));
  try {
    const out = path.join(directory, 'results.json');
    const main = path.join(root, 'dist', 'test', 'bench', 'main.js');
    const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', TMPDIR: directory };
    await promisify(execFile)(process.execPath, [main, '--smallest', '--out', out], { env, timeout: 170_000 });
    const { parts } = JSON.parse(await readFile(out, 'utf8')) as { parts: Record<string, Part> };
    expect(Object.keys(parts).toSorted()).toEqual([
      'board',
      'digests',
      'fan-out',
      'keys',
      'lateness',
      'memory',
      'page',
      'raises',
      'storm',
    ]);
    const { memory, ...timed } = parts;
    const figures = Object.values(timed).flatMap((part) => part.figures);
    expect(figures.filter(({ value }) => !(value > 0))).toEqual([]);
    expect([...figures, ...(memory?.figures ?? [])].filter(({ target }) => target)).toEqual([]);
    expect(await readdir(directory)).toEqual(['results.json']);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}, 180_000);

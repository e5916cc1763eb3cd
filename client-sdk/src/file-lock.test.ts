import files from 'node:fs/promises';
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ConsumerInUse } from './errors.ts';
import { filePositions } from './file-positions.ts';
import { until } from '../../test/support/until.ts';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-lock-'));
  path = join(folder, 'positions.json');
});

afterEach(() => {
  jest.useRealTimers();
  rmSync(folder, { recursive: true });
});

describe('a lock', () => {
  test('that somebody took over meanwhile is noticed, and no position of theirs is overwritten', async () => {
    jest.useFakeTimers({
      doNotFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'nextTick', 'Date', 'performance'],
    });
    const positions = filePositions(path);
    await positions.acquire?.('desk');
    await positions.save('desk', 'p1');
    const theirs = { pid: 1, host: `not-${hostname()}`, space: null, began: null, token: 'theirs' };
    writeFileSync(`${path}.lock`, JSON.stringify(theirs));
    jest.advanceTimersByTime(10_000);
    const save = async () => positions.save('desk', 'p2');
    await until(() =>
      save().then(
        () => false,
        () => true,
      ),
    );
    await expect(save()).rejects.toThrow(ConsumerInUse);
    await expect(save()).rejects.toThrow('which was taken over');
    await positions.release?.('desk');
    expect(existsSync(`${path}.lock`)).toBe(true);
  });

  test('is to be had where the file system knows no hard links', async () => {
    const link = () => Promise.reject(Object.assign(new Error('not permitted'), { code: 'EPERM' }));
    jest.unstable_mockModule('node:fs/promises', () => ({ ...files, link }));
    await jest.isolateModulesAsync(async () => {
      const { takeLock } = await import('./file-lock.ts');
      const lock = await takeLock(`${path}.lock`);
      if (!('release' in lock)) throw new Error(`It is held by ${lock.heldBy}.`);
      expect(await takeLock(`${path}.lock`)).toEqual({ heldBy: `process ${process.pid} on ${hostname()}` });
      await lock.release();
      expect(readdirSync(folder)).toEqual([]);
    });
  });

  test('that is not whole yet is another’s while it is fresh', async () => {
    writeFileSync(`${path}.lock`, '');
    const positions = filePositions(path);
    await expect(positions.acquire?.('desk')).rejects.toThrow('another process, just now');
    const old = new Date(Date.now() - 61_000);
    utimesSync(`${path}.lock`, old, old);
    await positions.acquire?.('desk');
    await positions.release?.('desk');
  });
});

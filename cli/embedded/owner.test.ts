import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { claimDataDirectory, dataDirectoryOwner } from './owner.ts';
import { processIdentity } from './process-identity.ts';

let dataDir: string;
let file: string;

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'tocsin-owner-'));
  file = path.join(dataDir, 'owner.json');
});

afterEach(() => rmSync(dataDir, { recursive: true }));

test('one owner at a time, and nothing left of the claim after its release', () => {
  expect(dataDirectoryOwner(dataDir)).toBeUndefined();
  const release = claimDataDirectory(dataDir);
  expect(dataDirectoryOwner(dataDir)).toBe(process.pid);
  expect(() => claimDataDirectory(dataDir)).toThrow(`in use by the process ${process.pid}`);
  release();
  expect(dataDirectoryOwner(dataDir)).toBeUndefined();
  expect(readdirSync(dataDir)).toEqual([]);
});

test.each([
  ['a pid that another process has by now', JSON.stringify({ pid: process.ppid, identity: 'an earlier start' })],
  ['a pid that nobody has', JSON.stringify({ pid: 2 ** 30, identity: 'an earlier start' })],
  ['half a line', '{"pid":'],
])('a claim left behind with %s is taken over', (_what, left) => {
  writeFileSync(file, left);
  const release = claimDataDirectory(dataDir);
  expect(dataDirectoryOwner(dataDir)).toBe(process.pid);
  expect(readdirSync(dataDir)).toEqual(['owner.json']);
  release();
});

test('a place that cannot be written to is named, with the reason and the way out', () => {
  writeFileSync(file, '');
  expect(() => claimDataDirectory(file)).toThrow(
    /^The data directory \S+owner\.json cannot be used \(EEXIST: .*\)\. Make it yours .*, or set TOCSIN_DATA_DIR/,
  );
});

test('a release leaves the claim of a later owner alone', () => {
  const release = claimDataDirectory(dataDir);
  const later = JSON.stringify({ pid: process.ppid, identity: processIdentity(process.ppid) });
  writeFileSync(file, later);
  release();
  expect(existsSync(file)).toBe(true);
  expect(dataDirectoryOwner(dataDir)).toBe(process.ppid);
});

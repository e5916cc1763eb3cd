import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { commandAs } from './unprivileged.ts';

const user = { name: 'somebody', uid: 64_999, gid: 64_999 };
const path0 = process.env['PATH'];
let directory: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'tocsin-unprivileged-'));
});

afterEach(() => {
  process.env['PATH'] = path0;
  rmSync(directory, { recursive: true });
});

test('who is not root runs the program as it is', () => {
  expect(commandAs(undefined, '/bin/true', ['-x'], [])).toEqual({ program: '/bin/true', args: ['-x'], ids: {} });
});

test('root runs it as the other user', () => {
  chmodSync(directory, 0o755);
  const command = commandAs(user, '/bin/true', ['-x'], [path.join(directory, 'data')]);
  expect(command).toEqual({ program: '/bin/true', args: ['-x'], ids: { uid: 64_999, gid: 64_999 } });
});

test('names the closed directory and the way out where nothing can pass it', () => {
  chmodSync(directory, 0o700);
  process.env['PATH'] = directory;
  expect(() => commandAs(user, '/bin/true', [], [path.join(directory, 'data', 'postgres')])).toThrow(
    `the user "somebody" it runs as cannot enter ${directory}. Run "chmod o+x ${directory}"`,
  );
});

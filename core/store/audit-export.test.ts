import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createNetwork } from '../../test/support/network.ts';
import { openTestStore, type TestStore } from '../../test/support/store.ts';
import { exportLog, verifyExport } from './audit-export.ts';

let opened: TestStore;
let lines: string[];

beforeAll(async () => {
  opened = await openTestStore();
  await createNetwork(opened.store, { csos: ['Ida'], platforms: ['Agora'] });
  lines = [];
  for await (const line of exportLog(opened.store.sql)) lines.push(line);
});
afterAll(() => opened.close());

async function* of(all: readonly string[]): AsyncGenerator<string> {
  yield* all;
}

type Line = { sequence?: number; content?: string; salt?: string; digest: string; hash: string };

/** The export with one of its lines changed, or left out where nothing is answered. */
function changed(index: number, change: (line: Line) => object | null): string[] {
  return lines.flatMap((line, at) => {
    if (at !== index) return [line];
    const now = change(JSON.parse(line) as Line);
    return now ? [JSON.stringify(now)] : [];
  });
}

test('an export as it was written is whole, and holds to any of its hashes', async () => {
  const entries = lines.length - 1;
  const { hash } = JSON.parse(lines[3] as string) as Line;
  expect(await verifyExport(of(lines), hash)).toMatchObject({
    entries,
    disclosed: entries,
    linked: true,
    holds: true,
    broken: null,
  });
  expect((await verifyExport(of(lines), '0'.repeat(64))).holds).toBe(false);
});

test('what a reader may not have is held by its digest', async () => {
  const withheld = changed(3, (line) => ({ ...line, content: undefined, salt: undefined }));
  expect(await verifyExport(of(withheld))).toMatchObject({ disclosed: lines.length - 2, broken: null });
  const unlinked = lines.slice(1).map((line) => {
    return JSON.stringify({ ...(JSON.parse(line) as Line), sequence: undefined });
  });
  expect(await verifyExport(of(unlinked))).toMatchObject({ linked: false, broken: null });
});

test.each<[string, (line: Line) => object | null, RegExp]>([
  ['changed content', (line) => ({ ...line, content: `${line.content} ` }), /digest/],
  ['another digest', (line) => ({ ...line, digest: '0'.repeat(64) }), /hash/],
  ['another hash', (line) => ({ ...line, hash: '0'.repeat(64) }), /hash/],
  ['no salt', (line) => ({ ...line, salt: undefined }), /salt/],
  ['a line that is missing', () => null, /missing/],
  ['a line that is none', () => ({ what: 'else' }), /no entry/],
])('%s is found at its line', async (_what, change, reason) => {
  const { broken } = await verifyExport(of(changed(3, change)));
  expect(broken).toEqual({ line: 4, reason: expect.stringMatching(reason) });
});

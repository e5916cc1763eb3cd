import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
// @ts-expect-error it comes without types
import filePlugin from '@size-limit/file';
import sizeLimit from 'size-limit';
import { countries, scripts, threeLetterLanguages } from '../core/contract/codes/tables.ts';
import { grounds, triggers } from '../core/contract/vocabularies.ts';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '..');
const packageFolder = join(root, 'client-sdk');
const dist = (name: string) => join(packageFolder, 'dist', name);
const program = (path: string) => join(root, 'node_modules', path);
const bundles = ['esm/index.js', 'cjs/index.js', 'esm/node.js', 'cjs/node.js', 'browser.js'];

/** A stranger's project, with what `npm install @tocsin/client` would put there. */
let project: string;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'tocsin-stranger-'));
  const installed = join(project, 'node_modules/@tocsin/client');
  mkdirSync(installed, { recursive: true });
  cpSync(dist(''), join(installed, 'dist'), { recursive: true });
  cpSync(join(packageFolder, 'package.json'), join(installed, 'package.json'));
  const manifest = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { dependencies: object };
  for (const name of Object.keys(manifest.dependencies))
    symlinkSync(program(name), join(project, 'node_modules', name));
});

afterAll(() => rmSync(project, { recursive: true }));

/** Runs a script of the stranger's; what it prints. */
async function strangers(name: string, source: string): Promise<string> {
  writeFileSync(join(project, name), source);
  return (await run(process.execPath, [join(project, name)])).stdout.trim();
}

describe('the package', () => {
  test('weighs at most 25 KB gzipped, zod and socket.io-client aside', async () => {
    const checks = bundles.slice(0, 4).map((name) => ({ files: [dist(name)], gzip: true }));
    const sizes = (await sizeLimit([filePlugin], { checks })) as unknown as { size: number }[];
    for (const { size } of sizes) expect(size).toBeLessThanOrEqual(25_000);
  });

  test('weighs at most 40 KB gzipped as one file for pages, both included', () => {
    expect(gzipSync(readFileSync(dist('browser.js'))).length).toBeLessThanOrEqual(40_000);
  });

  test.each(bundles)('%s brings none of the lists of codes along', (name) => {
    const source = readFileSync(dist(name), 'utf8');
    for (const list of [countries, scripts, threeLetterLanguages]) expect(source).not.toContain(list.slice(0, 60));
    for (const { definition } of Object.values({ ...grounds, ...triggers })) expect(source).not.toContain(definition);
  });

  test('imports socket.io-client, of zod types alone, and nothing else of anybody’s', () => {
    const imported = (name: string) =>
      [...readFileSync(dist(name), 'utf8').matchAll(/(?:from\s*|require\(|import\()"([^"]+)"/g)].map(
        ([, from]) => from,
      );
    expect(new Set(imported('esm/index.js'))).toEqual(new Set(['socket.io-client']));
    expect(new Set(imported('cjs/index.js'))).toEqual(new Set(['socket.io-client']));
    for (const from of imported('esm/node.js')) expect(from).toMatch(/^node:|^\.\/index\.js$/);
    expect(imported('browser.js')).toEqual([]);
  });

  test('is packaged as publint and attw would have it', async () => {
    const publint = await run(process.execPath, [
      program('publint/src/cli.js'),
      packageFolder,
      '--strict',
      '--pack',
      'false',
    ]);
    expect(publint.stdout).toContain('All good!');
    // The one file for pages is ESM alone, and says so.
    const attw = [program('@arethetypeswrong/cli/dist/index.js'), '--pack', packageFolder, '--profile', 'node16'];
    const { stdout } = await run(process.execPath, [...attw, '--exclude-entrypoints', './browser', '--no-color']);
    expect(stdout).toContain('node16 (from CJS) │ 🟢 (CJS)');
    expect(stdout).not.toMatch(/⚠|❌|🎭|👺/);
  }, 60_000);
});

describe('a stranger’s project', () => {
  const use = `
    const client = connect({ url: 'http://127.0.0.1:9', patience: 1, timeout: 500 });
    const refused = await client.me().catch((error) => error);
    console.log(refused instanceof Unavailable, refused.name, typeof client.events, client.state);
    const positions = filePositions(process.argv[1] + '.positions');
    await positions.acquire('desk');
    const second = await filePositions(process.argv[1] + '.positions').acquire('desk').catch((error) => error);
    console.log(second instanceof ConsumerInUse, second.code);
    await positions.release('desk');
    await client.close();`;
  const printed = 'true Unavailable function offline\ntrue consumer-in-use';

  test('imports it', async () => {
    const imports = `import { connect, ConsumerInUse, Unavailable } from '@tocsin/client';
      import { filePositions } from '@tocsin/client/node';`;
    expect(await strangers('imports.mjs', imports + use)).toBe(printed);
  });

  test('requires it', async () => {
    const requires = `const { connect, ConsumerInUse, Unavailable } = require('@tocsin/client');
      const { filePositions } = require('@tocsin/client/node');`;
    expect(await strangers('requires.cjs', `${requires}(async () => {${use}})()`)).toBe(printed);
  });

  test('compiles against it as strictly as can be, in both module systems', async () => {
    const source = `import { connect, NotFound, type Event, type Warning } from '@tocsin/client';
      import { filePositions } from '@tocsin/client/node';
      export async function follow(): Promise<void> {
        const client = connect({ url: 'http://127.0.0.1:9', positions: filePositions('positions.json') });
        for await (const event of client.events({ countries: ['DE'], severity: 'severe' })) {
          if (event.type === 'warning.revised') event.data.changed.map((name: string) => name);
          // @ts-expect-error a withdrawn warning is its id alone
          if (event.type === 'warning.withdrawn') event.warning.headline;
          else await client.acknowledge(event.warning.id, { state: 'working' });
        }
        const warning: Warning = await client.warning('w1');
        // @ts-expect-error what is required to raise is required here
        await client.raise({ headline: warning.headline });
        // @ts-expect-error a revision says which one it revises
        await client.request('reviseWarning', { path: { id: 'w1' }, body: {} });
        const page = await client.request('listTeams', { query: { limit: 5 } });
        page.data.map(({ name }: { name: string }) => name);
      }
      export const isGone = (error: unknown): boolean => error instanceof NotFound;
      export type Types = Event['type'];`;
    writeFileSync(join(project, 'stranger.mts'), source);
    writeFileSync(join(project, 'stranger.cts'), source);
    const flags = '--strict --noEmit --module nodenext --target es2023 --lib es2023,dom --exactOptionalPropertyTypes';
    const args = [program('typescript/bin/tsc'), ...flags.split(' '), 'stranger.mts', 'stranger.cts'];
    const { stdout } = await run(process.execPath, args, { cwd: project }).catch(
      (failure: { stdout: string }) => failure,
    );
    expect(stdout).toBe('');
  }, 60_000);
});

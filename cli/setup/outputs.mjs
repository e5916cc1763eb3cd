import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { runStep } from './command.mjs';

const stampFile = '.built-from';
const skipped = new Set(['node_modules', 'dist', 'dist.next', 'dist.old', 'data', 'coverage']);
const assets = new Set(['.sql', '.json', '.html', '.css', '.svg']);
const shared = ['package-lock.json', 'tsconfig.json'];

/**
 * What is built from what. `build` writes into `into` when it is given that, which then takes the place of `output` in one move;
 * a step without it writes `output` itself.
 */
const outputs = [
  {
    name: 'compiling',
    output: 'dist',
    sources: [...shared, 'client-sdk', 'core', 'server', 'workers', 'cli', 'test'],
    needs: 'tsconfig.json',
    build: (root, into) => compile(root, into),
  },
  {
    name: 'building the client SDK',
    output: 'client-sdk/dist',
    sources: [...shared, 'client-sdk', 'core/contract'],
    needs: 'client-sdk/build.mjs',
    inPlace: true,
    build: (root) => runNode('building the client SDK', root, ['client-sdk/build.mjs']),
  },
  {
    name: 'building the console',
    output: 'console/dist',
    sources: [...shared, 'console', 'client-sdk', 'core/contract'],
    needs: 'console/vite.config.ts',
    build: (root, into) =>
      runNode('building the console', join(root, 'console'), [
        packageBin(root, 'vite'),
        'build',
        '--outDir',
        into,
        '--emptyOutDir',
        '--logLevel',
        'warn',
      ]),
  },
];

/** The outputs whose sources have changed since they were built. @param {string} root */
export function staleOutputs(root) {
  return outputs.filter(
    ({ needs, output, sources }) =>
      existsSync(join(root, needs)) && readStamp(join(root, output)) !== digest(root, sources),
  );
}

/** Builds one output and stamps it with the digest of what it was built from. @param {string} root */
export async function buildOutput(root, { output, sources, inPlace, build }) {
  const target = join(root, output);
  // Taken before the build: a file saved meanwhile makes the output stale again.
  const stamp = digest(root, sources);
  const into = inPlace ? target : `${target}.next`;
  if (!inPlace) rmSync(into, { recursive: true, force: true });
  await build(root, into);
  writeFileSync(join(into, stampFile), stamp);
  if (!inPlace) swap(target, into);
}

/** The path of a package's program, run with this Node.js and no shell. @param {string} root @param {string} name */
export function packageBin(root, name, owner = name) {
  const folder = [join(root, 'node_modules', owner), join(root, 'console', 'node_modules', owner)].find((path) =>
    existsSync(path),
  );
  if (!folder) throw new Error(`The package ${owner} is not installed: run \`npm ci\`.`);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[name]);
}

async function compile(root, into) {
  // Types are checked by `npm run check`; here they are only taken off, so that a start takes a second.
  await runNode('compiling', root, [packageBin(root, 'tsc', 'typescript'), '-p', '.', '--noCheck', '--outDir', into]);
  for (const file of ['core', 'server', 'workers', 'cli'].flatMap((folder) => listFiles(join(root, folder)))) {
    if (!assets.has(extname(file))) continue;
    const copy = join(into, relative(root, file));
    mkdirSync(dirname(copy), { recursive: true });
    cpSync(file, copy);
  }
}

function runNode(name, cwd, args) {
  return runStep({
    name,
    command: process.execPath,
    args,
    cwd,
    remedy: 'Mend the sources named above, or `git pull`, and run the same command again.',
  });
}

function swap(target, next) {
  const old = `${target}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(target)) renameSync(target, old);
  renameSync(next, target);
  rmSync(old, { recursive: true, force: true });
}

function readStamp(output) {
  const path = join(output, stampFile);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function digest(root, sources) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => listFiles(join(root, source)))) {
    hash.update(`${relative(root, file)}\0`).update(createHash('sha256').update(readFileSync(file)).digest());
  }
  return hash.digest('hex');
}

/** The files at and below a path, in a fixed order; outputs and packages left out. */
function listFiles(path) {
  if (!existsSync(path)) return [];
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    throw error;
  }
  return entries
    .filter(({ name }) => !skipped.has(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? listFiles(join(path, entry.name)) : entry.isFile() ? [join(path, entry.name)] : [],
    );
}

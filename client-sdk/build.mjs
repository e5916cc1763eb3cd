import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';

/** Builds what is published: dist/esm, dist/cjs, dist/browser.js and dist/types. */

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, 'dist');
const entries = ['index', 'node'];

/** An error has one class in the whole package, so that `instanceof` tells it whichever entry threw it. */
const errorsFromIndex = {
  name: 'errors-from-index',
  setup({ onResolve }) {
    onResolve({ filter: /\/errors\.ts$/ }, () => ({ path: './index.js', external: true }));
  },
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
for (const format of ['esm', 'cjs']) {
  for (const entry of entries) await bundle(entry, format);
}
await build({
  ...shared(),
  entryPoints: [join(here, 'src/index.ts')],
  outfile: join(dist, 'browser.js'),
  platform: 'browser',
  format: 'esm',
  target: 'es2022',
  minify: true,
});
declare();
writeFileSync(join(dist, 'cjs/package.json'), '{ "type": "commonjs" }\n');
const licence = join(here, '../LICENSE');
if (existsSync(licence)) copyFileSync(licence, join(dist, 'LICENSE'));

function shared() {
  return { bundle: true, logLevel: 'warning', sourcemap: false, legalComments: 'none' };
}

async function bundle(entry, format) {
  await build({
    ...shared(),
    entryPoints: [join(here, `src/${entry}.ts`)],
    outfile: join(dist, format, `${entry}.js`),
    platform: entry === 'node' ? 'node' : 'neutral',
    format,
    target: 'es2022',
    external: ['zod', 'socket.io-client'],
    plugins: entry === 'index' ? [] : [errorsFromIndex],
  });
}

/** Types for both module systems: the declarations that the entries reach, and no others. */
function declare() {
  const drafts = join(dist, 'drafts');
  const config = join(dist, 'tsconfig.json');
  const compilerOptions = {
    declaration: true,
    emitDeclarationOnly: true,
    sourceMap: false,
    rootDir: '../..',
    outDir: 'drafts',
  };
  const files = entries.map((entry) => `../src/${entry}.ts`);
  writeFileSync(
    config,
    JSON.stringify({ extends: '../../tsconfig.json', compilerOptions, files, include: [], exclude: [] }),
  );
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', config, '--noCheck'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('tsc could not write the declarations; it says above why.');
  for (const [format, type] of [
    ['esm', 'module'],
    ['cjs', 'commonjs'],
  ]) {
    const types = join(dist, 'types', format);
    for (const file of reached(entries.map((entry) => join(drafts, `client-sdk/src/${entry}.d.ts`)))) {
      const copy = join(types, relative(drafts, file));
      mkdirSync(dirname(copy), { recursive: true });
      writeFileSync(copy, readFileSync(file, 'utf8').replaceAll(/(['"]\.[^'"]*)\.ts(['"])/g, '$1.js$2'));
    }
    writeFileSync(join(types, 'package.json'), `{ "type": "${type}" }\n`);
  }
  rmSync(drafts, { recursive: true });
  rmSync(config);
}

/** The files and all that they import, by relative path. */
function reached(files, known = new Set()) {
  for (const file of files.filter((each) => !known.has(each))) {
    known.add(file);
    const imports = [...readFileSync(file, 'utf8').matchAll(/['"](\.[^'"]*)\.ts['"]/g)];
    reached(
      imports.map(([, path]) => resolve(dirname(file), `${path}.d.ts`)),
      known,
    );
  }
  return known;
}

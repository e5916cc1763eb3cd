import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { say } from './setup/command.mjs';
import { withLock } from './setup/lock.mjs';
import { requireNode } from './setup/node-version.mjs';
import { buildOutput, staleOutputs } from './setup/outputs.mjs';
import { installPackages, linkEmbeddedPostgres, packagesAreCurrent, unlinkedPostgres } from './setup/packages.mjs';

/** The clone that this file stands in. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Makes a clone ready to run: the right Node.js, the packages of the lockfile, everything built from the sources as they are. */
export async function prepare() {
  requireNode();
  if (isReady()) return;
  const waiting = (holder) => say(`waiting: another command (process ${holder}) is preparing this clone`);
  await withLock(join(root, '.prepare.lock'), waiting, async () => {
    if (!packagesAreCurrent(root)) await installPackages(root);
    await linkEmbeddedPostgres(root);
    for (const output of staleOutputs(root)) await buildOutput(root, output);
  });
}

/** Prepares, or says in words why not and ends the process. */
export async function prepareOrExit() {
  const stop = (signal) => process.exit(signal === 'SIGINT' ? 130 : 143);
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    await prepare();
  } catch (error) {
    process.stderr.write(`\n${error.message}\n`);
    process.exit(1);
  }
  process.off('SIGINT', stop).off('SIGTERM', stop);
}

function isReady() {
  return packagesAreCurrent(root) && unlinkedPostgres(root).length === 0 && staleOutputs(root).length === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await prepareOrExit();

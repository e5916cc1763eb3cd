import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { prepareOrExit, root } from '../cli/prepare.mjs';
import { packageBin } from '../cli/setup/outputs.mjs';

const checks = [
  { name: 'format', program: 'oxfmt', args: ['--check'], remedy: '`npm run format` mends it' },
  { name: 'lint', program: 'oxlint', args: ['--type-aware', '--deny-warnings'], remedy: 'the message says what to do' },
  { name: 'types', program: 'tsc', owner: 'typescript', args: ['--noEmit', '-p', '.'], remedy: 'mend the types' },
];

/** Runs format, lint and types one after the other. Resolves to the names of those that failed. */
export async function check() {
  const failed = [];
  for (const { name, program, owner, args, remedy } of checks) {
    const code = await runHere([packageBin(root, program, owner), ...args]);
    process.stderr.write(code === 0 ? `✓ ${name}\n` : `✗ ${name}: ${remedy}\n`);
    if (code !== 0) failed.push(name);
  }
  return { passed: checks.length - failed.length, failed };
}

/** Runs this Node.js in the clone on the terminal of this process. Resolves to the exit code, 1 for a signal. */
export function runHere(args, env = {}) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  const pass = (signal) => child.kill(signal);
  process.on('SIGTERM', pass).on('SIGINT', pass);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      process.off('SIGTERM', pass).off('SIGINT', pass);
      resolve(code ?? 1);
    });
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await prepareOrExit();
  const { failed } = await check();
  process.exitCode = failed.length === 0 ? 0 : 1;
}

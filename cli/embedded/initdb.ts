import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { commandAs, type UnprivilegedUser } from './unprivileged.ts';

/** What `createCluster` makes, and of what. */
interface NewCluster {
  initdb: string;
  directory: string;
  passwordFile: string;
  /** The database's own superuser. */
  owner: string;
  /** Of the operating system. */
  user: UnprivilegedUser | undefined;
  stopping: AbortSignal;
}

/**
 * Creates a cluster and the file with its password; both are there at the end, or neither has changed.
 * @throws Error with what initdb said, or the reason of `stopping`
 */
export async function createCluster({
  initdb,
  directory,
  passwordFile,
  owner,
  user,
  stopping,
}: NewCluster): Promise<void> {
  // Built aside and renamed, so that a start that is killed half-way leaves nothing that looks like a database.
  const aside = `${directory}.new`;
  const password = `${passwordFile}.new`;
  for (const left of [aside, password]) rmSync(left, { recursive: true, force: true });
  mkdirSync(aside, { mode: 0o700 });
  writeFileSync(password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (user) for (const each of [aside, password]) chownSync(each, user.uid, user.gid);
  const args = ['-D', aside, `--username=${owner}`, `--pwfile=${password}`, '--auth=scram-sha-256'];
  args.push('--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions');
  const failures: string[] = [];
  // pg_trgm asks the C library what a letter is: with LC_CTYPE=C it would see no Cyrillic, Greek or accented one.
  for (const ctype of ['C.UTF-8', 'en_US.UTF-8', 'C.utf8']) {
    const failure = await failureOf(commandAs(user, initdb, [...args, `--lc-ctype=${ctype}`], [aside]), stopping);
    stopping.throwIfAborted();
    if (failure === undefined) {
      if (user) chownSync(password, 0, 0);
      // The password first: without a database it is of no use, and a database without it of none either.
      renameSync(password, passwordFile);
      renameSync(aside, directory);
      return;
    }
    failures.push(failure);
  }
  throw new Error(`initdb could not create the embedded database in ${directory}: ${failures.join('\n')}`);
}

/** Runs a command to its end, which `stopping` makes come at once; what it complained of when it failed. */
async function failureOf(
  { program, args, ids }: ReturnType<typeof commandAs>,
  stopping: AbortSignal,
): Promise<string | undefined> {
  stopping.throwIfAborted();
  // It leads a process group of its own: Ctrl-C reaches us alone, and what it starts itself ends with it.
  const child = spawn(program, args, {
    ...ids,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  });
  const end = (): void => void (child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'));
  const said = text(child.stderr);
  const closed = once(child, 'close');
  stopping.addEventListener('abort', end);
  try {
    const [code, signal] = (await closed) as [number | null, NodeJS.Signals | null];
    return code === 0 ? undefined : (await said).trim() || `it ended with ${signal ?? code}`;
  } finally {
    stopping.removeEventListener('abort', end);
  }
}

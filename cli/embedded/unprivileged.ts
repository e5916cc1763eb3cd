import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';

/** Whom PostgreSQL runs as when we are root, which it refuses to be. */
export interface UnprivilegedUser {
  name: string;
  uid: number;
  gid: number;
}

/** The user for PostgreSQL: undefined when this process is no root and may run it as itself. */
export function unprivilegedUser(): UnprivilegedUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return findUser('postgres') ?? createUser() ?? findUser('nobody') ?? { name: 'nobody', uid: 65534, gid: 65534 };
}

/**
 * The command that starts a program as this user. Where a parent directory is closed to the user (a checkout under /root, say),
 * `setpriv` lets the program pass file permissions, as root could; without `setpriv` the error says what to open.
 */
export function commandAs(
  user: UnprivilegedUser | undefined,
  program: string,
  args: string[],
  paths: string[],
): { program: string; args: string[]; ids: { uid?: number; gid?: number } } {
  if (!user) return { program, args, ids: {} };
  const closed = [program, ...paths].map((each) => closedParent(each, user)).find((each) => each !== undefined);
  if (closed === undefined) return { program, args, ids: { uid: user.uid, gid: user.gid } };
  const setpriv = ['--reuid', user.uid, '--regid', user.gid, '--clear-groups', '--inh-caps', '+dac_override'];
  setpriv.push('--ambient-caps', '+dac_override', '--');
  const words = setpriv.map(String);
  try {
    execFileSync('setpriv', [...words, 'true'], { stdio: 'pipe', env: process.env });
  } catch {
    throw new Error(
      `PostgreSQL does not run as root, and the user "${user.name}" it runs as cannot enter ${closed}. Run "chmod o+x ${closed}", ` +
        'or move Tocsin and its TOCSIN_DATA_DIR below a directory that every user may enter, or do not start it as root.',
    );
  }
  return { program: 'setpriv', args: [...words, program, ...args], ids: {} };
}

/** The first directory above a path that the user may not pass through. */
function closedParent(target: string, user: UnprivilegedUser): string | undefined {
  const parent = path.dirname(path.resolve(target));
  const above = parent === path.parse(parent).root ? undefined : closedParent(parent, user);
  if (above !== undefined) return above;
  const { mode, uid, gid } = statSync(parent);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  return (mode & bit) === 0 ? parent : undefined;
}

function findUser(name: string): UnprivilegedUser | undefined {
  try {
    const id = (flag: string): number => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
    const user = { name, uid: id('-u'), gid: id('-g') };
    return user.uid > 0 ? user : undefined;
  } catch {
    return undefined;
  }
}

/** Debian's and Red Hat's command first, then BusyBox's. */
function createUser(): UnprivilegedUser | undefined {
  const name = 'postgres';
  const commands: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name]],
    ['adduser', ['-S', '-D', '-H', name]],
  ];
  for (const [command, args] of commands) {
    try {
      execFileSync(command, args, { stdio: 'pipe' });
      return findUser(name);
    } catch {
      continue;
    }
  }
  return undefined;
}

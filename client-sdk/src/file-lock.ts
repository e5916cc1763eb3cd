import { randomUUID } from 'node:crypto';
import { link, readFile, rename, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Who holds a lock. `began` tells a process from a later one with the same pid, where the system says it; `space` where a pid means the same. */
interface Holder {
  pid: number;
  host: string;
  space: string | null;
  began: string | null;
  token: string;
}

const freshness = { touch: 10_000, stale: 60_000 };

/** What a file system without hard links answers. */
const noLinks = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']);

export interface Lock {
  /** Somebody took it over: this machine slept, or was cut off from the file, for longer than a lock stays fresh. */
  readonly isLost: boolean;
  release(): Promise<void>;
}

/**
 * Takes the lock file at `path` for this process. Answers its holder when a live process has it. A holder that died is
 * recognised by its pid; one on another machine (or in another container) by not having touched the file for a minute.
 */
export async function takeLock(path: string): Promise<Lock | { heldBy: string }> {
  const { pid } = process;
  const mine: Holder = { pid, host: hostname(), space: pidSpace(), began: beganAt(pid), token: randomUUID() };
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (await place(path, mine)) return keep(path, mine);
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const holder = parseHolder(text);
    if (holder && (await isAlive(path, holder))) return { heldBy: `process ${holder.pid} on ${holder.host}` };
    if (!holder && (await isFresh(path))) break;
    await setAside(path, text);
  }
  return { heldBy: 'another process, just now' };
}

/** A link either appears whole or not at all, and never replaces. */
async function place(path: string, holder: Holder): Promise<boolean> {
  const draft = `${path}.${holder.token}`;
  await writeFile(draft, JSON.stringify(holder));
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (noLinks.has(code)) return write(path, holder);
    throw error;
  } finally {
    await unlink(draft);
  }
}

/** Never replaces either, but for a moment the file is there and not whole. */
async function write(path: string, holder: Holder): Promise<boolean> {
  try {
    await writeFile(path, JSON.stringify(holder), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function keep(path: string, mine: Holder): Lock {
  let isLost = false;
  const touch = async (): Promise<void> => {
    if (parseHolder(await readFile(path, 'utf8'))?.token !== mine.token) isLost = true;
    const now = new Date();
    if (!isLost) await utimes(path, now, now);
  };
  // What cannot be read or touched now is tried again.
  const timer = setInterval(() => void touch().catch(() => undefined), freshness.touch);
  timer.unref();
  return {
    get isLost() {
      return isLost;
    },
    async release() {
      clearInterval(timer);
      const text = await readFile(path, 'utf8').catch(() => '');
      if (parseHolder(text)?.token === mine.token) await unlink(path);
    },
  };
}

async function isFresh(path: string): Promise<boolean> {
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: 0 }));
  return Date.now() - mtimeMs < freshness.stale;
}

async function isAlive(path: string, holder: Holder): Promise<boolean> {
  if (holder.host !== hostname() || holder.space !== pidSpace()) return isFresh(path);
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const began = beganAt(holder.pid);
  return began === null || holder.began === null || began === holder.began;
}

/** Moves away the stale lock that was read; one that somebody took meanwhile is put back. */
async function setAside(path: string, stale: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  if ((await readFile(aside, 'utf8')) !== stale) await link(aside, path).catch(() => undefined);
  await unlink(aside);
}

function parseHolder(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text) as Partial<Holder> | null;
    return typeof holder?.pid === 'number' && typeof holder.host === 'string' ? (holder as Holder) : undefined;
  } catch {
    return undefined;
  }
}

/** Containers may share a host's name and yet count their processes anew; null where there are none. */
function pidSpace(): string | null {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return null;
  }
}

/** When a process began, in ticks since boot, with the boot's id; null where the system does not say. */
function beganAt(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return `${boot}/${fields.slice(fields.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return null;
  }
}

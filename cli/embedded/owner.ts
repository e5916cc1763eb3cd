import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { processIdentity } from './process-identity.ts';

interface Owner {
  pid: number;
  identity: string;
}

/**
 * Makes this process the only one that runs the embedded parts of a data directory, until the returned function is called;
 * makes the directory, too. An owner that was killed leaves its file behind; its pid and start time together say whether it
 * still lives.
 * @throws Error with a sentence when another process holds it, or it cannot be written to
 */
export function claimDataDirectory(dataDir: string): () => void {
  try {
    mkdirSync(dataDir, { recursive: true });
    return claim(dataDir);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const wayOut = 'Make it yours to write to, or set TOCSIN_DATA_DIR to another directory.';
    throw new Error(`The data directory ${dataDir} cannot be used (${message}). ${wayOut}`, { cause: error });
  }
}

function claim(dataDir: string): () => void {
  const file = ownerFile(dataDir);
  const mine = `${file}.${process.pid}`;
  const identity = processIdentity(process.pid);
  if (!identity) throw new Error('Tocsin cannot read the start time of its own process. Is /proc mounted?');
  const text = JSON.stringify({ pid: process.pid, identity } satisfies Owner);
  writeFileSync(mine, text, { mode: 0o600 });
  try {
    // A link appears with its content or not at all, and fails when another claim is there.
    for (let attempt = 1; !linked(mine, file); attempt += 1) {
      const holder = dataDirectoryOwner(dataDir);
      if (holder !== undefined || attempt > 5) throw new Error(held(dataDir, holder));
      discardStale(file);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return () => {
    if (readOrUndefined(file) === text) rmSync(file, { force: true });
  };
}

/** The pid of the living process that holds the data directory, if there is one. */
export function dataDirectoryOwner(dataDir: string): number | undefined {
  const text = readOrUndefined(ownerFile(dataDir));
  return text === undefined ? undefined : livingPid(text);
}

function discardStale(file: string): void {
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  // Between looking and renaming, another process may have made a claim of its own: put it back.
  if (livingPid(readFileSync(aside, 'utf8')) !== undefined) linked(aside, file);
  rmSync(aside, { force: true });
}

function livingPid(text: string): number | undefined {
  try {
    const owner = JSON.parse(text) as Owner;
    return processIdentity(owner.pid) === owner.identity ? owner.pid : undefined;
  } catch {
    return undefined;
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readOrUndefined(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function ownerFile(dataDir: string): string {
  return path.join(dataDir, 'owner.json');
}

function held(dataDir: string, pid: number | undefined): string {
  const who = pid === undefined ? 'another process' : `the process ${pid}`;
  return `The data directory ${dataDir} is in use by ${who}. Stop it first, or set TOCSIN_DATA_DIR to another directory.`;
}

import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const heartbeatMs = 2_000;
const silenceMs = 30_000;
const retryMs = 200;

/**
 * Runs `work` while holding the directory `path` as a lock, so that two commands in one clone take turns.
 * A lock whose process is gone, or that has not been touched for 30 s (its pid may be someone else's by now), is taken over.
 * @param {string} path @param {(holder: string) => void} onWait @param {() => Promise<void>} work
 */
export async function withLock(path, onWait, work) {
  const owner = `${process.pid} ${hostname()} ${Date.now()}`;
  for (let waited = false; !take(path, owner); waited = true) {
    const holder = readOwner(path);
    if (isStale(path, holder)) takeAway(path, holder);
    else {
      if (!waited) onWait(holder.split(' ')[0] || 'just started');
      await pause(retryMs);
    }
  }
  const heartbeat = setInterval(() => touch(path), heartbeatMs);
  const release = () => {
    if (readOwner(path) === owner) rmSync(path, { recursive: true, force: true });
  };
  process.once('exit', release);
  try {
    await work();
  } finally {
    clearInterval(heartbeat);
    process.removeListener('exit', release);
    release();
  }
}

function take(path, owner) {
  try {
    mkdirSync(path);
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(join(path, 'owner'), owner);
  return true;
}

function readOwner(path) {
  try {
    return readFileSync(join(path, 'owner'), 'utf8');
  } catch {
    return '';
  }
}

function isStale(path, holder) {
  const touched = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  if (touched === undefined) return false;
  if (Date.now() - touched > silenceMs) return true;
  const [pid, host] = holder.split(' ');
  // A pid means something on its own machine only: a container that shares the clone numbers its own.
  return pid !== undefined && host === hostname() && !isAlive(Number(pid));
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Moves a stale lock aside before removing it; puts it back when another command had just made it its own. */
function takeAway(path, holder) {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    if (readOwner(aside) === holder) rmSync(aside, { recursive: true, force: true });
    else renameSync(aside, path);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

function touch(path) {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // The lock was removed by hand: there is nothing left to keep alive.
  }
}

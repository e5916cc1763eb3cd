import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { takeLock, type Lock } from './file-lock.ts';
import { consumerInUse, type Positions } from './positions.ts';

/**
 * Positions in a file of JSON, one member per consumer, replaced as a whole and flushed to the disk at each save.
 * The file belongs to one process at a time: a second one is refused (`<path>.lock`), unless the first has died.
 */
export function filePositions(path: string): Positions {
  const file = resolve(path);
  const live = liveIn(file);
  return {
    load: async (consumer) => (await readAll(file))[consumer],
    save(consumer, position) {
      // One at a time: consumers share the file.
      const saved = live.saving.then(async () => {
        const lock = await live.lock;
        if (lock && 'isLost' in lock && lock.isLost) throw consumerInUse(consumer, `${file}, which was taken over`);
        await writeAll(file, { ...(await readAll(file)), [consumer]: position });
      });
      live.saving = saved.catch(() => undefined);
      return saved;
    },
    async acquire(consumer) {
      if (live.consumers.has(consumer)) throw consumerInUse(consumer, file);
      live.consumers.add(consumer);
      try {
        await live.releasing;
        await mkdir(dirname(file), { recursive: true });
        const lock = await (live.lock ??= takeLock(`${file}.lock`));
        if ('heldBy' in lock) throw consumerInUse(consumer, `${file}, in ${lock.heldBy}`);
      } catch (error) {
        await giveUp(live, consumer);
        throw error;
      }
    },
    release: (consumer) => giveUp(live, consumer),
  };
}

interface Live {
  consumers: Set<string>;
  lock: ReturnType<typeof takeLock> | undefined;
  releasing: Promise<void>;
  saving: Promise<void>;
}

/** Shared by every copy of this module in the process: a program may load it as ESM and as CJS. */
const registry = Symbol.for('@tocsin/client/files');

function liveIn(file: string): Live {
  const holder = globalThis as { [registry]?: Map<string, Live> };
  const files = (holder[registry] ??= new Map());
  const idle = {
    consumers: new Set<string>(),
    lock: undefined,
    releasing: Promise.resolve(),
    saving: Promise.resolve(),
  };
  const live = files.get(file) ?? idle;
  files.set(file, live);
  return live;
}

async function giveUp(live: Live, consumer: string): Promise<void> {
  live.consumers.delete(consumer);
  if (live.consumers.size > 0 || live.lock === undefined) return;
  live.releasing = unlock(live.lock);
  live.lock = undefined;
  await live.releasing;
}

async function unlock(taking: ReturnType<typeof takeLock>): Promise<void> {
  const taken: Lock | { heldBy: string } | undefined = await taking.catch(() => undefined);
  if (taken && 'release' in taken) await taken.release();
}

async function readAll(file: string): Promise<Record<string, string>> {
  let text;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
  const positions = parse(text);
  if (typeof positions === 'object' && positions !== null && !Array.isArray(positions)) {
    return positions as Record<string, string>;
  }
  throw new Error(`${file} holds no positions (it is no object of JSON). Move it away, or name another file.`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function writeAll(file: string, positions: Record<string, string>): Promise<void> {
  const draft = `${file}.new`;
  const handle = await open(draft, 'w', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(positions)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
  await flushFolder(dirname(file));
}

/** The rename itself must reach the disk; Windows cannot flush a folder. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

import { randomUUID } from 'node:crypto';
import { forgetNode, tellOfNode, type Connected } from '../core/store/nodes.ts';
import type { Store } from '../core/store/store.ts';

/** Milliseconds between two times that a server speaks of itself. */
const every = 5_000;

interface Sources {
  readonly store: Pick<Store, 'sql'>;
  /** The last entry of the log that this server has read. */
  readonly tailSequence: () => number;
  readonly attendance: () => readonly Connected[];
  readonly log: (error: Error) => void;
}

export interface Node {
  /** Says it at once: to whoever asks this server about the whole network. */
  tell(): Promise<void>;
  close(): Promise<void>;
}

/** Lets all servers of a network know who is connected to this one, by way of the database that they share. */
export function openNode({ store, tailSequence, attendance, log }: Sources): Node {
  const id = randomUUID();
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  const tell = (): Promise<void> => tellOfNode(store.sql, { id, sequence: tailSequence(), connected: attendance() });
  const beat = async (): Promise<void> => {
    await tell().catch(log);
    if (!closed) timer = setTimeout(() => void (beating = beat()), every).unref();
  };
  let beating = beat();
  return {
    tell,
    async close() {
      closed = true;
      clearTimeout(timer);
      await beating;
      await forgetNode(store.sql, id).catch(log);
    },
  };
}

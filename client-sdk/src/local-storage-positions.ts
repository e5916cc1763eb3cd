import { consumerInUse, type Positions } from './positions.ts';

/**
 * Positions in a browser's localStorage, under `key`. A second page with the same consumer is refused where the browser has Web Locks;
 * a page that holds one is not kept in the back-forward cache.
 */
export function localStoragePositions(key: string): Positions {
  const held = new Map<string, () => void>();
  const nameOf = (consumer: string) => `${key}/${consumer}`;
  return {
    load: (consumer) => localStorage.getItem(nameOf(consumer)) ?? undefined,
    save: (consumer, position) => localStorage.setItem(nameOf(consumer), position),
    async acquire(consumer) {
      const release = await hold(nameOf(consumer));
      if (release === 'taken') throw consumerInUse(consumer, `localStorage "${key}", perhaps in another tab`);
      held.set(consumer, release);
    },
    release(consumer) {
      held.get(consumer)?.();
      held.delete(consumer);
    },
  };
}

/** Holds a Web Lock until the answer is called. Pages that were not loaded over https have none. */
function hold(name: string): Promise<'taken' | (() => void)> {
  const { locks } = navigator as { locks?: LockManager };
  if (locks === undefined) return Promise.resolve(() => undefined);
  return new Promise((resolve, reject) => {
    const holding = locks.request(name, { ifAvailable: true }, (lock) => {
      if (lock === null) return resolve('taken');
      return new Promise<void>((release) => resolve(release));
    });
    holding.catch(reject);
  });
}

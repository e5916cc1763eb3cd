import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let present = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function listen(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    present = Date.now();
    for (const each of listeners) each();
  }, 10_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The time in milliseconds, ten seconds old at most: one clock for every "4 min ago" on the page. */
export function useNow(): number {
  return useSyncExternalStore(listen, () => present);
}

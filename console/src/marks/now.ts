import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let present = Date.now();
let ahead = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** Sets the page's clock by the network's: every time that is shown is the network's, and a phone's clock may be minutes off. */
export function setClock(networkNow: string): void {
  ahead = Date.parse(networkNow) - Date.now();
  tick();
}

function tick(): void {
  present = Date.now() + ahead;
  for (const each of listeners) each();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    // Nobody looked for a while: the clock stood still.
    tick();
    timer = setInterval(tick, 10_000);
  }
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

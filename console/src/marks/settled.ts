import { useSyncExternalStore } from 'react';

/** Milliseconds after which the page has been looked at. */
const moment = 3_000;

const listeners = new Set<() => void>();
let settled = false;
let awaited = false;

function settle(): void {
  settled = true;
  for (const each of listeners) each();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  if (!awaited) {
    awaited = true;
    setTimeout(settle, moment);
    window.addEventListener('beforeprint', settle);
  }
  return () => void listeners.delete(listener);
}

/** Whether the page has stood for a moment, or is printed: what is slow to make and not looked at first is made then. */
export function useSettled(): boolean {
  return useSyncExternalStore(listen, () => settled);
}

import { useState, useSyncExternalStore } from 'react';
import { keep, readKept } from '../kept.ts';

const place = 'tocsin.map';
const wide = '(min-width: 75rem)';

/** Whether the map has room beside the list. */
export function useWide(): boolean {
  return useSyncExternalStore(listen, () => window.matchMedia(wide).matches);
}

function listen(listener: () => void): () => void {
  const query = window.matchMedia(wide);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Whether the map is open, as somebody last chose on this device; else where it has room. And how to open and close it. */
export function useMapOpen(): [open: boolean, set: (open: boolean) => void] {
  const hasRoom = useWide();
  const [chosen, setChosen] = useState(() => readKept(place));
  const set = (open: boolean): void => {
    const choice = open ? 'open' : 'closed';
    keep(place, choice);
    setChosen(choice);
  };
  return [chosen === null ? hasRoom : chosen === 'open', set];
}

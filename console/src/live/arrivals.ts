import type { Warning } from '../../../core/contract/warning.ts';
import type { Event } from '../network.ts';

/** The warnings that came while the console was open: told aloud once, marked as new on the board. */
export interface Arrivals {
  /** Notes an event; answers the warning if it is one that the reader was not told of. */
  note: (event: Event) => Warning | undefined;
  has: (warningId: string) => boolean;
  onArrival: (listener: (warning: Warning) => void) => () => void;
}

export function createArrivals(): Arrivals {
  const arrived = new Set<string>();
  const listeners = new Set<(warning: Warning) => void>();
  return {
    note({ type, warning }) {
      if (type !== 'warning.raised' || arrived.has(warning.id)) return undefined;
      arrived.add(warning.id);
      for (const listener of listeners) listener(warning);
      return warning;
    },
    has: (warningId) => arrived.has(warningId),
    onArrival(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

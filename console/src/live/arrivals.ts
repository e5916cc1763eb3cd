import type { Event } from '../network.ts';
import type { ListedWarning } from './queries.ts';

/** A warning that came while the console was open. */
export interface Arrival {
  readonly warning: ListedWarning;
  /** It was here already, and a revision of it asks for answers anew. */
  readonly anew: boolean;
}

/** What came while the console was open: told aloud once, marked as new on the board until somebody opens it. */
export interface Arrivals {
  /** Notes an event; `isFirst`: it brought a warning that the board should have held and did not. */
  note: (event: Event, isFirst: boolean) => void;
  has: (warningId: string) => boolean;
  /** Somebody has it on the screen: it is new no more. */
  open: (warningId: string) => void;
  onArrival: (listener: (arrival: Arrival) => void) => () => void;
}

export function createArrivals(): Arrivals {
  const told = new Set<string>();
  const unopened = new Set<string>();
  const listeners = new Set<(arrival: Arrival) => void>();
  return {
    note(event, isFirst) {
      const arrival = arrivalOf(event, isFirst);
      if (arrival === undefined) return;
      const { id, revision } = arrival.warning;
      // An event may come twice: a warning is told once, and each revision that asks anew.
      const name = arrival.anew ? `${id} ${revision}` : id;
      if (told.has(name)) return;
      told.add(name);
      unopened.add(id);
      for (const listener of listeners) listener(arrival);
    },
    has: (warningId) => unopened.has(warningId),
    open: (warningId) => void unopened.delete(warningId),
    onArrival(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The first a reader hears of a warning may be any event: a revision may admit them. */
function arrivalOf(event: Event, isFirst: boolean): Arrival | undefined {
  if (event.type === 'warning.withdrawn') return undefined;
  const { warning } = event;
  if (event.type === 'warning.raised' || isFirst) return { warning, anew: false };
  return event.type === 'warning.revised' && event.data.reopened ? { warning, anew: true } : undefined;
}

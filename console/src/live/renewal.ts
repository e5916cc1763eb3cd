import type { QueryClient } from '@tanstack/react-query';
import type { Call, Event } from '../network.ts';
import { changesLists } from './apply-event.ts';
import { keys } from './queries.ts';
import { readListsAnew, renewLists, type Touched } from './renew-lists.ts';

/** Asks the network again for what an event may have changed and does not tell, once a second at most. */
export function createRenewal(queries: QueryClient, call: Call): (event: Event) => void {
  const touched = new Map<string, Touched>();
  const askAgain = throttled(1000, () => {
    renewLists(queries, call, [...touched.values()]);
    touched.clear();
    void queries.invalidateQueries({ queryKey: keys.countries });
    void queries.invalidateQueries({ queryKey: keys.horizon });
  });
  return (event) => {
    if (!changesLists(event)) return;
    if (event.type === 'warning.withdrawn') readListsAnew(queries);
    else touched.set(event.warning.id, event.warning);
    askAgain();
  };
}

/** Runs at once, and once more after the pause if it was asked to meanwhile: a burst of events asks twice. */
function throttled(pause: number, run: () => void): () => void {
  let waiting = false;
  let asked = false;
  const start = (): void => {
    run();
    asked = false;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      if (asked) start();
    }, pause);
  };
  return () => {
    asked = true;
    if (!waiting) start();
  };
}

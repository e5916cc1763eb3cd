import { connect, type TocsinClient } from '../src/client.ts';
import type { Event, EventsOptions } from '../src/events.ts';
import type { Peer } from './peer.ts';

/** A client of a peer that comes back within milliseconds. */
export function clientOf(peer: Peer, more: { timeout?: number } = {}): TocsinClient {
  return connect({ url: peer.url, token: 'key', backoff: { base: 1, cap: 20 }, ...more });
}

/** Follows in the background; `heard` are the ids in the order in which they came. */
export function follow(client: TocsinClient, options: EventsOptions = {}) {
  const heard: string[] = [];
  const listening = client.on(options, (event: Event) => heard.push(event.id));
  return { heard, ...listening };
}

/** The ids of the events from the `from`th to the `to`th that a peer published. */
export function ids(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `e${from + index}`);
}

import type { Event as ContractEvent, EventType } from '../../core/contract/event.ts';
import type { FilterRequest } from '../../core/contract/filter.ts';
import type { Positions } from './positions.ts';

type EventOf<T extends EventType> = Omit<ContractEvent<T>, 'warning'> & {
  /** Whole. Withdrawn: its id alone, remove it. A coordinator outside a TLP:RED audience gets the marking alone. */
  warning: T extends 'warning.withdrawn' ? { id: string } : ContractEvent<T>['warning'];
};

/** One event, told apart by `type`. A later version of the network may send a {@link LaterEvent}, which `isKnown` tells: ignore those. */
export type Event = { [T in EventType]: EventOf<T> }[EventType];

/** An event of a type that this version does not know, as it came: it need not be about a warning. */
export interface LaterEvent {
  position: string;
  type: string;
  data?: unknown;
  [member: string]: unknown;
}

const knownTypes: { readonly [T in EventType]: true } = {
  'warning.raised': true,
  'warning.revised': true,
  'warning.cancelled': true,
  'warning.expired': true,
  'warning.redacted': true,
  'warning.withdrawn': true,
  'warning.corroborated': true,
  'acknowledgement.changed': true,
  'escalation.fired': true,
  'comment.added': true,
};

/** Whether an event is of a type that this version knows, and so about a warning. */
export function isKnown(event: Event | LaterEvent): event is Event {
  return Object.hasOwn(knownTypes, event.type);
}

/** What to follow, and how. */
export interface EventsOptions extends Partial<{ [Name in keyof FilterRequest]: FilterRequest[Name] | undefined }> {
  /** Where to begin when the position store is empty: a position, `start`, or `now` (the default). */
  after?: string | undefined;
  /** Ends the loop without an error. */
  signal?: AbortSignal | undefined;
  /** The name under which the position is kept; each live one needs its own. */
  consumer?: string | undefined;
  /** Default: the client's, else in memory. */
  positions?: Positions | undefined;
  /** When the stored position cannot be resumed from: throw LogTruncated or LogRestored (the default), or start over from the position that the network names. */
  onLost?: 'throw' | 'restart' | undefined;
  /** Events held in memory while the application is busy, each of up to 256 KiB; default 500. */
  buffer?: number | undefined;
}

const filterMembers = ['countries', 'languages', 'grounds', 'severity', 'statuses'] as const;

/** The filter members given; undefined where none is: the organisation's own live subscriptions. */
export function filterOf(options: EventsOptions): FilterRequest | undefined {
  const given = filterMembers.filter((name) => options[name] !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given.map((name) => [name, options[name]]));
}

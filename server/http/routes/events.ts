import type { Event } from '../../../core/contract/event.ts';
import type { EventsQuery } from '../../../core/contract/queries.ts';
import type { Filter } from '../../../core/contract/filter.ts';
import { canonicalFilter } from '../../../core/domain/filter.ts';
import type { LogEntry } from '../../../core/domain/log.ts';
import { readerOf } from '../../../core/domain/organisation.ts';
import { isHeard, viewFor } from '../../../core/domain/telling.ts';
import { readHead, readLog, readTimeline, resolveAfter } from '../../../core/store/log-reader.ts';
import { toldEvents } from '../../../core/store/told.ts';
import { admittedWarning } from '../../admission.ts';
import type { Call, Handlers, Services } from '../call.ts';
import { pageIn, pageRequest } from '../page.ts';

const standardLimit = 100;
const pageSize = 500;
/** Entries of the log that one request looks at; who is shown few of them comes again from where this ended. */
const scanned = 5_000;

export const eventRoutes: Handlers<'listEvents' | 'getTimeline'> = {
  listEvents: async ({ caller, showing, query }, services) => {
    const { sequence, position } = await startOf(services, query.cursor ?? query.after ?? 'start');
    const filters = [filterOf(query)];
    const page = await readEvents(services, { caller, showing }, filters, sequence, query.limit ?? standardLimit);
    const reached = page.position ?? position;
    return { status: 200, body: { data: page.data, next: page.more ? reached : null, position: reached } };
  },

  getTimeline: async ({ caller, showing, params, query }, services) => {
    const { store } = services;
    const id = params['id'] as string;
    const page = pageRequest(`timeline ${id}`, caller, query, services);
    await admittedWarning(services, caller, id);
    const told = await toldEvents(store, await readTimeline(store.sql, store.positions, id));
    const reader = readerOf(caller);
    const seen = told.flatMap((event) => {
      const view = viewFor(event, reader);
      return view ? [{ event, view }] : [];
    });
    const names = store.directory();
    const body = pageIn(
      page,
      seen,
      ({ event }) => event.sequence,
      ({ event, view }) => showing.event(names, event, view),
    );
    return { status: 200, body };
  },
};

/** The filter that a query's parameters make; left out they take a filter's defaults. */
export function filterOf({ country, language, ground, severity, status }: EventsQuery): Filter {
  return canonicalFilter({
    ...(country ? { countries: country } : {}),
    ...(language ? { languages: language } : {}),
    ...(ground ? { grounds: ground } : {}),
    ...(severity ? { severity } : {}),
    ...(status ? { statuses: status } : {}),
  });
}

/** Where reading begins, and the position that stands for having read nothing yet. */
async function startOf({ store }: Services, after: string): Promise<{ sequence: number; position: string }> {
  // The head is read first: what comes after it is found by reading, so its position never skips an event.
  const head = await readHead(store.sql, store.positions);
  if (after === 'now') return head;
  const sequence = await resolveAfter(store, after);
  return { sequence, position: after === 'start' ? head.position : after };
}

interface EventsPage {
  readonly data: Event[];
  /** The last entry that was looked at; undefined: there was none. */
  readonly position: string | undefined;
  readonly more: boolean;
}

async function readEvents(
  { store }: Services,
  { caller, showing }: Pick<Call<'listEvents'>, 'caller' | 'showing'>,
  filters: readonly Filter[],
  after: number,
  limit: number,
): Promise<EventsPage> {
  const reader = readerOf(caller);
  const names = store.directory();
  const data: Event[] = [];
  let sequence = after;
  let position: string | undefined;
  while (sequence - after < scanned) {
    const entries = await readLog(store.sql, store.positions, sequence, pageSize);
    const told = new Map((await toldEvents(store, entries)).map((event) => [event.sequence, event]));
    for (const [index, entry] of entries.entries()) {
      const event = told.get(entry.sequence);
      const view = event && isHeard(event, reader, filters) && viewFor(event, reader);
      if (view) data.push(showing.event(names, event, view));
      sequence = entry.sequence;
      position = entry.position;
      if (data.length === limit) return { data, position, more: await moreAfter(store, entries, index) };
    }
    if (entries.length < pageSize) return { data, position, more: false };
  }
  return { data, position, more: true };
}

async function moreAfter(store: Services['store'], entries: readonly LogEntry[], index: number): Promise<boolean> {
  const entry = entries[index] as LogEntry;
  return index < entries.length - 1 || (await readHead(store.sql, store.positions)).sequence > entry.sequence;
}

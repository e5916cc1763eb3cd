import type { Filter } from '../../core/contract/filter.ts';
import { followed, type Followed } from '../../core/domain/directory.ts';
import type { LogEntry } from '../../core/domain/log.ts';
import { readSubscriptionChanges } from '../../core/store/log-reader.ts';
import type { Store } from '../../core/store/store.ts';
import { Shared } from './shared.ts';

/** What an organisation's teams follow live, as of one place in the log: filters by subscription. */
export type OwnFilters = ReadonlyMap<string, Followed>;

/** What organisations follow live as of a place in the log: as it is now, with what changed since undone. */
export class OwnFiltersThen {
  readonly #store: Store;
  readonly #asked = new Shared<LogEntry[]>();

  constructor(store: Store) {
    this.#store = store;
  }

  async at(organisationId: string, sequence: number): Promise<OwnFilters> {
    const { sql, positions } = this.#store;
    const directory = this.#store.directory();
    const own = new Map<string, Followed>();
    for (const subscription of directory.subscriptionsByOrganisation.get(organisationId) ?? []) {
      const now = followed(subscription);
      if (now) own.set(subscription.id, now);
    }
    if (directory.sequence <= sequence) return own;
    // Read after the directory was: whatever that holds already is among them.
    const changes = await this.#asked.get(`${organisationId} ${sequence} ${directory.sequence}`, () =>
      readSubscriptionChanges(sql, positions, organisationId, sequence),
    );
    for (const { data } of changes.toReversed()) put(own, data.subscription as string, data.before as Followed | null);
    return own;
  }
}

/** The same after an entry of the log. */
export function ownFiltersAfter(own: OwnFilters, { data }: LogEntry): OwnFilters {
  const changed = new Map(own);
  put(changed, data.subscription as string, data.after as Followed | null);
  return changed;
}

/** Whether an entry changes what an organisation follows. */
export function changesOwnFilters({ type, data }: LogEntry, organisationId: string): boolean {
  return type.startsWith('subscription.') && data.organisation === organisationId;
}

/** The filters of some teams; of every team also those that it had in its time. */
export function filtersOf(own: OwnFilters, teams: readonly string[] | 'every'): Filter[] {
  return [...own.values()].flatMap(({ team, filter }) => (teams === 'every' || teams.includes(team) ? [filter] : []));
}

function put(own: Map<string, Followed>, subscription: string, state: Followed | null): void {
  if (state) own.set(subscription, state);
  else own.delete(subscription);
}

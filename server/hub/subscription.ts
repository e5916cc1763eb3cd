import type { Filter } from '../../core/contract/filter.ts';
import type { LogEntry } from '../../core/domain/log.ts';
import { changesOwnFilters, filtersOf, ownFiltersAfter, type OwnFilters } from './own-filters.ts';

/** What a consumer asked to be sent: events after a place that filters match, its own or its organisation's. */
export class Subscription {
  readonly id: string;
  /** What was asked for; "own": what the organisation's teams follow, at each place of the log. */
  readonly asked: readonly Filter[] | 'own';
  /** The last sequence up to which everything was sent, while it replays. */
  cursor: number;
  /** The last sequence of the log when it was asked for: its replay ends no earlier, so that no answered warning comes after `caught-up`. */
  readonly newest: number;
  /** It has met the live stream: a room carries it. */
  live = false;
  ended = false;
  #own: OwnFilters | undefined;

  constructor(id: string, asked: readonly Filter[] | 'own', cursor: number, newest: number) {
    this.id = id;
    this.asked = asked;
    this.cursor = cursor;
    this.newest = newest;
  }

  /** Whether it is not known yet what the organisation followed at the cursor. */
  get unread(): boolean {
    return this.asked === 'own' && !this.#own;
  }

  learn(own: OwnFilters): void {
    this.#own = own;
  }

  /** Whether an entry of the log changes what it is sent. */
  isChangedBy(entry: LogEntry, organisationId: string): boolean {
    return this.asked === 'own' && changesOwnFilters(entry, organisationId);
  }

  change(entry: LogEntry): void {
    this.#own = ownFiltersAfter(this.#own ?? new Map(), entry);
  }

  /** @param teams of the credential */
  filters(teams: readonly string[] | 'every'): readonly Filter[] {
    return this.asked === 'own' ? filtersOf(this.#own ?? new Map(), teams) : this.asked;
  }
}

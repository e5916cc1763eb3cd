import type { Filter } from '../../core/contract/filter.ts';
import { matches, type Facets } from '../../core/domain/filter.ts';

const any = '*';

/** Filters by what they ask for, so that an event is held against the few that may match it, not against all. */
export class FilterIndex {
  readonly #byCountry = new Map<string, Set<Filter>>();
  readonly #byLanguage = new Map<string, Set<Filter>>();

  add(filter: Filter): void {
    for (const set of this.#sets(filter)) set.add(filter);
  }

  remove(filter: Filter): void {
    for (const set of this.#sets(filter)) set.delete(filter);
    for (const index of [this.#byCountry, this.#byLanguage]) {
      for (const [key, set] of index) if (set.size === 0) index.delete(key);
    }
  }

  /** The filters that match, in no order. */
  matching(facets: Facets): Filter[] {
    const byCountry =
      facets.countries.length === 0 ? [...this.#byCountry.values()] : lists(this.#byCountry, facets.countries);
    const byLanguage = lists(this.#byLanguage, facets.languages.map(wholeLanguage));
    const fewest = size(byCountry) <= size(byLanguage) ? byCountry : byLanguage;
    const candidates = new Set(fewest.flatMap((set) => [...set]));
    return [...candidates].filter((filter) => matches(filter, facets));
  }

  #sets(filter: Filter): Set<Filter>[] {
    return [
      ...keysOr(filter.countries).map((key) => ensure(this.#byCountry, key)),
      ...keysOr(filter.languages.map(wholeLanguage)).map((key) => ensure(this.#byLanguage, key)),
    ];
  }
}

/** A range matches no tag of another language, whatever follows the first subtag. */
function wholeLanguage(tag: string): string {
  return (tag.split('-')[0] ?? tag).toLowerCase();
}

function keysOr(keys: readonly string[]): readonly string[] {
  return keys.length === 0 ? [any] : keys;
}

function lists(index: ReadonlyMap<string, Set<Filter>>, keys: readonly string[]): Set<Filter>[] {
  return [...new Set([any, ...keys])].flatMap((key) => index.get(key) ?? []);
}

function size(sets: readonly Set<Filter>[]): number {
  return sets.reduce((sum, set) => sum + set.size, 0);
}

function ensure(index: Map<string, Set<Filter>>, key: string): Set<Filter> {
  const held = index.get(key) ?? new Set<Filter>();
  index.set(key, held);
  return held;
}

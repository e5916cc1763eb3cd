import type { Filter, FilterPatch, FilterRequest } from '../contract/filter.ts';
import { severityOrder, type Ground, type Severity, type Status } from '../contract/vocabularies.ts';
import { languageMatches } from './languages.ts';

/** What a filter looks at in one revision of a warning. */
export interface Facets {
  readonly countries: readonly string[];
  readonly languages: readonly string[];
  readonly grounds: readonly Ground[];
  readonly severity: Severity;
  readonly status: Status;
}

const sorted = <T extends string>(list: readonly T[] | undefined): T[] => [...new Set(list ?? [])].toSorted();

/** Whole, sorted, without repeats: equal filters are equal texts. */
export function canonicalFilter(sent: FilterRequest = {}): Filter {
  return {
    countries: sorted(sent.countries),
    languages: sorted(sent.languages),
    grounds: sorted(sent.grounds),
    severity: sent.severity ?? 'minor',
    statuses: sorted(sent.statuses ?? ['actual', 'exercise']),
  };
}

/** A filter after its part of a merge patch: left out it stays, null returns it, or a member of it, to the default. */
export function patchedFilter(before: Filter, patch: FilterPatch | null | undefined): Filter {
  if (patch === undefined) return before;
  if (patch === null) return canonicalFilter();
  const named = Object.entries(patch).filter(([, value]) => value !== undefined);
  return canonicalFilter({
    ...before,
    ...Object.fromEntries(named.map(([name, value]) => [name, value ?? undefined])),
  });
}

/** Severity floors compare by this rank: minor 0 … extreme 3. */
export function severityRank(severity: Severity): number {
  return severityOrder.indexOf(severity);
}

/** Whether a filter leaves countries, languages, grounds and severity open. */
export function asksForStatusAlone({ countries, languages, grounds, severity }: Filter): boolean {
  return countries.length + languages.length + grounds.length === 0 && severityRank(severity) === 0;
}

/** Within a list any value may match, between lists all must; an empty list matches everything; no country is every country. */
export function matches(filter: Filter, facets: Facets): boolean {
  return (
    filter.statuses.includes(facets.status) &&
    severityRank(facets.severity) >= severityRank(filter.severity) &&
    (filter.countries.length === 0 ||
      facets.countries.length === 0 ||
      facets.countries.some((country) => filter.countries.includes(country))) &&
    (filter.grounds.length === 0 || facets.grounds.some((ground) => filter.grounds.includes(ground))) &&
    (filter.languages.length === 0 ||
      filter.languages.some((range) => facets.languages.some((tag) => languageMatches(range, tag))))
  );
}

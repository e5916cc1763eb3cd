import type { Filter } from '../../../core/contract/filter.ts';
import {
  grounds,
  severities,
  warningStates,
  type Ground,
  type Severity,
  type WarningState,
} from '../../../core/contract/vocabularies.ts';

/** What warnings are about, as parameters name it. */
export interface Matter {
  readonly country: readonly string[];
  readonly language: readonly string[];
  readonly ground: readonly Ground[];
  readonly severity?: Severity;
}

/** What a filter of the network asks for. */
export function matterOf({ countries, languages, grounds: concerned, severity }: Filter): Matter {
  const floor = severity === 'minor' ? {} : { severity };
  return { country: countries, language: languages, ground: concerned, ...floor };
}

/** What the board shows, as it stands in the address: the parameters of GET /warnings. */
export interface BoardFilter extends Matter {
  readonly state: readonly WarningState[];
  /** Searched for in the text. */
  readonly q?: string;
  /** Newest first unless said otherwise. */
  readonly order?: 'urgency';
}

/** Characters of a text that the network searches for. */
export const textLimits = { min: 2, max: 200 };

export const noFilter: BoardFilter = { country: [], language: [], ground: [], state: [] };

/** Reads the parameters; what is no code of ours is left out, so that an old link still opens. */
export function parseFilter(query: URLSearchParams): BoardFilter {
  const severity = query.get('severity');
  const q = query.get('q')?.trim() ?? '';
  return {
    country: several(query, 'country').filter((code) => /^[A-Z]{2}$/.test(code)),
    language: several(query, 'language').filter((tag) => /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag)),
    ground: several(query, 'ground').filter((code): code is Ground => Object.hasOwn(grounds, code)),
    ...(severity !== null && Object.hasOwn(severities, severity) && { severity: severity as Severity }),
    ...(query.get('order') === 'urgency' && { order: 'urgency' }),
    ...(q.length >= textLimits.min && q.length <= textLimits.max && { q }),
    state: several(query, 'state').filter((code): code is WarningState => Object.hasOwn(warningStates, code)),
  };
}

/** The same as parameters: a repeated one for several values. */
export function formatFilter(filter: BoardFilter): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of ['country', 'language', 'ground', 'state'] as const) {
    for (const value of filter[name]) query.append(name, value);
  }
  if (filter.severity !== undefined) query.append('severity', filter.severity);
  if (filter.order !== undefined) query.append('order', filter.order);
  if (filter.q !== undefined) query.append('q', filter.q);
  return query;
}

/** How many members of the filter are set; an order filters nothing. */
export function filterCount(filter: BoardFilter): number {
  const query = formatFilter(filter);
  query.delete('order');
  return query.size;
}

function several(query: URLSearchParams, name: string): string[] {
  return [...new Set(query.getAll(name))];
}

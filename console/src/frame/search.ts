import { formatFilter, parseFilter } from '../board/board-filter.ts';
import { formatChoice, parseChoice, type StatisticsChoice } from '../statistics/choice.ts';

/** What stands behind the `?` of an address: the board's filter, or what statistics are of, written as the API writes it. */
export function parseSearch(text: string) {
  const query = new URLSearchParams(text);
  return { ...parseFilter(query), ...parseChoice(query) };
}

export function stringifySearch(search: Record<string, unknown>): string {
  const filter = formatFilter({ ...parseFilter(new URLSearchParams()), ...search }).toString();
  const query = [filter, formatChoice(search as StatisticsChoice).toString()].filter(Boolean).join('&');
  return query === '' ? '' : `?${query}`;
}

import type { Filter } from '../contract/filter.ts';
import type { Severity } from '../contract/vocabularies.ts';
import { accessNow, heardBy, type WarningHistory } from './audience.ts';
import type { Reader } from './organisation.ts';

/** What a filter would have brought its reader. */
export interface Matched {
  readonly count: number;
  readonly bySeverity: Record<Severity, number>;
  /** Of those whose text the reader may have; the newest first. */
  readonly newest: readonly string[];
}

const examples = 3;

/**
 * Counts the warnings that a filter would have brought, by the rule that delivers them. A warning that the reader may not have
 * any more counts for nothing; one that is marked alone to them counts without its severity, which the text says.
 * @param histories the newest first
 */
export function countMatches(histories: readonly WarningHistory[], reader: Reader, filter: Filter): Matched {
  const bySeverity: Record<Severity, number> = { extreme: 0, severe: 0, moderate: 0, minor: 0 };
  const newest: string[] = [];
  let count = 0;
  for (const history of histories) {
    const { revisions } = history;
    if (!heardBy(history, revisions.length, reader, filter)) continue;
    const allowed = accessNow(history, reader);
    const now = revisions.at(-1);
    if (allowed === 'none' || !now) continue;
    count += 1;
    if (allowed === 'marked') continue;
    bySeverity[now.facets.severity] += 1;
    if (newest.length < examples) newest.push(history.id);
  }
  return { count, bySeverity, newest };
}

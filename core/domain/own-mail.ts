import type { Filter } from '../contract/filter.ts';
import type { OwnMail as OwnMailAnswer, OwnMailPatch } from '../contract/own-mail.ts';
import type { Severity } from '../contract/vocabularies.ts';
import { canonicalFilter, patchedFilter } from './filter.ts';
import { quietEnd, type Hours } from './hours.ts';

/** What a member is mailed by their own choice. */
export interface OwnMail {
  /** Since when warnings are mailed to them: what happened before is not sent. null: none are. */
  readonly since: string | null;
  readonly filter: Filter;
  /** Of their own clock; null: they never said. */
  readonly hours: Hours | null;
}

/** Of whoever never chose. */
export const nothingChosen: OwnMail = { since: null, filter: canonicalFilter(), hours: null };

/** A merge patch applied (RFC 7396), at a moment of the log. */
export function patchedOwnMail(before: OwnMail, patch: OwnMailPatch, at: string): OwnMail {
  const warnings = patch.warnings === undefined ? before.since !== null : (patch.warnings ?? false);
  return {
    since: warnings ? (before.since ?? at) : null,
    filter: patchedFilter(before.filter, patch.filter),
    hours: patch.hours === undefined ? before.hours : patch.hours,
  };
}

/** Until when a warning waits for a member's quiet hours to end; null: it does not, and extreme ones never do. */
export function heldUntil({ hours }: OwnMail, severity: Severity, now: Date): Date | null {
  return severity === 'extreme' ? null : quietEnd(hours, now);
}

/** As its member gets it. */
export function presentOwnMail({ since, filter, hours }: OwnMail): OwnMailAnswer {
  const quiet = (hours?.quiet ?? []).map(({ days, from, to }) => ({ days: [...days], from, to }));
  return { warnings: since !== null, filter, hours: hours && { timeZone: hours.timeZone, quiet } };
}

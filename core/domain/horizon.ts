import type { HorizonEntry } from '../contract/horizon.ts';
import { limits } from '../contract/limits.ts';
import type { AcknowledgementState } from '../contract/vocabularies.ts';
import type { Acknowledgement } from '../contract/acknowledgement.ts';
import type { Warning } from '../contract/warning.ts';

/** Onsets from `since` on and before `until`. */
export interface HorizonRange {
  readonly since: string;
  readonly until: string;
}

const day = 86_400_000;
const longest = limits.horizonDays * day;

/** The range that is asked for, with its defaults; null: it is empty, or too long to be read at once. */
export function horizonRange(
  asked: { readonly since?: string | undefined; readonly until?: string | undefined },
  now: Date,
): HorizonRange | null {
  const since = asked.since ?? now.toISOString();
  const from = Date.parse(since);
  const until = asked.until === undefined ? from + longest : Date.parse(asked.until);
  return until > from && until - from <= longest ? { since, until: new Date(until).toISOString() } : null;
}

/** What became of a warning, beside what it says itself. */
export interface Outcome {
  readonly acknowledgement: Acknowledgement | null;
  readonly answers?: { readonly state: AcknowledgementState; readonly teams: number }[];
}

/** Of a warning as its reader gets it what the horizon shows. */
export function onHorizon(warning: Warning, { acknowledgement, answers }: Outcome): HorizonEntry {
  const own = acknowledgement && { state: acknowledgement.state, ...answerOf(acknowledgement) };
  return {
    id: warning.id,
    revision: warning.revision,
    state: warning.state,
    status: warning.status,
    issuer: warning.issuer,
    withholdIssuer: warning.withholdIssuer,
    tlp: warning.tlp,
    language: warning.language,
    headline: warning.headline,
    trigger: warning.trigger,
    countries: warning.countries,
    subdivisions: warning.subdivisions,
    languages: warning.languages,
    grounds: warning.grounds,
    severity: warning.severity,
    certainty: warning.certainty,
    onset: warning.onset,
    expires: warning.expires,
    createdAt: warning.createdAt,
    updatedAt: warning.updatedAt,
    cancellation: warning.cancellation,
    corroborations: warning.corroborations,
    acknowledgement: own,
    ...(answers ? { answers } : {}),
  };
}

function answerOf({ reason, measures }: Acknowledgement): Partial<Pick<Acknowledgement, 'reason' | 'measures'>> {
  return { ...(reason === undefined ? {} : { reason }), ...(measures === undefined ? {} : { measures }) };
}

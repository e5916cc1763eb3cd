import { Temporal } from 'temporal-polyfill';
import { faultSentences } from '../contract/sentences.ts';
import type { StatisticsQuery } from '../contract/statistics.ts';
import { instantOf, localDate } from './local-time.ts';
import type { Caller, Organisation } from './organisation.ts';
import { notFound, Refusal } from './refusal.ts';

/** What a caller's statistics are of. */
export type Subject =
  /** The warnings that an organisation raised; `withheld`: those too under which its name does not stand. */
  | { readonly scope: 'raised'; readonly organisationId: string; readonly withheld: boolean }
  /** Those that an organisation's teams were expected to answer, or did; null: whichever team. */
  | { readonly scope: 'received'; readonly organisationId: string; readonly teams: readonly string[] | null }
  | { readonly scope: 'network' };

/**
 * Whose statistics a caller gets: their organisation's, of the teams that they belong to; the coordinator the network's or those of
 * the one that it names, and of that one never what it raised without its name. Which warnings are among them the audience decides.
 * @param wanted an organisation's id
 * @throws Refusal kind-not-allowed, not-found
 */
export function statisticsOf(
  { organisation, teams, everyTeam }: Caller,
  organisations: ReadonlyMap<string, Pick<Organisation, 'kind'>>,
  wanted?: string,
): Subject {
  const own = wanted === undefined || wanted === organisation.id;
  if (organisation.kind === 'coordinator' && wanted === undefined) return { scope: 'network' };
  if (organisation.kind !== 'coordinator' && !own) {
    throw new Refusal('kind-not-allowed', 'Only the coordinator reads the statistics of another organisation.');
  }
  const organisationId = wanted ?? organisation.id;
  const kind = own ? organisation.kind : organisations.get(organisationId)?.kind;
  if (kind === undefined) throw notFound('organisation');
  if (kind !== 'platform') return { scope: 'raised', organisationId, withheld: own };
  return { scope: 'received', organisationId, teams: own && !everyTeam ? teams.map(({ id }) => id) : null };
}

/** A stretch of time, and by what it is divided in whose calendar. */
export interface Period {
  readonly since: Date;
  readonly until: Date;
  readonly by: 'week' | 'month';
  readonly timeZone: string;
}

const day = 86_400_000;
/** Days; three years, and those of their ends. */
const longest = 3 * 366;
/** Days up to which weeks are few enough to be read. */
const inWeeks = 123;

/** The period that a query asks for. @throws Refusal invalid-request */
export function periodOf({ since, until, by, timeZone = 'UTC' }: StatisticsQuery, now: Date): Period {
  const end = until === undefined ? now : new Date(until);
  const start = since === undefined ? aYearBefore(end, timeZone) : new Date(since);
  const days = (end.getTime() - start.getTime()) / day;
  if (days <= 0) throw wrongPeriod('/since', faultSentences.periodOrder);
  if (days > longest) throw wrongPeriod('/since', faultSentences.periodLong);
  return { since: start, until: end, by: by ?? (days <= inWeeks ? 'week' : 'month'), timeZone };
}

function aYearBefore(end: Date, timeZone: string): Date {
  const zoned = Temporal.Instant.fromEpochMilliseconds(end.getTime()).toZonedDateTimeISO(timeZone);
  return new Date(zoned.subtract({ years: 1 }).epochMilliseconds);
}

function wrongPeriod(pointer: string, message: string): Refusal {
  return new Refusal('invalid-request', `${pointer}: ${message}`, { errors: [{ in: 'query', pointer, message }] });
}

/** When each week or month of a period begins, the first with the period itself: Mondays and firsts at midnight in its zone. */
export function divisions({ since, until, by, timeZone }: Period): Date[] {
  const first = localDate(since.getTime(), timeZone);
  let date = by === 'month' ? first.with({ day: 1 }) : first.subtract({ days: first.dayOfWeek - 1 });
  const begins = [since];
  for (;;) {
    date = date.add(by === 'month' ? { months: 1 } : { weeks: 1 });
    const at = new Date(instantOf(date, '00:00', timeZone));
    if (at >= until) return begins;
    begins.push(at);
  }
}

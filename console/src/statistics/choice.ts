import type { Answer } from '../network.ts';

export type Statistics = Answer<'getStatistics'>;

export const periods = ['months', 'year', 'lastYear', 'quarter', 'own'] as const;
export type PeriodName = (typeof periods)[number];

/** Whose figures of when are shown, as it stands in the address. Absent: the last twelve months of actual warnings. */
export interface StatisticsChoice {
  readonly period?: Exclude<PeriodName, 'months'>;
  /** `YYYY-MM-DD`, in the reader's own zone; of `own` alone. */
  readonly since?: string;
  /** Its last day. */
  readonly until?: string;
  readonly status?: 'exercise';
  readonly organisation?: string;
}

/** Reads the parameters; what is none of ours is left out, so that an old link still opens. */
export function parseChoice(query: URLSearchParams): StatisticsChoice {
  const period = query.get('period');
  const day = (name: string): string | undefined => {
    const found = query.get(name) ?? '';
    return /^\d{4}-\d{2}-\d{2}$/.test(found) && !Number.isNaN(Date.parse(found)) ? found : undefined;
  };
  const [since, until] = [day('since'), day('until')];
  const organisation = query.get('organisation') ?? '';
  return {
    ...(isPeriod(period) && period !== 'months' && { period }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(query.get('status') === 'exercise' && { status: 'exercise' }),
    ...(/^[0-9a-f-]{36}$/.test(organisation) && { organisation }),
  };
}

/** The same as parameters. */
export function formatChoice({ period, since, until, status, organisation }: StatisticsChoice): URLSearchParams {
  const named = { period, since, until, status, organisation };
  return new URLSearchParams(
    Object.entries(named).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function isPeriod(text: string | null): text is PeriodName {
  return (periods as readonly (string | null)[]).includes(text);
}

/**
 * What the call is to answer: days begin at midnight where the reader is, and the last one counts to its end.
 * @param now where `year` and `quarter` are
 */
export function statisticsParameters({ period, since, until, status, organisation }: StatisticsChoice, now: Date) {
  const year = now.getFullYear();
  const between = (first?: Date, end?: Date) => ({
    ...(first && { since: first.toISOString() }),
    ...(end && { until: end.toISOString() }),
  });
  const stretch = {
    months: () => between(),
    year: () => between(new Date(year, 0, 1)),
    lastYear: () => between(new Date(year - 1, 0, 1), new Date(year, 0, 1)),
    quarter: () => between(new Date(year, Math.floor(now.getMonth() / 3) * 3, 1)),
    own: () => between(dayOf(since), dayOf(until, 1)),
  }[period ?? 'months']();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return { ...stretch, timeZone, ...(status && { status }), ...(organisation !== undefined && { organisation }) };
}

/** Midnight of a day where the reader is; `later`: of so many days after it. */
function dayOf(date: string | undefined, later = 0): Date | undefined {
  if (date === undefined) return undefined;
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day + later);
}

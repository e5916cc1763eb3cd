import type { ListedOnHorizon } from '../../../core/contract/horizon.ts';
import { severityOrder, type Severity } from '../../../core/contract/vocabularies.ts';
import { dayOf, startOf, weekOf, type Day } from './days.ts';

/** What begins on one day. */
export interface DayGroup {
  readonly day: Day;
  readonly entries: readonly ListedOnHorizon[];
}

/** The days of one week on which something begins. */
export interface WeekGroup {
  /** Its first day. */
  readonly week: Day;
  readonly days: readonly DayGroup[];
}

export interface Timeline {
  /** It has begun, and is not over. */
  readonly underway: readonly ListedOnHorizon[];
  readonly ahead: readonly ListedOnHorizon[];
  /** The latest first. */
  readonly past: readonly ListedOnHorizon[];
}

/** Whether it is over: called off, or past its time. */
export function isOver({ state }: Pick<ListedOnHorizon, 'state'>): boolean {
  return state !== 'active';
}

/** What is under way, what lies ahead, what has passed; what was called off stays on its day until that has passed. */
export function arranged(entries: readonly ListedOnHorizon[], now: number, from: Day): Timeline {
  const today = startOf(dayOf(now));
  const begun = (entry: ListedOnHorizon): boolean => Date.parse(entry.onset) <= now;
  const underway = entries.filter((entry) => !isOver(entry) && begun(entry));
  const past = entries.filter((entry) => isOver(entry) && Date.parse(entry.onset) < today);
  const sorted = new Set([...underway, ...past]);
  return {
    underway: underway.filter((entry) => lastsInto(entry, from)),
    ahead: entries.filter((entry) => !sorted.has(entry) && dayOf(entry.onset) >= from),
    past: past.filter(({ onset }) => dayOf(onset) >= from).toReversed(),
  };
}

/** By the weeks and days on which they begin. */
export function byWeek(entries: readonly ListedOnHorizon[], firstWeekday: number): WeekGroup[] {
  return groupedBy(byDay(entries), ({ day }) => weekOf(day, firstWeekday)).map(([week, days]) => ({ week, days }));
}

export function byDay(entries: readonly ListedOnHorizon[]): DayGroup[] {
  return groupedBy(entries, ({ onset }) => dayOf(onset)).map(([day, begun]) => ({ day, entries: begun }));
}

/** In the order in which each first occurs. */
function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? [];
    groups.set(keyOf(item), [...group, item]);
  }
  return [...groups];
}

/** By country, those of no particular one first; one of several countries stands with each of them. */
export function byCountry(
  entries: readonly ListedOnHorizon[],
  nameOf: (country: string) => string,
  compare: (one: string, other: string) => number,
): { country: string | null; entries: readonly ListedOnHorizon[] }[] {
  const groups = new Map<string | null, ListedOnHorizon[]>();
  for (const entry of entries) {
    for (const country of countriesOf(entry)) groups.set(country, [...(groups.get(country) ?? []), entry]);
  }
  return [...groups]
    .map(([country, found]) => ({ country, entries: found }))
    .toSorted(({ country: one }, { country: other }) => {
      if (one === null || other === null) return one === null ? -1 : 1;
      return compare(nameOf(one), nameOf(other));
    });
}

function countriesOf(entry: ListedOnHorizon): readonly (string | null)[] {
  return 'countries' in entry && entry.countries.length > 0 ? entry.countries : [null];
}

/** The highest severity of what begins on a day and was not called off; of what is known by its marking alone there is none. */
export function worstOf(entries: readonly ListedOnHorizon[]): Severity | undefined {
  const found = entries
    .filter((entry) => !isOver(entry))
    .map((entry) => ('severity' in entry ? entry.severity : undefined));
  return severityOrder.findLast((severity) => found.includes(severity));
}

/** What began before a day and is not over on it. */
export function runningOn(entries: readonly ListedOnHorizon[], day: Day): ListedOnHorizon[] {
  return entries.filter((entry) => !isOver(entry) && dayOf(entry.onset) < day && lastsInto(entry, day));
}

/** What ends at midnight is over when the day begins. */
function lastsInto({ expires }: ListedOnHorizon, day: Day): boolean {
  return Date.parse(expires) > startOf(day);
}

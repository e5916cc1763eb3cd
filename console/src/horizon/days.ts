/** A day of the reader's own zone, by how it is written: `2026-12-04`. */
export type Day = string;

/** A month of the reader's calendar; from 0. */
export interface Month {
  readonly year: number;
  readonly month: number;
}

/** The days of a week, from its first on. */
export type Week = readonly Day[];

export function dayOf(at: number | string): Day {
  const date = new Date(at);
  return written(date.getFullYear(), date.getMonth(), date.getDate());
}

export function monthOf(day: Day): Month {
  const [year = 1970, month = 1] = day.split('-').map(Number);
  return { year, month: month - 1 };
}

export function monthAfter({ year, month }: Month, months: number): Month {
  const date = new Date(year, month + months, 1);
  return { year: date.getFullYear(), month: date.getMonth() };
}

export function firstOf({ year, month }: Month): Day {
  return written(year, month, 1);
}

/** When a day begins: where the clocks change at midnight, a little later. */
export function startOf(day: Day): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date).getTime();
}

export function dayAfter(day: Day, days: number): Day {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  const moved = new Date(year, month - 1, date + days);
  return written(moved.getFullYear(), moved.getMonth(), moved.getDate());
}

/** The same day of another month, or its last where it is shorter. */
export function dayInMonth(day: Day, months: number): Day {
  const date = Number(day.slice(8));
  const { year, month } = monthAfter(monthOf(day), months);
  return written(year, month, Math.min(date, new Date(year, month + 1, 0).getDate()));
}

/** The first day of a day's week. @param firstWeekday that weeks begin with: 1 Monday … 7 Sunday */
export function weekOf(day: Day, firstWeekday: number): Day {
  const weekday = new Date(startOf(day)).getDay();
  return dayAfter(day, -((weekday - firstWeekday + 7) % 7));
}

/** The weeks that a month is shown in: always six, so that nothing moves from one month to the next. */
export function weeksOf(month: Month, firstWeekday: number): Week[] {
  const first = weekOf(firstOf(month), firstWeekday);
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => dayAfter(first, week * 7 + day)),
  );
}

interface WeekInfo {
  readonly firstDay: number;
}

/** What weeks begin with where a locale is spoken; Monday where the browser does not know. */
export function firstWeekdayOf(locale: string): number {
  // Browsers of before 2024 say it as a property.
  const known = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?(): WeekInfo; weekInfo?: WeekInfo };
  return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1;
}

function written(year: number, month: number, date: number): Day {
  const digits = (value: number, count: number): string => String(value).padStart(count, '0');
  return `${digits(year, 4)}-${digits(month + 1, 2)}-${digits(date, 2)}`;
}

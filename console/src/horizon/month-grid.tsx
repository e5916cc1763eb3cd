import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import type { ListedOnHorizon } from '../../../core/contract/horizon.ts';
import { useWords } from '../languages/words.tsx';
import { useNow } from '../marks/now.ts';
import { SeverityShape } from '../marks/severity-mark.tsx';
import { byDay, worstOf } from './arrangement.ts';
import {
  dayAfter,
  dayInMonth,
  dayOf,
  firstWeekdayOf,
  monthOf,
  startOf,
  weekOf,
  weeksOf,
  type Day,
  type Month,
  type Week,
} from './days.ts';
import styles from './month-grid.module.css';

interface Props {
  month: Month;
  /** The day whose list is shown. */
  chosen: Day;
  entries: readonly ListedOnHorizon[];
  onChoose: (day: Day) => void;
}

/** A month as the grid of a date picker (ARIA practices): one day takes the Tab key, the arrows move it. */
export function MonthGrid({ month, chosen, entries, onChoose }: Props) {
  const { t, locale } = useWords();
  const hint = useId();
  const firstWeekday = firstWeekdayOf(locale);
  const begun = new Map(byDay(entries).map((group) => [group.day, group.entries]));
  const { grid, onKeyDown } = useArrows(chosen, firstWeekday, onChoose);
  const weeks = weeksOf(month, firstWeekday);
  return (
    <div>
      <table
        className={styles.grid}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- rows, columns and their heads are a table's
        role="grid"
        aria-label={monthName(month, locale)}
        aria-describedby={hint}
        ref={grid}
        onKeyDown={onKeyDown}
      >
        <Weekdays of={weeks[0] ?? []} />
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <Cell key={day} {...{ day, month, onChoose }} chosen={day === chosen} entries={begun.get(day) ?? []} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p id={hint} className={styles.hint}>
        {t('horizon.keys')}
      </p>
    </div>
  );
}

function Weekdays({ of }: { of: Week }) {
  const { locale } = useWords();
  return (
    <thead>
      <tr>
        {of.map((day) => (
          <th key={day} scope="col" abbr={weekday(day, locale, 'long')}>
            {weekday(day, locale, 'short')}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface CellProps {
  day: Day;
  month: Month;
  chosen: boolean;
  entries: readonly ListedOnHorizon[];
  onChoose: (day: Day) => void;
}

function Cell({ day, month, chosen, entries, onChoose }: CellProps) {
  const { t, locale } = useWords();
  const isToday = day === dayOf(useNow());
  const worst = worstOf(entries);
  const label = [
    new Intl.DateTimeFormat(locale, { dateStyle: 'full' }).format(startOf(day)),
    ...(isToday ? [t('horizon.today')] : []),
    ...(entries.length > 0 ? [t('horizon.begins', { count: entries.length })] : []),
    ...(worst ? [t(`codes.severity.${worst}.label`)] : []),
  ];
  return (
    <td aria-selected={chosen}>
      <button
        type="button"
        className={styles.cell}
        data-day={day}
        data-other={monthOf(day).month !== month.month || undefined}
        aria-current={isToday ? 'date' : undefined}
        aria-label={label.join(', ')}
        tabIndex={chosen ? 0 : -1}
        onClick={() => onChoose(day)}
      >
        <span className={styles.number}>{Number(day.slice(8))}</span>
        <span className={styles.begun}>
          {worst && <SeverityShape severity={worst} />}
          {entries.length > 0 && entries.length}
        </span>
      </button>
    </td>
  );
}

/** The keys of a date grid; the focus follows the day, also into another month. */
function useArrows(chosen: Day, firstWeekday: number, onChoose: (day: Day) => void) {
  const grid = useRef<HTMLTableElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-day="${chosen}"]`)?.focus();
  }, [chosen]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = dayByKey(event, chosen, firstWeekday);
    if (to === undefined) return;
    event.preventDefault();
    moved.current = true;
    onChoose(to);
  };
  return { grid, onKeyDown };
}

function dayByKey(
  { key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent,
  from: Day,
  firstWeekday: number,
): Day | undefined {
  if (altKey || ctrlKey || metaKey) return undefined;
  const first = weekOf(from, firstWeekday);
  const moves: Readonly<Record<string, () => Day>> = {
    ArrowLeft: () => dayAfter(from, -1),
    ArrowRight: () => dayAfter(from, 1),
    ArrowUp: () => dayAfter(from, -7),
    ArrowDown: () => dayAfter(from, 7),
    Home: () => first,
    End: () => dayAfter(first, 6),
    PageUp: () => dayInMonth(from, shiftKey ? -12 : -1),
    PageDown: () => dayInMonth(from, shiftKey ? 12 : 1),
  };
  return moves[key]?.();
}

export function monthName({ year, month }: Month, locale: string): string {
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' }).format(new Date(year, month, 1));
}

function weekday(day: Day, locale: string, length: 'long' | 'short'): string {
  return new Intl.DateTimeFormat(locale, { weekday: length }).format(startOf(day));
}

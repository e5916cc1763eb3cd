import type { ListedOnHorizon } from '../../../core/contract/horizon.ts';
import { useWords } from '../languages/words.tsx';
import { byDay, runningOn } from './arrangement.ts';
import { startOf, type Day, type Month } from './days.ts';
import { monthName, MonthGrid } from './month-grid.tsx';
import { Entries } from './timeline.tsx';
import styles from './horizon.module.css';

interface Props {
  month: Month;
  chosen: Day;
  entries: readonly ListedOnHorizon[];
  onChoose: (day: Day) => void;
}

/** A month by its days, and the list of the chosen one. */
export function Calendar({ month, chosen, entries, onChoose }: Props) {
  const { t, locale } = useWords();
  const begun = byDay(entries).find(({ day }) => day === chosen)?.entries ?? [];
  const running = runningOn(entries, chosen);
  const name = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(
    startOf(chosen),
  );
  return (
    <div className={styles.calendar}>
      <h3 aria-live="polite">{monthName(month, locale)}</h3>
      <MonthGrid month={month} chosen={chosen} entries={entries} onChoose={onChoose} />
      <section className={styles.chosenDay} aria-label={name} aria-live="polite">
        <h3>{name}</h3>
        {begun.length === 0 && <p className={styles.muted}>{t('horizon.nothingBegins')}</p>}
        {begun.length > 0 && <Entries entries={begun} onItsDay />}
        {running.length > 0 && (
          <details>
            <summary>{t('horizon.running', { count: running.length })}</summary>
            <Entries entries={running} onItsDay={false} />
          </details>
        )}
      </section>
    </div>
  );
}

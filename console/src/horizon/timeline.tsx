import type { ReactNode } from 'react';
import type { ListedOnHorizon } from '../../../core/contract/horizon.ts';
import { useWords } from '../languages/words.tsx';
import { countryName } from '../marks/names.ts';
import { useNow } from '../marks/now.ts';
import { arranged, byCountry, byWeek, type WeekGroup } from './arrangement.ts';
import { dayAfter, dayOf, firstWeekdayOf, startOf, weekOf, type Day } from './days.ts';
import { Entry } from './entry.tsx';
import styles from './horizon.module.css';

export type Grouping = 'day' | 'country';

interface Props {
  entries: readonly ListedOnHorizon[];
  /** The first day that is shown. */
  from: Day;
  grouping: Grouping;
  filtered: boolean;
}

/** What is under way, what lies ahead by week and day or by country, and, faded, what has passed. */
export function Timeline({ entries, from, grouping, filtered }: Props) {
  const { t } = useWords();
  const { underway, ahead, past } = arranged(entries, useNow(), from);
  if (underway.length + ahead.length + past.length === 0) {
    return <p className={styles.empty}>{t(filtered ? 'board.emptyFiltered' : 'horizon.empty')}</p>;
  }
  return (
    <div className={styles.timeline}>
      {grouping === 'country' && <Countries entries={[...underway, ...ahead]} />}
      {grouping === 'day' && underway.length > 0 && (
        <Group title={t('horizon.underway')}>
          <Entries entries={underway} onItsDay={false} />
        </Group>
      )}
      {grouping === 'day' && <Weeks entries={ahead} />}
      {ahead.length === 0 && <p className={styles.empty}>{t('horizon.noneAhead')}</p>}
      {past.length > 0 && (
        <Group title={t('horizon.past')}>
          <Entries entries={past} onItsDay={false} />
        </Group>
      )}
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.group} aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

export function Entries({ entries, onItsDay }: { entries: readonly ListedOnHorizon[]; onItsDay: boolean }) {
  return (
    <ol className={styles.entries}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <Entry entry={entry} onItsDay={onItsDay} />
        </li>
      ))}
    </ol>
  );
}

function Weeks({ entries }: { entries: readonly ListedOnHorizon[] }) {
  const { locale } = useWords();
  const firstWeekday = firstWeekdayOf(locale);
  return byWeek(entries, firstWeekday).map((group) => (
    <WeekOf key={group.week} group={group} firstWeekday={firstWeekday} />
  ));
}

function WeekOf({ group: { week, days }, firstWeekday }: { group: WeekGroup; firstWeekday: number }) {
  const { t, locale } = useWords();
  const today = dayOf(useNow());
  const thisWeek = weekOf(today, firstWeekday);
  const named =
    week === thisWeek ? t('horizon.thisWeek') : week === dayAfter(thisWeek, 7) ? t('horizon.nextWeek') : null;
  const span = weekSpan(week, locale);
  return (
    <section className={styles.group} aria-label={named === null ? span : `${named}, ${span}`}>
      <h3>
        {named === null ? (
          span
        ) : (
          <>
            {named} <span className={styles.span}>{span}</span>
          </>
        )}
      </h3>
      {days.map(({ day, entries }) => (
        <div key={day} className={styles.day} data-today={day === today || undefined}>
          <h4>
            <span className={styles.dayName}>{dayName(day, locale)}</span>
            {day === today && <span className={styles.today}>{t('horizon.today')}</span>}
          </h4>
          <Entries entries={entries} onItsDay />
        </div>
      ))}
    </section>
  );
}

function Countries({ entries }: { entries: readonly ListedOnHorizon[] }) {
  const { t, locale } = useWords();
  const { compare } = new Intl.Collator(locale);
  const groups = byCountry(entries, (code) => countryName(code, locale), compare);
  return (
    <div className={styles.countries}>
      {groups.map(({ country, entries: found }) => (
        <Group key={country} title={country === null ? t('marks.everywhere') : countryName(country, locale)}>
          <Entries entries={found} onItsDay={false} />
        </Group>
      ))}
    </div>
  );
}

function weekSpan(week: Day, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' });
  return format.formatRange(startOf(week), startOf(dayAfter(week, 6)));
}

function dayName(day: Day, locale: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(startOf(day));
}

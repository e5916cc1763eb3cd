import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { filterCount, noFilter, type BoardFilter } from '../board/board-filter.ts';
import { useTitle } from '../frame/title.ts';
import { useWords } from '../languages/words.tsx';
import { useNow } from '../marks/now.ts';
import { Unread } from '../marks/unread.tsx';
import { may, useSignedIn } from '../session/signed-in.ts';
import { Calendar } from './calendar.tsx';
import { CalendarAddresses } from './calendar-addresses.tsx';
import { dayOf, firstOf, monthAfter, monthOf, type Day, type Month } from './days.ts';
import { horizonQuery, monthsAhead } from './horizon-query.ts';
import { monthName } from './month-grid.tsx';
import { HorizonNarrowing } from './horizon-narrowing.tsx';
import { Timeline, type Grouping } from './timeline.tsx';
import styles from './horizon.module.css';

type View = 'timeline' | 'calendar';

/** What lies ahead, by when it begins: a timeline, and a calendar beside it or, on a phone, in its place. */
export function HorizonPage() {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const { filter, change } = useFilter();
  const { month, chosen, choose, toMonth } = useShownDay();
  const [view, setView] = useState<View>('timeline');
  const [grouping, setGrouping] = useState<Grouping>('day');
  const found = useQuery({ ...horizonQuery(call, filter, month), placeholderData: (old) => old });
  useTitle(t('horizon.title'));
  const entries = found.data ?? [];
  return (
    <div className={styles.page}>
      <HorizonNarrowing filter={filter} onChange={change} />
      <div className={styles.bar} data-view={view}>
        <Months month={month} onMove={toMonth} />
        <Choice label={t('horizon.show')} value={view} options={['timeline', 'calendar']} onChange={setView} />
        <Choice label={t('horizon.grouped')} value={grouping} options={['day', 'country']} onChange={setGrouping} />
      </div>
      <Unread of={found} />
      {found.isPending && <p role="status">{t('frame.opening')}</p>}
      {found.data && (
        <div className={styles.views} data-view={view} aria-busy={found.isPlaceholderData}>
          <section className={styles.timelineView} aria-label={t('horizon.timeline')}>
            <h2>{t('horizon.timeline')}</h2>
            <Timeline entries={entries} from={firstOf(month)} grouping={grouping} filtered={filterCount(filter) > 0} />
          </section>
          <section className={styles.calendarView} aria-label={t('horizon.calendar')}>
            <h2>{t('horizon.calendar')}</h2>
            <Calendar month={month} chosen={chosen} entries={entries} onChoose={choose} />
          </section>
        </div>
      )}
      {may(me, 'listCalendars') && <CalendarAddresses filter={filter} />}
    </div>
  );
}

/** The board's filter, without what only the board has. */
function useFilter() {
  const { q: _, order: __, ...filter }: BoardFilter = { ...noFilter, ...useSearch({ strict: false }) };
  const navigate = useNavigate();
  const change = (search: BoardFilter): void => void navigate({ to: '/horizon', search, replace: true });
  return { filter, change };
}

/** The month that is shown and the day that is chosen in it: today, until somebody moves. */
function useShownDay() {
  const today = dayOf(useNow());
  const [moved, setMoved] = useState<Day>();
  const chosen = moved ?? today;
  const month = monthOf(chosen);
  const toMonth = (to: Month): void => {
    const isThis = monthName(to, 'en') === monthName(monthOf(today), 'en');
    setMoved(isThis ? undefined : firstOf(to));
  };
  return { month, chosen, choose: setMoved, toMonth };
}

function Months({ month, onMove }: { month: Month; onMove: (month: Month) => void }) {
  const { t, locale } = useWords();
  const today = monthOf(dayOf(useNow()));
  const { year, month: last } = monthAfter(month, monthsAhead - 1);
  const span = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' });
  const shown = span.formatRange(new Date(month.year, month.month, 1), new Date(year, last, 1));
  return (
    <div className={styles.months} role="group" aria-label={t('horizon.months')}>
      <button
        type="button"
        className={styles.step}
        onClick={() => onMove(monthAfter(month, -1))}
        aria-label={t('horizon.earlier')}
      >
        <span aria-hidden="true">‹</span>
      </button>
      <button type="button" className={styles.step} onClick={() => onMove(today)}>
        {t('horizon.today')}
      </button>
      <button
        type="button"
        className={styles.step}
        onClick={() => onMove(monthAfter(month, 1))}
        aria-label={t('horizon.later')}
      >
        <span aria-hidden="true">›</span>
      </button>
      <p aria-live="polite">{shown}</p>
    </div>
  );
}

interface ChoiceProps<Value extends View | Grouping> {
  label: string;
  value: Value;
  options: readonly Value[];
  onChange: (value: Value) => void;
}

function Choice<Value extends View | Grouping>({ label, value, options, onChange }: ChoiceProps<Value>) {
  const { t } = useWords();
  return (
    <div className={styles.choice} role="group" aria-label={label} data-options={options.join(' ')}>
      {options.map((option) => (
        <button
          key={option}
          type="button"
          className={styles.option}
          aria-pressed={option === value}
          onClick={() => onChange(option)}
        >
          {t(`horizon.option.${option}`)}
        </button>
      ))}
    </div>
  );
}

import type { EscalationPolicy } from '../../../core/contract/escalation-policy.ts';
import { weekdays, type Weekday } from '../../../core/contract/vocabularies.ts';
import { useWords } from '../languages/words.tsx';
import { dayName, hourName } from '../mail/mail-words.ts';
import { dayLength, quietWeek } from './quiet-week.ts';
import styles from './escalation.module.css';

const marks = [0, 6, 12, 18, 24];

/** The quiet hours of a policy: a week drawn day by day, and in words. */
export function WeekStrip({ hours }: { hours: EscalationPolicy['hours'] }) {
  const { t } = useWords();
  if (hours === null || hours.quiet.length === 0) return <p>{t('escalation.noQuiet')}</p>;
  return (
    <figure className={styles.week}>
      <div aria-hidden="true">
        <Days quiet={hours.quiet} />
        <div className={styles.marks}>
          {marks.map((hour) => (
            <span key={hour}>{hourName(hour)}</span>
          ))}
        </div>
      </div>
      <figcaption>
        <InWords quiet={hours.quiet} />
        <p>{t('escalation.clock', { zone: hours.timeZone.replaceAll('_', ' ') })}</p>
      </figcaption>
    </figure>
  );
}

type Quiet = NonNullable<EscalationPolicy['hours']>['quiet'];

function Days({ quiet }: { quiet: Quiet }) {
  const { locale } = useWords();
  const week = quietWeek(quiet);
  return weekdays.map((day, index) => (
    <div key={day} className={styles.day}>
      <span>{dayName(day, locale, 'short')}</span>
      <svg viewBox={`0 0 ${dayLength} 10`} preserveAspectRatio="none">
        {week[index]?.map(({ from, to }) => (
          <rect key={`${from} ${to}`} x={from} width={to - from} height="10" />
        ))}
        {marks.slice(1, -1).map((hour) => (
          <line key={hour} x1={hour * 60} x2={hour * 60} y1="0" y2="10" vectorEffect="non-scaling-stroke" />
        ))}
      </svg>
    </div>
  ));
}

function InWords({ quiet }: { quiet: Quiet }) {
  const { locale } = useWords();
  return (
    <ul>
      {quiet.map(({ days, from, to }, index) => (
        <li key={index}>
          {daysInWords(days, locale)}{' '}
          <span className={styles.times}>
            {from}–{to}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Three days or more in a row as from the first to the last of them. */
function daysInWords(days: readonly Weekday[], locale: string): string {
  const chosen = weekdays.filter((day) => days.includes(day));
  const names = chosen.map((day) => dayName(day, locale, 'short'));
  const [first, last] = [chosen[0], chosen.at(-1)];
  const isRow = first && last && weekdays.indexOf(last) - weekdays.indexOf(first) === chosen.length - 1;
  if (isRow && chosen.length > 2) return `${names[0]}–${names.at(-1)}`;
  return new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(names);
}

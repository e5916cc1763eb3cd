import { Link } from '@tanstack/react-router';
import { noFilter } from '../board/board-filter.ts';
import { useWords } from '../languages/words.tsx';
import type { Absence, Change } from '../live/absence.ts';
import styles from './absence-line.module.css';

const told = ['raised', 'revised', 'cancelled', 'other'] as const satisfies readonly Change[];

interface Props {
  absence: Absence;
  onClose: () => void;
}

/** After a reconnect that brought something: from when to when, and what, until somebody puts it away. */
export function AbsenceLine({ absence: { since, until, warnings }, onClose }: Props) {
  const { t, locale } = useWords();
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  return (
    <div className={styles.line}>
      <span>{t('away.meanwhile', { since: clock.format(since), until: clock.format(until) })}</span>
      <ul>
        {told.map((change) => (
          <Told key={change} change={change} ids={warnings[change]} />
        ))}
      </ul>
      <button type="button" onClick={onClose} aria-label={t('frame.close')}>
        <span aria-hidden="true">×</span>
      </button>
    </div>
  );
}

/** One leads to its page; several that are new stand first on the board, and what is over can be asked for there. */
function Told({ change, ids: [id, ...others] }: { change: Change; ids: readonly string[] }) {
  const { t } = useWords();
  if (id === undefined) return null;
  const text = t(`away.${change}`, { count: others.length + 1 });
  if (others.length === 0) {
    return (
      <li>
        <Link to="/warnings/$id" params={{ id }}>
          {text}
        </Link>
      </li>
    );
  }
  if (change === 'revised' || change === 'other') return <li>{text}</li>;
  return (
    <li>
      <Link to="/" search={change === 'raised' ? noFilter : { ...noFilter, state: ['cancelled'] }}>
        {text}
      </Link>
    </li>
  );
}

import { Link } from '@tanstack/react-router';
import type { Match } from '../../../core/contract/matches.ts';
import { severityOrder } from '../../../core/contract/vocabularies.ts';
import { useWords } from '../languages/words.tsx';
import { Ago } from '../marks/moment.tsx';
import { useNow } from '../marks/now.ts';
import { SeverityMark } from '../marks/severity-mark.tsx';
import styles from './subscriptions.module.css';

/** Days that are counted, unless the network had too many warnings. */
const span = 90;
const day = 86_400_000;

interface Props {
  match: Match;
  since: string;
}

/** How many warnings a filter would have brought of late, and how severe. */
export function MatchCount({ match: { count, bySeverity }, since }: Props) {
  const { t, locale } = useWords();
  const isWhole = useNow() - Date.parse(since) > (span - 1) * day;
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(Date.parse(since));
  const found = severityOrder.toReversed().filter((severity) => bySeverity[severity] > 0);
  return (
    <p className={styles.count}>
      <span>
        {isWhole ? t('matching.lately') : t('matching.since', { date })}{' '}
        <strong>{t('matching.count', { count })}</strong>
      </span>
      {found.map((severity) => (
        <span key={severity} className={styles.severity}>
          {bySeverity[severity]} <SeverityMark severity={severity} />
        </span>
      ))}
    </p>
  );
}

/** The newest warnings that it would have brought. */
export function Newest({ match: { newest } }: { match: Match }) {
  const { t } = useWords();
  if (newest.length === 0) return null;
  return (
    <ul className={styles.newest} aria-label={t('matching.newest')}>
      {newest.map(({ id, headline, language, severity, createdAt }) => (
        <li key={id}>
          <SeverityMark severity={severity} />
          <Link to="/warnings/$id" params={{ id }} lang={language} dir="auto" target="_blank">
            {headline}
          </Link>
          <span className={styles.ago}>
            <Ago at={createdAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}

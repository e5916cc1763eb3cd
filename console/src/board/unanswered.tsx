import { useTranslation } from 'react-i18next';
import type { ListedWarning } from '../live/queries.ts';
import { Waiting } from '../marks/moment.tsx';
import { useSignedIn } from '../session/signed-in.ts';
import { answerNeeded } from './answer-needed.ts';
import { rowId } from './row.tsx';
import styles from './board.module.css';

/** For platforms: how many warnings wait for an answer, since when, and the way to the one that has waited longest. */
export function Unanswered({ warnings }: { warnings: readonly ListedWarning[] }) {
  const { t } = useTranslation();
  const { me } = useSignedIn();
  if (me.organisation.kind !== 'platform') return null;
  const due = warnings
    .flatMap((warning) => {
      const since = answerNeeded(warning)?.waitingSince;
      return since ? [{ id: warning.id, since }] : [];
    })
    .toSorted((one, other) => one.since.localeCompare(other.since));
  const [oldest] = due;
  if (oldest === undefined) return <p className={styles.allAnswered}>{t('board.allAnswered')}</p>;
  return (
    <p className={styles.unanswered}>
      <strong>{t('board.unanswered', { count: due.length })}</strong>{' '}
      <span>
        {t('board.longest')} <Waiting since={oldest.since} />
      </span>{' '}
      <a href={`#${rowId(oldest.id)}`} onClick={(event) => focusRow(event, oldest.id)}>
        {t('board.toLongest')}
      </a>
    </p>
  );
}

function focusRow(event: React.MouseEvent, id: string): void {
  const row = document.getElementById(rowId(id));
  if (row === null) return;
  event.preventDefault();
  row.scrollIntoView({ block: 'center' });
  row.focus({ preventScroll: true });
}

import { useTranslation } from 'react-i18next';
import type { ListedWarning } from '../live/queries.ts';
import { Waiting } from '../marks/moment.tsx';
import { useSignedIn } from '../session/signed-in.ts';
import { answerNeeded } from './answer-needed.ts';
import { rowId } from './row.tsx';
import styles from './board.module.css';

interface Props {
  warnings: readonly ListedWarning[];
  /** Earlier warnings are not loaded. */
  more: boolean;
  /** These are the warnings as they stand: what is old or not read yet must not say that all is answered. */
  certain: boolean;
}

/** For platforms: how many warnings wait for an answer, since when, and the way to the one that has waited longest. */
export function Unanswered({ warnings, more, certain }: Props) {
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
  if (oldest === undefined) {
    if (!certain) return null;
    return (
      <p className={styles.allAnswered}>
        {t('board.allAnswered')} {more && t('board.olderNotCounted')}
      </p>
    );
  }
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

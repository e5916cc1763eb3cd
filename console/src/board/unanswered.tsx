import { useWords } from '../languages/words.tsx';
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
  /** Leads to a warning's row. */
  onSeek: (id: string) => void;
}

/** For platforms: how many warnings wait for an answer, since when, and the way to the one that has waited longest. */
export function Unanswered({ warnings, more, certain, onSeek }: Props) {
  const { t } = useWords();
  const { me } = useSignedIn();
  if (me.organisation.kind !== 'platform') return null;
  const { count, oldest } = waiting(warnings);
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
      <strong>{t('board.unanswered', { count })}</strong>{' '}
      <span>
        {t('board.longest')} <Waiting since={oldest.since} />
      </span>{' '}
      <a
        href={`#${rowId(oldest.id)}`}
        onClick={(event) => {
          event.preventDefault();
          onSeek(oldest.id);
        }}
      >
        {t('board.toLongest')}
      </a>
    </p>
  );
}

/** Moments as the network writes them sort as plain text. */
function waiting(warnings: readonly ListedWarning[]): { count: number; oldest?: { id: string; since: string } } {
  let count = 0;
  let oldest: { id: string; since: string } | undefined;
  for (const warning of warnings) {
    const since = answerNeeded(warning)?.waitingSince;
    if (!since) continue;
    count += 1;
    if (oldest === undefined || since < oldest.since) oldest = { id: warning.id, since };
  }
  return { count, ...(oldest && { oldest }) };
}

import type { Status } from '../../../core/contract/vocabularies.ts';
import { useWords } from '../languages/words.tsx';
import styles from './marks.module.css';

/** Says EXERCISE or TEST across whatever it stands on; nothing for what is real. */
export function DrillBand({ status }: { status: Status }) {
  const { t } = useWords();
  if (status === 'actual') return null;
  return (
    <p className={styles.drill}>
      <strong>{t(`marks.drill.${status}`)}</strong>
      <span>{t(`codes.status.${status}.definition`)}</span>
    </p>
  );
}

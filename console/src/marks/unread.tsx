import { Button } from '@mantine/core';
import { useWords } from '../languages/words.tsx';
import { isPassing } from '../network.ts';
import { Problem } from './problem.tsx';
import styles from './marks.module.css';

interface Props {
  /** A query, as far as it failed. */
  of: { isError: boolean; error: Error | null; data: unknown; refetch: () => unknown };
  /** It is part of a page that says aloud what is the matter. */
  part?: boolean;
}

/** Why something could not be read; where it was read before, that what is shown may be old. Nothing while all is well. */
export function Unread({ of: { isError, error, data, refetch }, part = false }: Props) {
  const { t } = useWords();
  if (!isError) return null;
  if (error && !isPassing(error)) return <Problem error={error} />;
  if (part && data !== undefined) return <p className={styles.old}>{t('frame.stalePart')}</p>;
  return (
    <div role="alert" className={styles.unread}>
      <p>{t(data === undefined ? 'frame.unreachable' : 'frame.stale')}</p>
      <Button variant="default" size="sm" onClick={() => void refetch()}>
        {t('frame.again')}
      </Button>
    </div>
  );
}

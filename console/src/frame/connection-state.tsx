import { useSyncExternalStore } from 'react';
import { useWords } from '../languages/words.tsx';
import { Problem } from '../marks/problem.tsx';
import { needsStepUp, type Connection } from '../network.ts';
import { useSignedIn } from '../session/signed-in.ts';
import styles from './frame.module.css';

function useConnection(): Connection {
  const { network } = useSignedIn();
  return useSyncExternalStore(network.onConnection, network.connection);
}

/** Whether what is on the screen is live, in a word beside a shape. */
export function ConnectionState() {
  const { t } = useWords();
  const connection = useConnection();
  const { kind } = connection;
  return (
    <p className={styles.connection} data-connection={kind} role="status">
      <span className={styles.dot} aria-hidden="true" /> {t(`frame.connection.${kind}`)}
      {kind === 'replaying' && connection.events > 0 && <span aria-hidden="true">({connection.events})</span>}
    </p>
  );
}

/** While offline: since when, and that what is shown may be old. */
export function ConnectionBanner() {
  const { t, locale } = useWords();
  const { network } = useSignedIn();
  const connection = useConnection();
  if (connection.kind === 'refused') {
    const { error } = connection;
    return (
      <div className={styles.offline}>
        <p role="alert">
          {t('frame.refused')}{' '}
          {needsStepUp(error) && (
            <button type="button" className={styles.quiet} onClick={() => void network.stepUp()}>
              {t('frame.stepUp')}
            </button>
          )}
        </p>
        <Problem error={error} />
      </div>
    );
  }
  if (connection.kind !== 'offline') return null;
  const since = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(connection.since);
  return <p className={styles.offline}>{t('frame.offlineSince', { since })}</p>;
}

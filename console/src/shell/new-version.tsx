import { useEffect, useState, useSyncExternalStore } from 'react';
import { useWords } from '../languages/words.tsx';
import { loadNewVersion, newVersion } from './installation.ts';
import styles from './shell.module.css';

/** Tells that a newer console is there, and loads it when somebody wants it; never while something is being typed. */
export function NewVersion() {
  const { t } = useWords();
  const isThere = useSyncExternalStore(newVersion.onChange, newVersion.isThere);
  const isTyping = useTyping();
  return (
    <div role="status" className={styles.place}>
      {isThere && !isTyping && (
        <p className={styles.newVersion}>
          {t('frame.newVersion')}{' '}
          <button type="button" onClick={loadNewVersion}>
            {t('frame.loadVersion')}
          </button>
        </p>
      )}
    </div>
  );
}

/** Whether the focus is where somebody types. */
function useTyping(): boolean {
  const [isTyping, setTyping] = useState(false);
  useEffect(() => {
    const look = (): void => setTyping(document.activeElement?.matches('input, textarea, select') ?? false);
    // Between two fields the focus is nowhere for a moment.
    const soon = (): void => void setTimeout(look);
    document.addEventListener('focusin', look);
    document.addEventListener('focusout', soon);
    return () => {
      document.removeEventListener('focusin', look);
      document.removeEventListener('focusout', soon);
    };
  }, []);
  return isTyping;
}

import { useEffect, useRef } from 'react';
import { useWords } from '../languages/words.tsx';
import styles from './printing.module.css';

/** Prints the page as one document. */
export function PrintButton() {
  const { t } = useWords();
  return (
    <button type="button" className={styles.print} onClick={() => window.print()}>
      {t('warning.print')}
    </button>
  );
}

/** While it is printed all that is folded stands open. */
export function usePrinting<T extends HTMLElement>(): React.RefObject<T | null> {
  const printed = useRef<T>(null);
  useEffect(() => {
    let after = (): void => undefined;
    const before = (): void => {
      const folded = [...(printed.current?.querySelectorAll('details:not([open])') ?? [])] as HTMLDetailsElement[];
      for (const fold of folded) fold.open = true;
      after = () => {
        for (const fold of folded) fold.open = false;
      };
    };
    const restore = (): void => after();
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', restore);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', restore);
    };
  }, []);
  return printed;
}

import { useEffect, useRef } from 'react';
import { useWords } from '../languages/words.tsx';
import { whilePrinted } from '../marks/printed.ts';
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
  useEffect(
    () =>
      whilePrinted(() => {
        const folded = [...(printed.current?.querySelectorAll('details:not([open])') ?? [])] as HTMLDetailsElement[];
        for (const fold of folded) fold.open = true;
        return () => {
          for (const fold of folded) fold.open = false;
        };
      }),
    [],
  );
  return printed;
}

import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Warning } from '../../../core/contract/warning.ts';
import { TlpLabel } from '../marks/tlp-label.tsx';
import styles from './printing.module.css';

/** Prints the page as one document. */
export function PrintButton() {
  const { t } = useTranslation();
  return (
    <button type="button" className={styles.print} onClick={() => window.print()}>
      {t('warning.print')}
    </button>
  );
}

/** The marking and whom it allows to have this, at the top of each sheet of paper; on the screen it stands in the head. */
export function SheetMark({ tlp }: Pick<Warning, 'tlp'>) {
  const { t } = useTranslation();
  return (
    <p className={styles.sheetMark} aria-hidden="true">
      <TlpLabel tlp={tlp} /> {t(`codes.tlp.${tlp}.definition`)}
    </p>
  );
}

/** While it is printed all that is folded stands open, and paper is light. */
export function usePrinting<T extends HTMLElement>(): React.RefObject<T | null> {
  const printed = useRef<T>(null);
  useEffect(() => {
    let after = (): void => undefined;
    const before = (): void => {
      const folded = [...(printed.current?.querySelectorAll('details:not([open])') ?? [])] as HTMLDetailsElement[];
      const { dataset } = document.documentElement;
      const { mantineColorScheme: scheme } = dataset;
      for (const fold of folded) fold.open = true;
      dataset['mantineColorScheme'] = 'light';
      after = () => {
        for (const fold of folded) fold.open = false;
        if (scheme !== undefined) dataset['mantineColorScheme'] = scheme;
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

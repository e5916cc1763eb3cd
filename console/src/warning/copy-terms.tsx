import { useState } from 'react';
import { Button } from '@mantine/core';
import type { Warning } from '../../../core/contract/warning.ts';
import { useWords } from '../languages/words.tsx';
import { termLines, termTable } from './term-list.ts';
import own from './terms.module.css';
import styles from './warning.module.css';

/** Takes the terms elsewhere in a press: as a list for detection, or with all that is said about them for a spreadsheet. */
export function CopyTerms({ terms }: { terms: Warning['terms'] }) {
  const { t } = useWords();
  const [said, setSaid] = useState('');
  const copy = (text: string): void => {
    navigator.clipboard.writeText(text).then(
      () => setSaid(t('warning.termsCopied', { count: terms.length })),
      () => setSaid(t('warning.notCopied')),
    );
  };
  // Pages that were not loaded over https have no clipboard.
  if (!('clipboard' in navigator)) return null;
  return (
    <div className={own.copying}>
      <Button size="sm" variant="default" onClick={() => copy(termLines(terms))}>
        {t('warning.copyTerms')}
      </Button>
      <Button size="sm" variant="default" onClick={() => copy(termTable(terms))}>
        {t('warning.copyTable')}
      </Button>
      <span role="status" className={styles.reading}>
        {said}
      </span>
    </div>
  );
}

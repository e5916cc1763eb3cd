import { useRef, useState } from 'react';
import { Button } from '@mantine/core';
import type { Warning } from '../../../core/contract/warning.ts';
import { useWords } from '../languages/words.tsx';
import { Headline } from '../marks/headline.tsx';
import { Ago } from '../marks/moment.tsx';
import { standing, type Draft } from './draft.ts';
import { fieldId } from './faults.ts';
import { useForm } from './form-context.ts';
import { begunFrom } from './past.ts';
import { usePast } from './use-past.ts';
import styles from './suggestions.module.css';

const offered = 5;

/** Begins like an earlier warning of the organisation's own: what was taken from it is said, and can be given back. */
export function StartFrom() {
  const { t } = useWords();
  const { draft, change } = useForm();
  const past = usePast().slice(0, offered);
  const [begun, setBegun] = useState<{ from: Warning; before: Partial<Draft> }>();
  const list = useRef<HTMLDetailsElement>(null);
  if (past.length === 0) return null;
  const begin = (from: Warning): void => {
    const part = begunFrom(from);
    const before = standing(draft, Object.keys(part));
    // Of several that were tried, what stood there before the first comes back.
    setBegun({ from, before: begun?.before ?? before });
    change(part);
    if (list.current) list.current.open = false;
    document.getElementById(fieldId('/headline'))?.focus();
  };
  const giveBack = (before: Partial<Draft>): void => {
    change(before);
    setBegun(undefined);
    list.current?.querySelector('summary')?.focus();
  };
  return (
    <div className={styles.start}>
      <details ref={list}>
        <summary>{t('raise.startFrom')}</summary>
        <p>{t('raise.startFromHint')}</p>
        <ul>
          {past.map((warning) => (
            <li key={warning.id}>
              <button type="button" className={styles.earlier} onClick={() => begin(warning)}>
                <Headline {...warning} />
                <span>
                  <Ago at={warning.createdAt} />
                </span>
              </button>
            </li>
          ))}
        </ul>
      </details>
      <div role="status">
        {begun && <p>{t('raise.startedFrom', { headline: `\u2068${begun.from.headline}\u2069` })}</p>}
      </div>
      {begun && (
        <Button variant="default" size="sm" onClick={() => giveBack(begun.before)}>
          {t('raise.giveBack')}
        </Button>
      )}
    </div>
  );
}

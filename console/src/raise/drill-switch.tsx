import { useState } from 'react';
import { VisuallyHidden } from '@mantine/core';
import type { Status } from '../../../core/contract/vocabularies.ts';
import { useWords } from '../languages/words.tsx';
import { DrillBand } from '../marks/drill-band.tsx';
import styles from './fieldsets.module.css';

interface Props {
  status: Status;
  /** The coordinator raises exercises and tests alone. */
  drillsOnly: boolean;
  onChange: (status: Status) => void;
}

/** Real or a drill: asked first, and shown across the form in the same band that everyone will see. */
export function DrillSwitch({ status, drillsOnly, onChange }: Props) {
  const { t } = useWords();
  const [switched, setSwitched] = useState(false);
  const choices = (['actual', 'exercise', 'test'] as const).filter((one) => !(drillsOnly && one === 'actual'));
  return (
    <fieldset className={styles.drill} data-status={status}>
      <legend>{t('raise.status')}</legend>
      <div>
        {choices.map((one) => (
          <label key={one} className={styles.pill}>
            <input
              type="radio"
              name="status"
              checked={status === one}
              onChange={() => {
                setSwitched(true);
                onChange(one);
              }}
            />
            <span>{t(`raise.statusChoice.${one}`)}</span>
          </label>
        ))}
      </div>
      <DrillBand status={status} />
      <VisuallyHidden role="status">{switched && t(`raise.nowIs.${status}`)}</VisuallyHidden>
    </fieldset>
  );
}

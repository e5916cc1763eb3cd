import type { ReactNode } from 'react';
import { raiseRequest } from '../../../core/contract/warning.ts';
import { useWords } from '../languages/words.tsx';
import { DrillBand } from '../marks/drill-band.tsx';
import { memberName } from '../marks/member-name.ts';
import { raiseBody, type Draft } from './draft.ts';
import { faultsOf } from './faults.ts';
import styles from './bar.module.css';

interface Props {
  draft: Draft;
  /** The button, and what went wrong when it was pressed. */
  children: ReactNode;
}

/** What sends the form, in sight wherever one is in it; a drill cannot be sent without its band before one's eyes. */
export function SubmitBar({ draft, children }: Props) {
  const { t } = useWords();
  const needed = [...faultsOf(raiseRequest.safeParse(raiseBody(draft)).error).keys()];
  const names = [...new Set(needed.map((pointer) => memberName(pointer, t)))];
  return (
    <div className={styles.bar} data-status={draft.status}>
      <DrillBand status={draft.status} />
      <p className={styles.needed}>
        {names.length === 0
          ? t('raise.complete')
          : t('raise.needed', { number: names.length, names: names.join(', ') })}
      </p>
      {children}
    </div>
  );
}

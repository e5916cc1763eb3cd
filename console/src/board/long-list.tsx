import { useRef } from 'react';
import { useWords } from '../languages/words.tsx';
import { useArrivals } from '../live/arrivals-context.ts';
import type { RowsProps } from './rows.ts';
import { Row } from './row.tsx';
import { useNearRows } from './use-near-rows.ts';
import styles from './rows.module.css';

/** Thousands of rows, of which those near the screen are drawn, and those around the one that has the focus. */
export function LongList({ warnings, more, renewing, sought }: RowsProps) {
  const { t } = useWords();
  const arrivals = useArrivals();
  const list = useRef<HTMLOListElement>(null);
  const rows = useNearRows(list, warnings, sought);
  return (
    <ol
      ref={(element) => {
        list.current = element;
        rows.containerRef(element);
      }}
      className={styles.longList}
      aria-label={t('board.title')}
      aria-busy={renewing}
    >
      {rows.getVirtualItems().map(({ index, key }) => {
        const warning = warnings[index];
        return (
          warning && (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              aria-posinset={index + 1}
              aria-setsize={more ? -1 : warnings.length}
            >
              <Row warning={warning} isNew={arrivals.has(warning.id)} />
            </li>
          )
        );
      })}
    </ol>
  );
}

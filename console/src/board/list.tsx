import { lazy, Suspense, useDeferredValue, useEffect } from 'react';
import { worded } from '../languages/i18n.ts';
import { useWords } from '../languages/words.tsx';
import { useArrivals } from '../live/arrivals-context.ts';
import { Row, rowId } from './row.tsx';
import { drawnWhole, type RowsProps } from './rows.ts';
import board from './board.module.css';
import styles from './rows.module.css';

const EmptyBoard = lazy(
  worded(
    () => import('../start/empty-board.tsx').then(({ EmptyBoard: component }) => ({ default: component })),
    'starting',
  ),
);
const LongList = lazy(() => import('./long-list.tsx').then(({ LongList: component }) => ({ default: component })));

interface Props {
  rows: RowsProps;
  filtered: boolean;
  /** All pages will be read, and rows come in between those that are there. */
  urgent: boolean;
  /** The rows were there before the page: whoever comes back finds their place among all of them. */
  wasRead: boolean;
}

/** Pixels of the lowest row, on a phone and at a desk: rows that fill the screen are shown before the others are made. */
const lowest = { phone: 170, desk: 100 };

export function List({ rows, filtered, urgent, wasRead }: Props) {
  const { warnings, more } = rows;
  if (warnings.length === 0) return <Nothing filtered={filtered} />;
  if (warnings.length <= drawnWhole && !(urgent && more)) return <WholeList {...rows} wasRead={wasRead} />;
  return (
    <Suspense fallback={<WholeList {...rows} warnings={warnings.slice(0, drawnWhole)} wasRead={wasRead} />}>
      <LongList {...rows} />
    </Suspense>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  const { t } = useWords();
  return (
    <div className={board.empty}>
      <p>{filtered ? t('board.emptyFiltered') : t('board.empty')}</p>
      {!filtered && (
        <Suspense>
          <EmptyBoard />
        </Suspense>
      )}
    </div>
  );
}

function firstRows(): number {
  const height = window.innerWidth < 640 ? lowest.phone : lowest.desk;
  return Math.ceil(window.innerHeight / height);
}

function WholeList({ warnings, renewing, sought, wasRead }: RowsProps & { wasRead: boolean }) {
  const { t } = useWords();
  const all = useDeferredValue(true, wasRead);
  const arrivals = useArrivals();
  useEffect(() => {
    const row = sought && document.getElementById(rowId(sought.id));
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  }, [sought]);
  return (
    <ol className={styles.list} aria-label={t('board.title')} aria-busy={renewing}>
      {(all ? warnings : warnings.slice(0, firstRows())).map((warning) => (
        <li key={warning.id}>
          <Row warning={warning} isNew={arrivals.has(warning.id)} />
        </li>
      ))}
    </ol>
  );
}

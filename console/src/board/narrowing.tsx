import { lazy, Suspense, useRef, useState } from 'react';
import { worded } from '../languages/i18n.ts';
import { useWords } from '../languages/words.tsx';
import { useShortcut } from '../shortcuts/use-shortcut.ts';
import { filterCount, type BoardFilter } from './board-filter.ts';
import { FilterSummary } from './filter-summary.tsx';
import styles from './board.module.css';

const Filters = lazy(
  worded(() => import('./filters.tsx').then(({ Filters: component }) => ({ default: component })), 'shift'),
);

interface Props {
  filter: BoardFilter;
  onChange: (filter: BoardFilter) => void;
  /** Other buttons beside its own. */
  children: React.ReactNode;
}

/** The page's heading beside the way to its filters, and what is set in them. */
export function Narrowing({ filter, onChange, children }: Props) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  /** How often the key was pressed that leads to the text. */
  const [typing, setTyping] = useState(0);
  const filterButton = useRef<HTMLButtonElement>(null);
  useShortcut('/', () => {
    setOpen(true);
    setTyping(typing + 1);
  });
  const count = filterCount(filter);
  const takeOff = (next: BoardFilter): void => {
    onChange(next);
    // The button that took it off is gone, and held the focus.
    filterButton.current?.focus();
  };
  return (
    <>
      <div className={styles.top}>
        <h1>{t('board.title')}</h1>
        {children}
        <button
          type="button"
          ref={filterButton}
          className={styles.filterButton}
          aria-expanded={open}
          aria-controls="filters"
          onClick={() => {
            setOpen(!open);
            setTyping(0);
          }}
        >
          {count === 0 ? t('board.filter') : t('board.filterSet', { count })}
        </button>
      </div>
      <div id="filters" hidden={!open}>
        {open && (
          <Suspense fallback={<p role="status">{t('frame.opening')}</p>}>
            <Filters key={typing} filter={filter} onChange={onChange} typing={typing > 0} />
          </Suspense>
        )}
      </div>
      {count > 0 && <FilterSummary filter={filter} onChange={takeOff} />}
    </>
  );
}

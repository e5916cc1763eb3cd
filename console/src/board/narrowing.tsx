import { useRef } from 'react';
import { useWords } from '../languages/words.tsx';
import { filterCount, type BoardFilter } from './board-filter.ts';
import { FilterSummary } from './filter-summary.tsx';
import styles from './board.module.css';

interface Props {
  title: string;
  /** Of the part that opens: what the button controls. */
  id: string;
  filter: BoardFilter;
  onChange: (filter: BoardFilter) => void;
  open: boolean;
  onOpen: (open: boolean) => void;
  /** Other buttons beside the one that opens. */
  beside?: React.ReactNode;
  /** The fields of the filter, made when they are opened. */
  children: React.ReactNode;
}

/** A page's heading beside the way to its filters, and what is set in them. */
export function Narrowing({ title, id, filter, onChange, open, onOpen, beside, children }: Props) {
  const { t } = useWords();
  const opener = useRef<HTMLButtonElement>(null);
  const count = filterCount(filter);
  const takeOff = (next: BoardFilter): void => {
    onChange(next);
    // The button that took it off is gone, and held the focus.
    opener.current?.focus();
  };
  return (
    <>
      <div className={styles.top}>
        <h1>{title}</h1>
        {beside}
        <button
          type="button"
          ref={opener}
          className={styles.filterButton}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => onOpen(!open)}
        >
          {count === 0 ? t('board.filter') : t('board.filterSet', { count })}
        </button>
      </div>
      <div id={id} hidden={!open}>
        {open && children}
      </div>
      {count > 0 && <FilterSummary filter={filter} onChange={takeOff} />}
    </>
  );
}

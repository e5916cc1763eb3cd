import { useRef, useState } from 'react';
import { filterCount, type BoardFilter } from '../board/board-filter.ts';
import { FilterSummary } from '../board/filter-summary.tsx';
import { MatterFields, State } from '../board/filters.tsx';
import board from '../board/board.module.css';
import { useWords } from '../languages/words.tsx';

interface Props {
  filter: BoardFilter;
  onChange: (filter: BoardFilter) => void;
}

/** The page's heading beside the way to its filters, and what is set in them: as on the board. */
export function Narrowing({ filter, onChange }: Props) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const count = filterCount(filter);
  const takeOff = (next: BoardFilter): void => {
    onChange(next);
    // The button that took it off is gone, and held the focus.
    opener.current?.focus();
  };
  return (
    <>
      <div className={board.top}>
        <h1>{t('horizon.title')}</h1>
        <button
          type="button"
          ref={opener}
          className={board.filterButton}
          aria-expanded={open}
          aria-controls="horizon-filters"
          onClick={() => setOpen(!open)}
        >
          {count === 0 ? t('board.filter') : t('board.filterSet', { count })}
        </button>
      </div>
      <div id="horizon-filters" hidden={!open}>
        {open && (
          <div className={board.filters} role="group" aria-label={t('board.filter')}>
            <MatterFields value={filter} onChange={(matter) => onChange({ state: filter.state, ...matter })} />
            <State filter={filter} onChange={onChange} />
          </div>
        )}
      </div>
      {count > 0 && <FilterSummary filter={filter} onChange={takeOff} />}
    </>
  );
}

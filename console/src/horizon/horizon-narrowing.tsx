import { useState } from 'react';
import type { BoardFilter } from '../board/board-filter.ts';
import { MatterFields, State } from '../board/filters.tsx';
import { Narrowing } from '../board/narrowing.tsx';
import board from '../board/board.module.css';
import { useWords } from '../languages/words.tsx';

interface Props {
  filter: BoardFilter;
  onChange: (filter: BoardFilter) => void;
}

/** The horizon's heading and filters: as the board's, without what asks for an order or a text. */
export function HorizonNarrowing({ filter, onChange }: Props) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <Narrowing
      title={t('horizon.title')}
      id="horizon-filters"
      filter={filter}
      onChange={onChange}
      open={open}
      onOpen={setOpen}
    >
      <div className={board.filters} role="group" aria-label={t('board.filter')}>
        <MatterFields value={filter} onChange={(matter) => onChange({ state: filter.state, ...matter })} />
        <State filter={filter} onChange={onChange} />
      </div>
    </Narrowing>
  );
}

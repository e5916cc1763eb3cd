import { lazy, Suspense, useState } from 'react';
import { worded } from '../languages/i18n.ts';
import { useWords } from '../languages/words.tsx';
import { useShortcut } from '../shortcuts/use-shortcut.ts';
import type { BoardFilter } from './board-filter.ts';
import { Narrowing } from './narrowing.tsx';

const Filters = lazy(
  worded(() => import('./filters.tsx').then(({ Filters: component }) => ({ default: component })), 'shift'),
);

interface Props {
  filter: BoardFilter;
  onChange: (filter: BoardFilter) => void;
  beside: React.ReactNode;
}

/** The board's heading and filters; a key leads to the text that is looked for. */
export function BoardNarrowing({ filter, onChange, beside }: Props) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  /** How often the key was pressed. */
  const [typing, setTyping] = useState(0);
  useShortcut('/', () => {
    setOpen(true);
    setTyping(typing + 1);
  });
  return (
    <Narrowing
      title={t('board.title')}
      id="filters"
      filter={filter}
      onChange={onChange}
      open={open}
      onOpen={(opened) => {
        setOpen(opened);
        setTyping(0);
      }}
      beside={beside}
    >
      <Suspense fallback={<p role="status">{t('frame.opening')}</p>}>
        <Filters key={typing} filter={filter} onChange={onChange} typing={typing > 0} />
      </Suspense>
    </Narrowing>
  );
}

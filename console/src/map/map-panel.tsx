import { lazy, Suspense } from 'react';
import type { BoardFilter } from '../board/board-filter.ts';
import { worded } from '../languages/i18n.ts';
import board from '../board/board.module.css';
import { useWords } from '../languages/words.tsx';
import styles from './map-panel.module.css';

const CountryMap = lazy(
  worded(() => import('./country-map.tsx').then(({ CountryMap: component }) => ({ default: component })), 'mapping'),
);

interface Props {
  open: boolean;
  filter: BoardFilter;
  onChange: (filter: BoardFilter) => void;
}

/** Where the map is, or would be; its room is kept while it is loaded. */
export function MapPanel({ open, filter, onChange }: Props) {
  return (
    <div id="map" hidden={!open}>
      {open && (
        <Suspense fallback={<div className={styles.room} />}>
          <CountryMap filter={filter} onChange={onChange} />
        </Suspense>
      )}
    </div>
  );
}

export function MapButton({ open, onChange }: { open: boolean; onChange: (open: boolean) => void }) {
  const { t } = useWords();
  return (
    <button
      type="button"
      className={board.filterButton}
      aria-expanded={open}
      aria-controls="map"
      onClick={() => onChange(!open)}
    >
      {t('board.map')}
    </button>
  );
}

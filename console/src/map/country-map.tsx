import { useQuery } from '@tanstack/react-query';
import type { BoardFilter } from '../board/board-filter.ts';
import { useWords } from '../languages/words.tsx';
import { countriesQuery } from '../live/queries.ts';
import { Unread } from '../marks/unread.tsx';
import { useSignedIn } from '../session/signed-in.ts';
import { EuropeMap } from './europe-map.tsx';
import { StandingTable } from './standing-table.tsx';
import styles from './map.module.css';

interface Props {
  filter: BoardFilter;
  onChange: (filter: BoardFilter) => void;
}

/** Where it burns: a map of Europe, and a table that says the same. Either narrows the board to a country. */
export function CountryMap({ filter, onChange }: Props) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const found = useQuery({ ...countriesQuery(call, filter), placeholderData: (old) => old });
  const standings = found.data?.data ?? [];
  const choose = (code: string): void => {
    const chosen = filter.country.includes(code);
    onChange({ ...filter, country: chosen ? filter.country.filter((other) => other !== code) : [code] });
  };
  const shared = { standings, chosen: filter.country, onChoose: choose };
  return (
    <section
      className={styles.panel}
      aria-labelledby="map-title"
      aria-busy={found.isPending || found.isPlaceholderData}
    >
      <h2 id="map-title" className={styles.title}>
        {t('mapping.title')}
      </h2>
      <Unread of={found} part />
      <EuropeMap {...shared} />
      <StandingTable {...shared} known={found.isSuccess} />
      <p className={styles.hint}>{t('mapping.hint')}</p>
    </section>
  );
}

import { useWords } from '../languages/words.tsx';
import { countryName, languageName } from '../marks/names.ts';
import { noFilter, type BoardFilter } from './board-filter.ts';
import styles from './board.module.css';

interface Props {
  filter: BoardFilter;
  onChange: (filter: BoardFilter) => void;
}

/** What the filter lets through, each part taken off by its own button. */
export function FilterSummary({ filter, onChange }: Props) {
  const { t, locale } = useWords();
  const lists = (['country', 'language', 'ground', 'state'] as const).flatMap((name) =>
    filter[name].map((value) => ({ name, value })),
  );
  const label = ({ name, value }: (typeof lists)[number]): string => {
    if (name === 'country') return countryName(value, locale);
    if (name === 'language') return languageName(value, locale);
    return name === 'ground'
      ? t(`codes.grounds.${value as BoardFilter['ground'][number]}.label`)
      : t(`codes.state.${value as BoardFilter['state'][number]}.label`);
  };
  const { severity, ...others } = filter;
  const { q, ...textless } = filter;
  return (
    <ul className={styles.chips} aria-label={t('board.shown')}>
      {lists.map((part) => (
        <TakeOff
          key={`${part.name} ${part.value}`}
          what={label(part)}
          onClick={() => onChange({ ...filter, [part.name]: filter[part.name].filter((each) => each !== part.value) })}
        >
          {label(part)}
        </TakeOff>
      ))}
      {severity !== undefined && (
        <TakeOff what={t(`codes.severity.${severity}.label`)} onClick={() => onChange(others)}>
          {t('board.severityFloor', { severity: t(`codes.severity.${severity}.label`) })}
        </TakeOff>
      )}
      {q !== undefined && (
        <TakeOff what={q} onClick={() => onChange(textless)}>
          <bdi>{q}</bdi>
        </TakeOff>
      )}
      <li>
        <button type="button" className={styles.clear} onClick={() => onChange(noFilter)}>
          {t('board.clear')}
        </button>
      </li>
    </ul>
  );
}

interface TakeOffProps {
  what: string;
  onClick: () => void;
  children: React.ReactNode;
}

function TakeOff({ what, onClick, children }: TakeOffProps) {
  const { t } = useWords();
  return (
    <li>
      <button type="button" onClick={onClick} aria-label={t('board.without', { what })}>
        {children} <span aria-hidden="true">×</span>
      </button>
    </li>
  );
}

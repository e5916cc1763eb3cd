import type { CountryStanding } from '../../../core/contract/country-routes.ts';
import { severityOrder } from '../../../core/contract/vocabularies.ts';
import { useWords } from '../languages/words.tsx';
import { countryName } from '../marks/names.ts';
import { SeverityMark } from '../marks/severity-mark.tsx';
import { useSignedIn } from '../session/signed-in.ts';
import styles from './map.module.css';

interface Props {
  standings: readonly CountryStanding[];
  chosen: readonly string[];
  onChoose: (code: string) => void;
  /** The network has answered: that there is none is true. */
  known: boolean;
}

/** What the map shows, in words: the gravest first, and what names no country before them. */
export function StandingTable({ standings, chosen, onChoose, known }: Props) {
  const { t, locale } = useWords();
  const { me } = useSignedIn();
  const answers = me.organisation.kind === 'platform';
  if (standings.length === 0) return <p className={styles.none}>{known && t('mapping.none')}</p>;
  const rows = standings.map((standing) => ({ ...standing, name: nameOf(standing, locale) })).toSorted(byGravity);
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('mapping.country')}</th>
            <th scope="col">{t('mapping.severity')}</th>
            <th scope="col">{t('mapping.active')}</th>
            {answers && <th scope="col">{t('mapping.waiting')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ country, name, severity, active, waiting }) => (
            <tr key={country ?? ''} data-chosen={(country !== null && chosen.includes(country)) || undefined}>
              <th scope="row">
                {country === null || name === undefined ? (
                  t('marks.everywhere')
                ) : (
                  <button type="button" aria-pressed={chosen.includes(country)} onClick={() => onChoose(country)}>
                    {name}
                  </button>
                )}
              </th>
              <td>
                <SeverityMark severity={severity} />
              </td>
              <td>{active}</td>
              {answers && <td data-waiting={waiting > 0 || undefined}>{waiting}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Named extends CountryStanding {
  readonly name: string | undefined;
}

function nameOf({ country }: CountryStanding, locale: string): string | undefined {
  return country === null ? undefined : countryName(country, locale);
}

function byGravity(one: Named, other: Named): number {
  return (
    Number(one.country !== null) - Number(other.country !== null) ||
    severityOrder.indexOf(other.severity) - severityOrder.indexOf(one.severity) ||
    other.active - one.active ||
    (one.name ?? '').localeCompare(other.name ?? '')
  );
}

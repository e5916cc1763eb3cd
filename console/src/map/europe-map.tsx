import { countryCodes } from '../../../core/contract/codes.ts';
import type { CountryStanding } from '../../../core/contract/country-routes.ts';
import { severityOrder } from '../../../core/contract/vocabularies.ts';
import { useWords } from '../languages/words.tsx';
import { countryName } from '../marks/names.ts';
import { severityShapes, SeverityMark } from '../marks/severity-mark.tsx';
import { europe, type Shape } from './europe.ts';
import { spread, type Place } from './spread.ts';
import styles from './map.module.css';

interface Props {
  standings: readonly CountryStanding[];
  chosen: readonly string[];
  onChoose: (code: string) => void;
}

/** The map for eyes and pointers: the keyboard and screen readers have the same in the table below. */
export function EuropeMap({ standings, chosen, onChoose }: Props) {
  const { t } = useWords();
  const standing = new Map(standings.map((one) => [one.country, one]));
  const shapes = europe.shapes.map((shape) => ({ shape, standing: standing.get(shape.code) }));
  // What is chosen is drawn over its neighbours, and the graver mark over the lesser.
  const areas = shapes.toSorted((one, other) => Number(isChosen(one)) - Number(isChosen(other)));
  const marks = placed(shapes.toSorted((one, other) => gravity(one) - gravity(other)));
  function isChosen({ shape }: (typeof shapes)[number]): boolean {
    return chosen.includes(shape.code);
  }
  return (
    <figure className={styles.figure}>
      <svg
        className={styles.map}
        viewBox={`0 0 ${europe.width} ${europe.height}`}
        role="img"
        aria-label={t('mapping.picture')}
      >
        <path className={styles.land} d={europe.land} />
        {areas.map((one) => (
          <Area key={one.shape.code} {...one} chosen={isChosen(one)} onChoose={onChoose} />
        ))}
        {marks.map(({ shape: { code, at }, place }) => (
          <Leader key={code} at={at} place={place} />
        ))}
        {marks.map(({ shape: { code }, place, standing: found }) => (
          <Mark key={code} place={place} standing={found} />
        ))}
      </svg>
      <figcaption className={styles.legend}>
        {severityOrder.toReversed().map((severity) => (
          <SeverityMark key={severity} severity={severity} />
        ))}
      </figcaption>
    </figure>
  );
}

interface AreaProps {
  shape: Shape;
  standing: CountryStanding | undefined;
  chosen: boolean;
  onChoose: (code: string) => void;
}

function Area({ shape: { code, path, at, small }, standing, chosen, onChoose }: AreaProps) {
  const { t, locale } = useWords();
  const name = countryName(code, locale);
  const said = standing
    ? `${t(`codes.severity.${standing.severity}.label`)}, ${t('mapping.tally', { count: standing.active })}`
    : t('mapping.none');
  // Kosovo's code is no code of ISO 3166-1: no warning can name it, and no filter asks for it.
  const choose = countryCodes.includes(code) ? () => onChoose(code) : undefined;
  return (
    <g
      className={styles.area}
      data-country={code}
      data-severity={standing?.severity}
      data-chosen={chosen || undefined}
      data-choosable={choose && true}
      onClick={choose}
    >
      <title>{`${name}: ${said}`}</title>
      <path d={path} />
      {small && <circle className={styles.ring} cx={at[0]} cy={at[1]} r={4} />}
      {small && <circle className={styles.reach} cx={at[0]} cy={at[1]} r={9} />}
    </g>
  );
}

interface Standing {
  shape: Shape;
  standing: CountryStanding | undefined;
}

/** How wide a mark is where it is drawn largest, on a phone. */
const markWidth = 27;

/** Small countries lie closer together than their marks are wide: these make room for each other. */
function placed(all: readonly Standing[]): { shape: Shape; standing: CountryStanding; place: Place }[] {
  const marked = all.flatMap(({ shape, standing }) => (standing ? [{ shape, standing }] : []));
  const places = spread(
    marked.map(({ shape }) => shape.at),
    markWidth,
    [europe.width, europe.height],
  );
  return marked.map((one, index) => ({ ...one, place: places[index] ?? one.shape.at }));
}

/** Leads from a country to its mark, where that had to make room. */
function Leader({ at, place }: { at: Place; place: Place }) {
  if (Math.hypot(place[0] - at[0], place[1] - at[1]) < 3) return null;
  return (
    <g className={styles.leader}>
      <line x1={at[0]} y1={at[1]} x2={place[0]} y2={place[1]} />
      <circle cx={at[0]} cy={at[1]} r={2} />
    </g>
  );
}

/** How many, in the shape of the gravest. */
function Mark({ place, standing: { severity, active } }: { place: Place; standing: CountryStanding }) {
  return (
    <g className={styles.mark} data-severity={severity} transform={`translate(${place[0]} ${place[1]})`}>
      <g>
        <path d={outlines[severity]} transform="scale(1.05) translate(-10 -10)" />
        <text y={severity === 'severe' ? 7 : 3.6}>{active > 99 ? '99+' : active}</text>
      </g>
    </g>
  );
}

/** The shapes of the severities without what is cut out of them: the number stands there. */
const outlines = {
  extreme: severityShapes.extreme.split('z', 1)[0],
  severe: severityShapes.severe,
  moderate: severityShapes.moderate,
  minor: severityShapes.minor.split('z', 1)[0],
};

function gravity({ standing }: Standing): number {
  return standing === undefined ? -1 : severityOrder.indexOf(standing.severity);
}

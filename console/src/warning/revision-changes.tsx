import type { TFunction } from 'i18next';
import type { Warning } from '../../../core/contract/warning.ts';
import { useWords } from '../languages/words.tsx';
import { spellMoment } from '../marks/durations.ts';
import { countryName, languageName } from '../marks/names.ts';
import { listDifference, textDifference, type Piece } from './differences.ts';
import styles from './revision-changes.module.css';

interface Props {
  before: Warning;
  after: Warning;
  /** The members that differ, as the event names them. */
  changed: readonly string[];
}

/** What a revision changed, member by member: what stood there struck out, what stands there now underlined. */
export function RevisionChanges({ before, after, changed }: Props) {
  const { t, locale } = useWords();
  const told = changed.flatMap((name) => {
    const pieces = piecesOf(name, before, after, t, locale);
    return pieces.length === 0 ? [] : [{ name, pieces }];
  });
  if (told.length === 0) return null;
  return (
    <details className={styles.changes}>
      <summary>{t('happened.changes')}</summary>
      <dl>
        {told.map(({ name, pieces }) => (
          <div key={name}>
            <dt>{t(`members.${name}` as 'members.headline', { defaultValue: name })}</dt>
            <dd dir="auto">
              {pieces.map((piece, index) => (
                <Shown key={`${index} ${piece.text}`} {...piece} apart={!isText(name)} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Shown({ kind, text, apart }: Piece & { apart: boolean }) {
  const piece = kind === 'gone' ? <del>{text}</del> : kind === 'new' ? <ins>{text}</ins> : text;
  return apart ? <bdi className={styles.item}>{piece}</bdi> : piece;
}

const texts = ['headline', 'description', 'instruction'] as const;

function isText(name: string): name is (typeof texts)[number] {
  return (texts as readonly string[]).includes(name);
}

function piecesOf(name: string, before: Warning, after: Warning, t: TFunction, locale: string): Piece[] {
  if (isText(name)) return textDifference(before[name] ?? '', after[name] ?? '');
  return listDifference(valuesOf(name, before, t, locale), valuesOf(name, after, t, locale));
}

/** The values of a member in the reader's words; none of one whose name alone is told, the audience say. */
function valuesOf(name: string, warning: Warning, t: TFunction, locale: string): string[] {
  switch (name) {
    case 'countries':
      return warning.countries.map((code) => countryName(code, locale));
    case 'languages':
      return warning.languages.map((tag) => languageName(tag, locale));
    case 'language':
      return [languageName(warning.language, locale)];
    case 'subdivisions':
      return warning.subdivisions;
    case 'grounds':
      return warning.grounds.map((code) => t(`codes.grounds.${code}.label`));
    case 'asks':
      return warning.asks.map((code) => t(`codes.asks.${code}.label`));
    case 'trigger':
      return [t(`codes.trigger.${warning.trigger}.label`)];
    case 'severity':
      return [t(`codes.severity.${warning.severity}.label`)];
    case 'urgency':
      return [t(`codes.urgency.${warning.urgency}.label`)];
    case 'certainty':
      return [t(`codes.certainty.${warning.certainty}.label`)];
    case 'tlp':
      return [warning.tlp];
    case 'onset':
    case 'expires':
      return [spellMoment(Date.parse(warning[name]), locale)];
    case 'terms':
      return warning.terms.map(({ text }) => text);
    case 'references':
      return warning.references.map(({ url }) => url);
    case 'translations':
      return warning.translations.map(({ language, headline }) => `${languageName(language, locale)}: ${headline}`);
    default:
      return [];
  }
}

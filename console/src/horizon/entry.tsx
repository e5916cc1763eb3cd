import { Link } from '@tanstack/react-router';
import type { HorizonEntry, ListedOnHorizon } from '../../../core/contract/horizon.ts';
import { useWords } from '../languages/words.tsx';
import { DrillBand } from '../marks/drill-band.tsx';
import { spellMoment } from '../marks/durations.ts';
import { Headline } from '../marks/headline.tsx';
import { countryName } from '../marks/names.ts';
import { PartyName } from '../marks/party-name.tsx';
import { SeverityMark } from '../marks/severity-mark.tsx';
import { TlpLabel } from '../marks/tlp-label.tsx';
import { isOver } from './arrangement.ts';
import { dayOf } from './days.ts';
import { eventClock } from './event-clock.ts';
import { Outcome } from './outcome.tsx';
import covering from '../marks/covering.module.css';
import styles from './entry.module.css';

interface Props {
  entry: ListedOnHorizon;
  /** Its day stands above it already. */
  onItsDay: boolean;
}

/** One warning on the horizon: when and where, what, and what became of it. */
export function Entry({ entry, onItsDay }: Props) {
  const { t } = useWords();
  const full = 'headline' in entry;
  return (
    <article
      className={styles.entry}
      data-warning={entry.id}
      data-over={isOver(entry) || undefined}
      data-severity={full ? entry.severity : undefined}
    >
      <DrillBand status={entry.status} />
      <div className={styles.body}>
        <p className={styles.when}>
          <When entry={entry} onItsDay={onItsDay} />
        </p>
        <p className={styles.headline}>
          <Link to="/warnings/$id" params={{ id: entry.id }} className={covering.link}>
            {full ? <Headline {...entry} /> : t('marks.markingOnly')}
          </Link>
        </p>
        <div className={styles.marks}>
          {full && <SeverityMark severity={entry.severity} />}
          <TlpLabel tlp={entry.tlp} />
          {full && <What entry={entry} />}
        </div>
        <p className={styles.issuer}>
          <PartyName party={entry.issuer} withheld={full && entry.withholdIssuer} />
        </p>
        {full && <Outcome entry={entry} />}
      </div>
    </article>
  );
}

function What({ entry }: { entry: HorizonEntry }) {
  const { t, locale } = useWords();
  const places = entry.countries.map((code) => countryName(code, locale));
  const where = places.length === 0 ? t('marks.everywhere') : shortened(places);
  return (
    <span>
      {t(`codes.trigger.${entry.trigger}.label`)} · {where}
    </span>
  );
}

/** From when to when, in the reader's zone, and what the clocks show there. */
function When({ entry, onItsDay }: Props) {
  const { t, locale } = useWords();
  const [from, to] = [Date.parse(entry.onset), Date.parse(entry.expires)];
  const there = 'countries' in entry ? eventClock(from, entry.countries, locale) : undefined;
  const until = dayOf(from) === dayOf(to) ? clock(to, locale) : dated(to, locale);
  return (
    <>
      <time dateTime={entry.onset} title={spellMoment(from, locale)}>
        {onItsDay ? clock(from, locale) : dated(from, locale)}
      </time>
      {' – '}
      <time dateTime={entry.expires} title={spellMoment(to, locale)}>
        {until}
      </time>
      {there !== undefined && ' '}
      {there !== undefined && <span className={styles.there}>{t('horizon.there', { clock: there })}</span>}
    </>
  );
}

function clock(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(at);
}

function dated(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}

function shortened(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} +${names.length - 3}` : names.join(', ');
}

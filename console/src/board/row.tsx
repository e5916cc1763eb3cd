import { memo } from 'react';
import { Link } from '@tanstack/react-router';
import type { Acknowledgement } from '../../../core/contract/acknowledgement.ts';
import type { Warning } from '../../../core/contract/warning.ts';
import { useWords } from '../languages/words.tsx';
import type { ListedWarning } from '../live/queries.ts';
import { DrillBand } from '../marks/drill-band.tsx';
import { Headline } from '../marks/headline.tsx';
import { Ago, Due, Waiting } from '../marks/moment.tsx';
import { countryName, languageName } from '../marks/names.ts';
import { PartyName } from '../marks/party-name.tsx';
import { SeverityMark } from '../marks/severity-mark.tsx';
import { TlpLabel } from '../marks/tlp-label.tsx';
import { isOwn, may, useSignedIn } from '../session/signed-in.ts';
import { answerNeeded } from './answer-needed.ts';
import covering from '../marks/covering.module.css';
import styles from './rows.module.css';

export function rowId(warningId: string): string {
  return `row-${warningId}`;
}

interface Props {
  warning: ListedWarning;
  /** It came while the console was open, and nobody has opened it. */
  isNew: boolean;
}

/** One warning on the board; drawn again only where it has changed, for there may be thousands. */
export const Row = memo(function Row({ warning, isNew }: Props) {
  const { t } = useWords();
  const waiting = answerNeeded(warning);
  const over = warning.state !== 'active';
  return (
    <article
      className={styles.row}
      data-warning={warning.id}
      data-waiting={waiting !== undefined || undefined}
      data-over={over || undefined}
      data-severity={'severity' in warning ? warning.severity : undefined}
    >
      <DrillBand status={warning.status} />
      <div className={styles.body}>
        <div className={styles.marks}>
          {'severity' in warning && <SeverityMark severity={warning.severity} />}
          <TlpLabel tlp={warning.tlp} />
          {over && <span className={styles.over}>{t(`codes.state.${warning.state}.label`)}</span>}
          {isNew && <span className={styles.new}>{t('board.new')}</span>}
          <span className={styles.when}>
            <Ago at={warning.createdAt} />
          </span>
        </div>
        <h2 className={styles.headline}>
          <Link to="/warnings/$id" params={{ id: warning.id }} id={rowId(warning.id)} className={covering.link}>
            {'headline' in warning ? <Headline {...warning} /> : t('marks.markingOnly')}
          </Link>
        </h2>
        {'headline' in warning && <Facts warning={warning} />}
        <p className={styles.issuer}>
          <PartyName party={warning.issuer} withheld={'withholdIssuer' in warning && warning.withholdIssuer} />
        </p>
        {!over && 'headline' in warning && <OwnActions warning={warning} />}
      </div>
      {'acknowledgement' in warning && warning.acknowledgement && (
        <Answered acknowledgement={warning.acknowledgement} waiting={waiting !== undefined} />
      )}
    </article>
  );
});

/** What an issuer does under pressure, a tap away. */
function OwnActions({ warning: { id, issuer, headline } }: { warning: Warning }) {
  const { t } = useWords();
  const { me } = useSignedIn();
  if (!isOwn(me, issuer)) return null;
  return (
    <p className={styles.own}>
      {may(me, 'reviseWarning') && (
        <Link to="/warnings/$id/revise" params={{ id }} aria-label={`${t('board.revise')}: ${headline}`}>
          {t('board.revise')}
        </Link>
      )}
      {may(me, 'cancelWarning') && (
        <Link to="/warnings/$id" params={{ id }} hash="all-clear" aria-label={`${t('board.allClear')}: ${headline}`}>
          {t('board.allClear')}
        </Link>
      )}
    </p>
  );
}

function Facts({ warning }: { warning: Warning }) {
  const { t, locale } = useWords();
  const places = warning.countries.map((code) => countryName(code, locale));
  const languages = warning.languages.map((tag) => languageName(tag, locale));
  return (
    <ul className={styles.facts}>
      <li>{places.length === 0 ? t('marks.everywhere') : shortened(places)}</li>
      <li>{shortened(languages)}</li>
      <li>{shortened(warning.grounds.map((ground) => t(`codes.grounds.${ground}.label`)))}</li>
      <li>{t(`codes.trigger.${warning.trigger}.label`)}</li>
    </ul>
  );
}

function Answered({ acknowledgement, waiting }: { acknowledgement: Acknowledgement; waiting: boolean }) {
  const { t } = useWords();
  const { escalation } = acknowledgement;
  if (!waiting) {
    return <p className={styles.state}>{t(`codes.acknowledgementState.${acknowledgement.state}.label`)}</p>;
  }
  return (
    <p className={styles.waiting}>
      <strong>{t('board.waits')}</strong>
      {acknowledgement.waitingSince && (
        <span>
          <Waiting since={acknowledgement.waitingSince} />
        </span>
      )}
      {escalation && escalation.step > 0 && (
        <span>{t('board.fired', { step: escalation.step, of: escalation.of })}</span>
      )}
      {escalation?.nextAt && (
        <span>
          {t('board.next')} <Due at={escalation.nextAt} />
        </span>
      )}
    </p>
  );
}

function shortened(names: readonly string[]): string {
  return names.length > 4 ? `${names.slice(0, 3).join(', ')} +${names.length - 3}` : names.join(', ');
}

import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { Warning } from '../../../core/contract/warning.ts';
import { useWords } from '../languages/words.tsx';
import { DrillBand } from '../marks/drill-band.tsx';
import { Ago, Moment } from '../marks/moment.tsx';
import { PartyName } from '../marks/party-name.tsx';
import { SeverityMark } from '../marks/severity-mark.tsx';
import { TlpLabel } from '../marks/tlp-label.tsx';
import { PrintButton } from './printing.tsx';
import styles from './warning.module.css';

interface Props {
  warning: Warning;
  /** What stands as its name; `language` is that of the issuer's own words. */
  headline: ReactNode;
  language?: string;
}

/** The markings, the headline, who raised it and when, and whether it still stands. */
export function Head({ warning, headline, language }: Props) {
  const { t } = useWords();
  const { cancellation } = warning;
  return (
    <header className={styles.head}>
      <DrillBand status={warning.status} />
      <p className={styles.back}>
        <Link to="/">{t('warning.back')}</Link>
        {language !== undefined && <PrintButton />}
      </p>
      <div className={styles.marks}>
        {warning.severity && <SeverityMark severity={warning.severity} />}
        <TlpLabel tlp={warning.tlp} />
        <span className={styles.reading}>{t(`codes.tlp.${warning.tlp}.definition`)}</span>
      </div>
      <h1>{headline}</h1>
      <p className={styles.by}>
        <PartyName party={warning.issuer} withheld={warning.withholdIssuer} /> · {t('warning.raised')}{' '}
        <Ago at={warning.createdAt} />
        {warning.revision > 1 && (
          <>
            {' '}
            · {t('warning.revision', { revision: warning.revision })} <Ago at={warning.updatedAt} />
          </>
        )}
      </p>
      {cancellation && (
        <div className={styles.over}>
          <p>
            <strong>{t('warning.calledOff')}</strong> <Moment at={cancellation.at} />
          </p>
          <p className={styles.prose} lang={language} dir="auto">
            {cancellation.reason}
          </p>
        </div>
      )}
      {warning.state === 'expired' && (
        <p className={styles.over}>
          <strong>{t('codes.state.expired.label')}</strong> {t('codes.state.expired.definition')}{' '}
          <Moment at={warning.expires} />
        </p>
      )}
    </header>
  );
}

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Preview as Answered } from '../../../core/contract/preview.ts';
import { PartyName } from '../marks/party-name.tsx';
import { Problem } from '../marks/problem.tsx';
import { SeverityMark } from '../marks/severity-mark.tsx';
import { TlpLabel } from '../marks/tlp-label.tsx';
import type { Draft } from './draft.ts';
import { usePreview } from './use-preview.ts';
import styles from './raise.module.css';

/** Whom it would reach, what the marking means in words, and what like it is there already. */
export function Preview({ draft, revisionOf }: { draft: Draft; revisionOf?: string | undefined }) {
  const { t } = useTranslation();
  const preview = usePreview(draft, revisionOf);
  const current = preview.resting && !preview.isFetching;
  return (
    // What scrolls must be reached by the keyboard (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section tabIndex={0} className={styles.preview} aria-labelledby="preview" aria-busy={!current}>
      <h2 id="preview">{t('preview.title')}</h2>
      <Problem error={preview.error} />
      {preview.data ? <Reach preview={preview.data} draft={draft} /> : !preview.isError && <p>{t('frame.opening')}</p>}
      <p className={styles.hint} role="status">
        {current ? '' : t('preview.asking')}
      </p>
    </section>
  );
}

function Reach({ preview, draft }: { preview: Answered; draft: Draft }) {
  const { t } = useTranslation();
  const { reach, reads, leftOut, reopens } = preview;
  const following = reach.platforms.filter(({ follows }) => follows);
  return (
    <>
      <p className={styles.reach}>
        <strong>{t('preview.reaches', { count: reach.organisations })}</strong>{' '}
        <span>
          {(['platform', 'cso', 'coordinator', 'observer'] as const)
            .filter((kind) => reach.byKind[kind] > 0)
            .map((kind) => t(`preview.kind.${kind}`, { count: reach.byKind[kind] }))
            .join(', ')}
        </span>
      </p>
      {reach.platforms.length > 0 && (
        <div>
          <p>{t('preview.follows', { count: following.length, of: reach.platforms.length })}</p>
          <ul className={styles.platforms}>
            {reach.platforms.map(({ id, name, follows }) => (
              <li key={id} data-follows={follows || undefined}>
                <bdi>{name}</bdi> <span>{t(follows ? 'preview.willAnswer' : 'preview.onlySees')}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {reach.subscribers !== '0' && <p>{t('preview.subscribers', { range: reach.subscribers })}</p>}
      {leftOut.length > 0 && <p>{t('preview.leftOut', { names: leftOut.map(({ name }) => name).join(', ') })}</p>}
      {reopens !== undefined && reopens > 0 && <p>{t('preview.reopens', { count: reopens })}</p>}
      <div className={styles.reads}>
        <TlpLabel tlp={draft.tlp} />
        <p>{reads.tlp === draft.tlp ? reads.who : t(`codes.tlp.${draft.tlp}.definition`)}</p>
        <p>{t(draft.withholdIssuer ? 'preview.issuerWithheld' : 'preview.issuerNamed')}</p>
        {reads.alreadyOut.length > 0 && (
          <p>{t('preview.alreadyOut', { names: reads.alreadyOut.map(({ name }) => name).join(', ') })}</p>
        )}
      </div>
      <Similar similar={preview.similar} />
    </>
  );
}

function Similar({ similar }: { similar: Answered['similar'] }) {
  const { t } = useTranslation();
  if (similar.length === 0) return null;
  return (
    <div>
      <h3>{t('preview.similar')}</h3>
      <ul className={styles.similar}>
        {similar.map(({ id, headline, language, severity, issuer }) => (
          <li key={id}>
            <Link to="/warnings/$id" params={{ id }} target="_blank" lang={language} dir="auto">
              {headline}
            </Link>
            <span>
              <SeverityMark severity={severity} /> · <PartyName party={issuer} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

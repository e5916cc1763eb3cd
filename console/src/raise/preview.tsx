import { VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Preview as Answered } from '../../../core/contract/preview.ts';
import { Headline } from '../marks/headline.tsx';
import { PartyName } from '../marks/party-name.tsx';
import { SeverityMark } from '../marks/severity-mark.tsx';
import { TlpLabel } from '../marks/tlp-label.tsx';
import { Unread } from '../marks/unread.tsx';
import type { Draft } from './draft.ts';
import { hasAudience, usePreview, type Revision } from './use-preview.ts';
import styles from './raise.module.css';

/** Whom it would reach, what the marking means in words, and what like it is there already. */
export function Preview({ draft, revision }: { draft: Draft; revision?: Revision | undefined }) {
  const { t } = useTranslation();
  const preview = usePreview(draft, revision);
  const named = hasAudience(draft);
  const current = preview.resting && !preview.isFetching;
  return (
    // What scrolls must be reached by the keyboard (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section tabIndex={0} className={styles.preview} aria-labelledby="preview" aria-busy={!current}>
      <h2 id="preview">{t('preview.title')}</h2>
      {named ? <Unread of={preview} /> : <p>{t('preview.nobody')}</p>}
      {named && preview.data && <Reach preview={preview.data} draft={draft} />}
      {named && !current && <p className={styles.hint}>{t('preview.asking')}</p>}
      <VisuallyHidden role="status">
        {named && current && preview.data && t('preview.reaches', { count: preview.data.reach.organisations })}
      </VisuallyHidden>
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
          <p>{t('preview.follows', { count: following.length, of: reach.byKind.platform })}</p>
          <ul className={styles.platforms}>
            {reach.platforms.map(({ id, name, follows }) => (
              <li key={id} data-follows={follows || undefined}>
                <bdi>{name}</bdi> <span>{t(follows ? 'preview.willAnswer' : 'preview.onlySees')}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {reach.subscribers !== '0' && <p>{t('preview.subscribers', { range: reach.subscribers.replace('-', '–') })}</p>}
      {leftOut.length > 0 && <p>{t('preview.leftOut', { names: listed(leftOut) })}</p>}
      {reopens !== undefined && reopens > 0 && <p>{t('preview.reopens', { count: reopens })}</p>}
      <div className={styles.reads}>
        <TlpLabel tlp={draft.tlp} />
        <p>{reads.tlp === draft.tlp ? reads.who : t(`codes.tlp.${draft.tlp}.definition`)}</p>
        <p>{t(draft.withholdIssuer ? 'preview.issuerWithheld' : 'preview.issuerNamed')}</p>
        {reads.alreadyOut.length > 0 && <p>{t('preview.alreadyOut', { names: listed(reads.alreadyOut) })}</p>}
      </div>
      <Similar similar={preview.similar} />
    </>
  );
}

/** Names in one line, each kept apart from the direction of the others. */
function listed(named: readonly { name: string }[]): string {
  return named.map(({ name }) => `\u2068${name}\u2069`).join(', ');
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
            <Link to="/warnings/$id" params={{ id }}>
              <Headline headline={headline} language={language} />
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

import { VisuallyHidden } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { Preview as Answered } from '../../../core/contract/preview.ts';
import { useWords } from '../languages/words.tsx';
import { TlpLabel } from '../marks/tlp-label.tsx';
import { Unread } from '../marks/unread.tsx';
import type { Draft } from './draft.ts';
import { Similar } from './similar.tsx';
import { hasAudience, usePreview, type Revision } from './use-preview.ts';
import styles from './preview.module.css';

/** Whom it would reach, what the marking means in words, and what like it is there already. */
export function Preview({ draft, revision }: { draft: Draft; revision?: Revision | undefined }) {
  const { t } = useWords();
  const preview = usePreview(draft, revision);
  const named = hasAudience(draft);
  const current = preview.resting && !preview.isFetching;
  return (
    // What scrolls must be reached by the keyboard (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section tabIndex={0} className={styles.preview} aria-labelledby="preview" aria-busy={!current}>
      <h2 id="preview">{t('preview.title')}</h2>
      {named ? <Unread of={preview} /> : <p>{t('preview.nobody')}</p>}
      {named && preview.data && <Reach preview={preview.data} draft={draft} before={revision?.before} />}
      {named && !current && <p className={styles.hint}>{t('preview.asking')}</p>}
      <VisuallyHidden role="status">
        {named && current && preview.data && t('preview.reaches', { count: preview.data.reach.organisations })}
      </VisuallyHidden>
    </section>
  );
}

function Reach({ preview, draft, before }: { preview: Answered; draft: Draft; before: Draft | undefined }) {
  const { t } = useWords();
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
      {leftOut.length > 0 && <p>{t('preview.leftOut', { names: listed(t, leftOut) })}</p>}
      {reopens !== undefined && reopens > 0 && <p>{t('preview.reopens', { count: reopens })}</p>}
      <div className={styles.reads}>
        <TlpLabel tlp={draft.tlp} />
        <p>{t(`preview.who.${draft.tlp}`)}</p>
        <p>{t(draft.withholdIssuer ? 'preview.issuerWithheld' : 'preview.issuerNamed')}</p>
        {before && <AlreadyOut out={reads.alreadyOut} before={before.tlp} />}
      </div>
      <Similar similar={preview.similar} />
    </>
  );
}

/** What a tightening does not bring back, in a sentence for each that it is. */
function AlreadyOut({ out, before }: { out: Answered['reads']['alreadyOut']; before: string }) {
  const { t } = useWords();
  return (['text', 'issuer', 'marking'] as const).map((what) => {
    const among = out.filter(({ has }) => has.includes(what));
    if (among.length === 0) return null;
    return <p key={what}>{t(`preview.alreadyOut.${what}`, { names: listed(t, among), tlp: before })}</p>;
  });
}

const mostNamed = 12;

/** Names in one line, each once and kept apart from the direction of the others; of very many the first. */
function listed(t: TFunction, named: readonly { name: string }[]): string {
  const all = [...new Set(named.map(({ name }) => `\u2068${name}\u2069`))];
  const names = all.slice(0, mostNamed).join(', ');
  return all.length > mostNamed ? t('preview.andMore', { names, count: all.length - mostNamed }) : names;
}

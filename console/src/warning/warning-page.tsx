import { lazy, Suspense, useEffect } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Warning } from '../../../core/contract/warning.ts';
import { useWords } from '../languages/words.tsx';
import { Headline } from '../marks/headline.tsx';
import { worded } from '../languages/i18n.ts';
import { Unread } from '../marks/unread.tsx';
import { useTitle } from '../frame/title.ts';
import { useArrivals } from '../live/arrivals-context.ts';
import { warningQuery } from '../live/queries.ts';
import { TocsinError, type Network } from '../network.ts';
import { isOwn, useSignedIn } from '../session/signed-in.ts';
import { Acknowledgements } from './acknowledgements.tsx';
import { Answer } from './answer.tsx';
import { Audience } from './audience.tsx';
import { Comments } from './comments.tsx';
import { Corroborations } from './corroborations.tsx';
import { Facts, Times } from './facts.tsx';
import { Head } from './head.tsx';
import { IssuerActions } from './issuer-actions.tsx';
import { usePrinting } from './printing.tsx';
import { References } from './references.tsx';
import { Terms } from './terms.tsx';
import { Timeline } from './timeline.tsx';
import { WrittenText } from './written-text.tsx';
import styles from './warning.module.css';

/** One warning: what happened and what is asked first, then the answer, then everything else. */
export function WarningPage() {
  const { t } = useWords();
  const { id = '' } = useParams({ strict: false });
  const { call, network } = useSignedIn();
  const arrivals = useArrivals();
  const warning = useQuery(warningQuery(call, id));
  useTitle(t('warning.title'));
  useSeen(network, warning.data && id, warning.data?.revision);
  useEffect(() => arrivals.open(id), [arrivals, id]);
  if (isAbsent(warning.error)) return <Absent />;
  return (
    <>
      {/* What was read stays, and what is being written on it: a network that is away for a moment takes nothing back. */}
      <Unread of={warning} />
      {warning.isPending && <p role="status">{t('frame.opening')}</p>}
      {warning.data && <Shown warning={warning.data} />}
    </>
  );
}

function isAbsent(error: Error | null): boolean {
  return error instanceof TocsinError && error.code === 'not-found';
}

function Absent() {
  const { t } = useWords();
  return (
    <div role="alert">
      <h1>{t('warning.absent')}</h1>
      <p>
        <Link to="/">{t('frame.toBoard')}</Link>
      </p>
    </div>
  );
}

function Shown({ warning }: { warning: Warning | { id: string } }) {
  if (!('headline' in warning)) return <Marked warning={warning as Warning} />;
  return <Whole warning={warning} />;
}

/** TLP:RED, and the coordinator is not among its recipients: the marking is all there is. */
function Marked({ warning }: { warning: Warning }) {
  const { t } = useWords();
  return (
    <article>
      <Head warning={warning} headline={t('marks.markingOnly')} />
      <p>{t('warning.markingOnlyWhy')}</p>
      <dl className={`${styles.facts} ${styles.marked}`}>
        <Times warning={warning} />
        <Audience warning={warning} />
      </dl>
    </article>
  );
}

const PracticePanel = lazy(
  worded(
    () => import('../start/practice-panel.tsx').then(({ PracticePanel: component }) => ({ default: component })),
    'starting',
  ),
);

function Whole({ warning }: { warning: Warning }) {
  const { me } = useSignedIn();
  const own = isOwn(me, warning.issuer);
  const printed = usePrinting<HTMLElement>();
  return (
    <article ref={printed}>
      {own && warning.status === 'test' && (
        <Suspense>
          <PracticePanel warning={warning.id} />
        </Suspense>
      )}
      <Head warning={warning} headline={<Headline {...warning} />} language={warning.language} />
      <div className={styles.columns}>
        <div className={styles.first}>
          <WrittenText warning={warning} />
        </div>
        <div className={styles.side}>
          {own && <IssuerActions warning={warning} />}
          {me.organisation.kind === 'platform' && <Answer warning={warning} />}
          {(own || me.organisation.kind === 'coordinator') && <Acknowledgements warning={warning} />}
          <Corroborations warning={warning} />
        </div>
        <div className={styles.rest}>
          <Facts warning={warning} />
          <Terms terms={warning.terms} />
          <References references={warning.references} />
          <Comments warning={warning} />
          <Timeline id={warning.id} />
        </div>
      </div>
    </article>
  );
}

/** Tells the network that a person has this revision on the screen: once it is there and the page is visible. */
function useSeen(network: Network, id: string | undefined, revision: number | undefined): void {
  useEffect(() => {
    if (id === undefined || revision === undefined) return undefined;
    const tell = (): void => {
      if (document.visibilityState !== 'visible') return;
      document.removeEventListener('visibilitychange', tell);
      network.seen(id);
    };
    document.addEventListener('visibilitychange', tell);
    tell();
    return () => document.removeEventListener('visibilitychange', tell);
  }, [network, id, revision]);
}

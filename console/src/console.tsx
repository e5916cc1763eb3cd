import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import type { Me } from '../../core/contract/organisation.ts';
import { StepUp } from './factors/step-up.tsx';
import { worded } from './languages/i18n.ts';
import { useOwnLanguage } from './languages/own-language.ts';
import { useWords } from './languages/words.tsx';
import { createArrivals } from './live/arrivals.ts';
import { createAbsences } from './live/absence.ts';
import { AbsencesContext, ArrivalsContext } from './live/arrivals-context.ts';
import { applyEvent } from './live/apply-event.ts';
import { keys } from './live/queries.ts';
import { createRenewal } from './live/renewal.ts';
import { setClock } from './marks/now.ts';
import { Problem } from './marks/problem.tsx';
import { isPassing, type Ended, type Network } from './network.ts';
import { createConsoleRouter } from './routes.tsx';
import { keepKnown, knownMe } from './session/known.ts';
import type { Session } from './session/session.ts';
import { mayRead, SignedInContext, type SignedIn } from './session/signed-in.ts';
import styles from './frame/frame.module.css';

const StrongFirst = lazy(
  worded(
    () => import('./factors/strong-first.tsx').then(({ StrongFirst: component }) => ({ default: component })),
    'people',
  ),
);

/** The coordinator's people show a strong factor before anything else: nothing is answered to them without. */
function isWeak({ organisation, as }: Me): boolean {
  return organisation.kind === 'coordinator' && as.type === 'member' && as.strength === 'none';
}

interface Props {
  session: Session;
  network: Network;
  onEnd: (why: 'signed-out' | Ended) => void;
}

/** The console of somebody signed in: who they are first, then the pages. */
export function Console({ session, network, onEnd }: Props) {
  const { t } = useWords();
  const me = useQuery({
    queryKey: keys.me,
    queryFn: async () => {
      const found = await network.call('getMe', {});
      setClock(found.now);
      keepKnown(session, found);
      return found;
    },
    staleTime: 5 * 60_000,
  });
  const speaksTheirs = useOwnLanguage(me.data);
  // Later a factor is asked for over the page, which keeps what was typed.
  const [entered, setEntered] = useState(false);
  if (me.data && !entered && !isWeak(me.data)) setEntered(true);
  // A page that was opened without the network stays as it is, and what is typed in it, when that says who this is.
  const known = useKnown(me);
  const [opened, setOpened] = useState(false);
  if (known && !opened) setOpened(true);
  if (me.data && !speaksTheirs && !opened) return null;
  if (me.data && !entered) {
    return (
      <Suspense>
        <StrongFirst call={network.call} onShown={() => void me.refetch()} />
      </Suspense>
    );
  }
  const shown = me.data ?? known;
  if (shown && mayRead(shown)) {
    return <Pages me={shown} confirmed={me.data !== undefined} network={network} onEnd={onEnd} />;
  }
  return (
    <main className={styles.waiting}>
      {me.data || me.isError ? (
        <div role="alert">
          {me.error && !isPassing(me.error) ? (
            <Problem error={me.error} />
          ) : (
            <p>{t(me.data ? 'frame.unreadable' : 'frame.unreachable')}</p>
          )}
          <Button onClick={() => void me.refetch()}>{t('frame.again')}</Button>{' '}
          <Button variant="default" onClick={() => onEnd('signed-out')}>
            {t('frame.signOut')}
          </Button>
        </div>
      ) : (
        <p role="status">{t('frame.opening')}</p>
      )}
    </main>
  );
}

/** Milliseconds without an answer after which the pages open with what the device knows. */
const patience = 2_500;

/** Who this is as far as the device knows, while the network cannot be reached to say it. */
function useKnown({ data, error }: Pick<UseQueryResult<Me>, 'data' | 'error'>): Me | undefined {
  const { t } = useWords();
  const [late, setLate] = useState(!navigator.onLine);
  const waits = data === undefined;
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, [waits]);
  const unreached = waits && (error === null ? late : isPassing(error));
  return useMemo(() => (unreached ? knownMe(t('frame.ownAccount')) : undefined), [unreached, t]);
}

interface PagesProps extends Omit<Props, 'session'> {
  me: Me;
  confirmed: boolean;
}

function Pages({ me, confirmed, network, onEnd }: PagesProps) {
  const queries = useQueryClient();
  const arrivals = useMemo(() => createArrivals(), []);
  const absences = useMemo(() => createAbsences(Date.now), []);
  const router = useMemo(() => createConsoleRouter(), []);
  const own = me.organisation.id;
  useEffect(() => {
    const renew = createRenewal(queries, network.call);
    return network.follow({
      onEvent(event) {
        const isFirst = applyEvent(queries, event, own);
        absences.note(event, isFirst);
        arrivals.note(event, isFirst);
        renew(event);
      },
      onStart: () => void queries.invalidateQueries(),
      // What was missed is replayed; what was not read, or may have been changed with the connection, is asked for again.
      onResume: () =>
        void queries.invalidateQueries({
          predicate: ({ queryKey, state }) => queryKey[0] === keys.me[0] || state.status === 'error',
        }),
      onEnd,
    });
  }, [queries, arrivals, absences, network, own, onEnd]);
  useEffect(() => network.onConnection(() => absences.connected(network.connection())), [network, absences]);
  const signedIn = useMemo<SignedIn>(
    () => ({ me, confirmed, call: network.call, network, signOut: () => onEnd('signed-out') }),
    [me, confirmed, network, onEnd],
  );
  return (
    <SignedInContext value={signedIn}>
      <ArrivalsContext value={arrivals}>
        <AbsencesContext value={absences}>
          <RouterProvider router={router} />
          {confirmed && me.as.type === 'member' && <StepUp network={network} />}
        </AbsencesContext>
      </ArrivalsContext>
    </SignedInContext>
  );
}

import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../core/contract/organisation.ts';
import { StepUp } from './factors/step-up.tsx';
import { worded } from './languages/i18n.ts';
import { useOwnLanguage } from './languages/own-language.ts';
import { createArrivals } from './live/arrivals.ts';
import { ArrivalsContext } from './live/arrivals-context.ts';
import { applyEvent, changesLists } from './live/apply-event.ts';
import { keys } from './live/queries.ts';
import { setClock } from './marks/now.ts';
import { Problem } from './marks/problem.tsx';
import { isPassing, type Ended, type Network } from './network.ts';
import { createConsoleRouter } from './routes.tsx';
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
  network: Network;
  onEnd: (why: 'signed-out' | Ended) => void;
}

/** The console of somebody signed in: who they are first, then the pages. */
export function Console({ network, onEnd }: Props) {
  const { t } = useTranslation();
  const me = useQuery({
    queryKey: keys.me,
    queryFn: async () => {
      const found = await network.call('getMe', {});
      setClock(found.now);
      return found;
    },
    staleTime: 5 * 60_000,
  });
  const speaksTheirs = useOwnLanguage(me.data);
  // Later a factor is asked for over the page, which keeps what was typed.
  const [entered, setEntered] = useState(false);
  if (me.data && !entered && !isWeak(me.data)) setEntered(true);
  if (me.data && !speaksTheirs) return null;
  if (me.data && !entered) {
    return (
      <Suspense>
        <StrongFirst call={network.call} onShown={() => void me.refetch()} />
      </Suspense>
    );
  }
  if (me.data && mayRead(me.data)) return <Pages me={me.data} network={network} onEnd={onEnd} />;
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

function Pages({ me, network, onEnd }: Props & { me: Me }) {
  const queries = useQueryClient();
  const arrivals = useMemo(() => createArrivals(), []);
  const router = useMemo(() => createConsoleRouter(), []);
  const own = me.organisation.id;
  useEffect(() => {
    const askAgain = throttled(1000, () => {
      void queries.invalidateQueries({ queryKey: keys.lists });
      void queries.invalidateQueries({ queryKey: keys.countries });
    });
    return network.follow({
      onEvent(event) {
        arrivals.note(event, applyEvent(queries, event, own));
        if (changesLists(event)) askAgain();
      },
      onStart: () => void queries.invalidateQueries(),
      // What was missed is replayed; what was not read, or may have been changed with the connection, is asked for again.
      onResume: () =>
        void queries.invalidateQueries({
          predicate: ({ queryKey, state }) => queryKey[0] === keys.me[0] || state.status === 'error',
        }),
      onEnd,
    });
  }, [queries, arrivals, network, own, onEnd]);
  const signedIn = useMemo<SignedIn>(
    () => ({ me, call: network.call, network, signOut: () => onEnd('signed-out') }),
    [me, network, onEnd],
  );
  return (
    <SignedInContext value={signedIn}>
      <ArrivalsContext value={arrivals}>
        <RouterProvider router={router} />
        {me.as.type === 'member' && <StepUp network={network} />}
      </ArrivalsContext>
    </SignedInContext>
  );
}

/** Runs at once, and once more after the pause if it was asked to meanwhile: a burst of events asks twice. */
function throttled(pause: number, run: () => void): () => void {
  let waiting = false;
  let asked = false;
  const start = (): void => {
    run();
    asked = false;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      if (asked) start();
    }, pause);
  };
  return () => {
    asked = true;
    if (!waiting) start();
  };
}

import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Console } from '../console.tsx';
import { endOf, isPassing, openNetwork, type Ended } from '../network.ts';
import { browserStorages, dropSession, findSession, keepSession, sessionItem, type Session } from './session.ts';

// Who has signed in needs no sign-in page, and most have.
const SignIn = lazy(() => import('./sign-in.tsx').then(({ SignIn: component }) => ({ default: component })));

type Ending = 'signed-out' | Ended;

/** The sign-in page, or the console for whoever has signed in; the address stays, so that a link opens what it names. */
export function SessionGate() {
  const [session, setSession] = useState(() => findSession(browserStorages()));
  const [ending, setEnding] = useState<Ending>('signed-out');
  useKeptElsewhere(session, setSession);
  const begin = (next: Session): void => {
    keepSession(browserStorages(), next);
    setEnding('signed-out');
    setSession(next);
  };
  // A late answer to an earlier session ends that one alone.
  const end = useCallback((ended: Session, why: Ending) => {
    dropSession(browserStorages(), ended);
    setEnding(why);
    setSession((current) => (current?.token === ended.token ? null : current));
  }, []);
  if (session === null) {
    return (
      <Suspense>
        <SignIn onSignIn={begin} ended={ending === 'signed-out' ? undefined : ending} />
      </Suspense>
    );
  }
  return <ConsoleOf key={session.token} session={session} onEnd={end} />;
}

/** A key that is kept on the device is kept for all its tabs: signing out in one of them is signing out in each. */
function useKeptElsewhere(session: Session | null, onChange: (session: Session | null) => void): void {
  useEffect(() => {
    const changed = ({ key, newValue, storageArea }: StorageEvent): void => {
      if (storageArea !== window.localStorage || key !== sessionItem) return;
      if (session?.kept && newValue !== session.token) onChange(findSession(browserStorages()));
    };
    window.addEventListener('storage', changed);
    return () => window.removeEventListener('storage', changed);
  }, [session, onChange]);
}

function ConsoleOf({ session, onEnd }: { session: Session; onEnd: (session: Session, why: Ending) => void }) {
  const end = useCallback((why: Ending) => onEnd(session, why), [onEnd, session]);
  const queries = useMemo(() => createQueries(end), [end]);
  const network = useMemo(() => openNetwork(session.token), [session.token]);
  return (
    <QueryClientProvider client={queries}>
      <Console network={network} onEnd={end} />
    </QueryClientProvider>
  );
}

/** Milliseconds until what could not be read is asked for again: sooner where what is shown meanwhile may be old. */
const again = { shown: 5_000, notShown: 20_000 };

function createQueries(onEnd: (why: Ending) => void): QueryClient {
  const ended = (error: Error): void => {
    const why = endOf(error);
    if (why !== undefined) onEnd(why);
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: ended }),
    mutationCache: new MutationCache({ onError: ended }),
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        // The SDK repeats what is worth repeating, for a while.
        retry: false,
        refetchInterval: ({ state: { error, data } }) => {
          if (error === null || !isPassing(error)) return false;
          return data === undefined ? again.notShown : again.shown;
        },
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
}

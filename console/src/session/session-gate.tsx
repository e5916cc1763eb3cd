import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Console } from '../console.tsx';
import { openNetwork, TocsinError } from '../network.ts';
import { browserStorages, dropSession, findSession, keepSession, type Session } from './session.ts';

// Who has signed in needs no sign-in page, and most have.
const SignIn = lazy(() => import('./sign-in.tsx').then(({ SignIn: component }) => ({ default: component })));

type Ending = 'signed-out' | 'refused';

/** The sign-in page, or the console for whoever has signed in; the address stays, so that a link opens what it names. */
export function SessionGate() {
  const [session, setSession] = useState(() => findSession(browserStorages()));
  const [ending, setEnding] = useState<Ending>();
  const begin = (next: Session): void => {
    keepSession(browserStorages(), next);
    setEnding(undefined);
    setSession(next);
  };
  const end = useCallback((why: Ending) => {
    dropSession(browserStorages());
    setEnding(why);
    setSession(null);
  }, []);
  if (session === null) {
    return (
      <Suspense>
        <SignIn onSignIn={begin} refused={ending === 'refused'} />
      </Suspense>
    );
  }
  return <ConsoleOf key={session.token} session={session} onEnd={end} />;
}

function ConsoleOf({ session, onEnd }: { session: Session; onEnd: (why: Ending) => void }) {
  const queries = useMemo(() => createQueries(onEnd), [onEnd]);
  const network = useMemo(() => openNetwork(session.token), [session.token]);
  return (
    <QueryClientProvider client={queries}>
      <Console network={network} onEnd={onEnd} />
    </QueryClientProvider>
  );
}

function createQueries(onEnd: (why: Ending) => void): QueryClient {
  const ended = (error: Error): void => {
    if (error instanceof TocsinError && error.code === 'unauthorized') onEnd('refused');
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: ended }),
    mutationCache: new MutationCache({ onError: ended }),
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        // The SDK repeats what is worth repeating.
        retry: false,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
}

import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Console } from '../console.tsx';
import { worded } from '../languages/i18n.ts';
import { keys } from '../live/queries.ts';
import { endOf, isPassing, openNetwork, type Ended } from '../network.ts';
import { Holding } from '../secrets/holding.tsx';
import type { EntryProps } from './entry-props.ts';
import { dropKnown, hasKnown } from './known.ts';
import {
  browserStorages,
  dropKey,
  findKey,
  hereAtFirst,
  keepKey,
  leavingItem,
  noteLeaving,
  sessionItem,
  type Session,
} from './session.ts';

// Who has signed in needs no sign-in page, and most have.
const SignIn = lazy(
  worded(() => import('./sign-in.tsx').then(({ SignIn: component }) => ({ default: component })), 'people'),
);
const loadSigningOut = worded(() => import('./signing-out.tsx'), 'leaving');
const SigningOut = lazy(() => loadSigningOut().then(({ SigningOut: component }) => ({ default: component })));

type OutsidePage = { default: (props: EntryProps) => React.ReactNode };

/** A page outside an organisation: what it offers is chosen and refused in the words of the forms within. */
function outsidePage(load: () => Promise<OutsidePage>) {
  return lazy(worded(load, 'people', 'raising', 'administering'));
}

/** Pages for whoever follows a mailed link, or has no account: by their address. */
const outside: Readonly<Record<string, React.LazyExoticComponent<(props: EntryProps) => React.ReactNode>>> = {
  '/sign-in/link': lazy(
    worded(() => import('./link-page.tsx').then(({ LinkPage }) => ({ default: LinkPage })), 'people'),
  ),
  '/invitation': lazy(
    worded(() => import('./invitation-page.tsx').then(({ InvitationPage }) => ({ default: InvitationPage })), 'people'),
  ),
  '/answer': lazy(
    worded(
      () => import('../answer/answer-page.tsx').then(({ AnswerPage }) => ({ default: AnswerPage })),
      'people',
      'answering',
    ),
  ),
  '/apply': outsidePage(() => import('../apply/apply-page.tsx').then(({ ApplyPage }) => ({ default: ApplyPage }))),
  '/application': outsidePage(() =>
    import('../apply/application-page.tsx').then(({ ApplicationPage }) => ({ default: ApplicationPage })),
  ),
  '/mail': outsidePage(() => import('../mail/mail-page.tsx').then(({ MailPage }) => ({ default: MailPage }))),
  '/mail/confirm': outsidePage(() =>
    import('../mail/confirmation-page.tsx').then(({ ConfirmationPage }) => ({ default: ConfirmationPage })),
  ),
  '/mail/preferences': outsidePage(() =>
    import('../mail/preferences-page.tsx').then(({ PreferencesPage }) => ({ default: PreferencesPage })),
  ),
};

type Ending = 'signed-out' | Ended;

/** The sign-in page, or the console for whoever has signed in; the address stays, so that a link opens what it names. */
export function SessionGate() {
  const [path, setPath] = useState(window.location.pathname);
  const Outside = outside[path];
  if (!Outside) {
    return (
      <Holding>
        <Inside />
      </Holding>
    );
  }
  const goTo = (to: string): void => {
    window.history.replaceState(null, '', to);
    setPath(to);
  };
  const enter = (to: string): void => {
    const storages = browserStorages();
    // A key that was kept would be taken for whoever signs in now.
    const key = findKey(storages);
    if (key) dropKey(storages, key);
    noteLeaving(storages, false);
    goTo(to);
  };
  return (
    <Suspense>
      <Outside onEnter={enter} onStay={() => goTo('/')} />
    </Suspense>
  );
}

type Here = ReturnType<typeof hereAtFirst> | null;

function Inside() {
  const [session, setSession] = useState<Here>(hereAtFirst);
  const [ending, setEnding] = useState<Ending>('signed-out');
  useKeptElsewhere(session, setSession);
  const begin = (next: Session): void => {
    if (next.by === 'key') keepKey(browserStorages(), next);
    noteLeaving(browserStorages(), false);
    setEnding('signed-out');
    setSession(next);
  };
  // A late answer to an earlier session ends that one alone.
  const end = useCallback((ended: Session, why: Ending, confirmed: boolean) => {
    const storages = browserStorages();
    // Who was never signed in here is not told that a session is over.
    const isNews = why !== 'unauthorized' || ended.by === 'key' || confirmed || hasKnown();
    dropKnown();
    if (ended.by === 'key') dropKey(storages, ended);
    const leaves = ended.by === 'cookie' && why === 'signed-out';
    if (leaves) noteLeaving(storages, true);
    setEnding(isNews ? why : 'signed-out');
    setSession((current) => (current === ended ? (leaves ? 'leaving' : null) : current));
  }, []);
  const left = (to: Here): void => {
    noteLeaving(browserStorages(), false);
    setSession(to);
  };
  if (session === 'leaving') {
    return (
      <Suspense>
        <SigningOut onOut={() => left(null)} onStay={() => left({ by: 'cookie' })} />
      </Suspense>
    );
  }
  if (session === null) {
    return (
      <Suspense>
        <SignIn onSignIn={begin} ended={ending === 'signed-out' ? undefined : ending} />
      </Suspense>
    );
  }
  return <ConsoleOf key={session.by === 'key' ? session.token : 'cookie'} session={session} onEnd={end} />;
}

/** What is kept on the device is kept for all its tabs: signing out in one of them is signing out in each. */
function useKeptElsewhere(session: Here, onChange: (session: Here) => void): void {
  useEffect(() => {
    const changed = ({ key, newValue, storageArea }: StorageEvent): void => {
      if (storageArea !== window.localStorage) return;
      if (key === leavingItem && session === 'leaving' && newValue === null) onChange({ by: 'cookie' });
      if (session === null || session === 'leaving') return;
      if (key === leavingItem && session.by === 'cookie' && newValue !== null) onChange('leaving');
      if (key !== sessionItem || session.by !== 'key') return;
      if (session.kept && newValue !== session.token) onChange(findKey(browserStorages()));
    };
    window.addEventListener('storage', changed);
    return () => window.removeEventListener('storage', changed);
  }, [session, onChange]);
}

interface ConsoleOfProps {
  session: Session;
  /** @param confirmed the network has said who this is */
  onEnd: (session: Session, why: Ending, confirmed: boolean) => void;
}

function ConsoleOf({ session, onEnd }: ConsoleOfProps) {
  const token = session.by === 'key' ? session.token : undefined;
  const network = useMemo(() => openNetwork(token), [token]);
  useEffect(() => {
    if (token !== undefined) return undefined;
    // It is needed most when it cannot be fetched any more; but what is looked at comes first.
    return network.onConnection(() => {
      if (network.connection().kind !== 'connecting') void loadSigningOut().catch(() => undefined);
    });
  }, [token, network]);
  const queries = useMemo(() => {
    const made = createQueries((why) => onEnd(session, why, made.getQueryData(keys.me) !== undefined));
    return made;
  }, [onEnd, session]);
  const end = useCallback((why: Ending) => onEnd(session, why, true), [onEnd, session]);
  return (
    <QueryClientProvider client={queries}>
      <Console session={session} network={network} onEnd={end} />
    </QueryClientProvider>
  );
}

/** Milliseconds until what could not be read is asked for again: sooner where what is shown meanwhile may be old. */
const again = { shown: 5_000, notShown: 20_000 };

function createQueries(onEnd: (why: Ended) => void): QueryClient {
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

import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useWords } from '../languages/words.tsx';
import { NewVersion } from '../shell/new-version.tsx';
import { worded } from '../languages/i18n.ts';
import { useAbsences } from '../live/arrivals-context.ts';
import { may, useSignedIn } from '../session/signed-in.ts';
import { Account } from './account.tsx';
import { Announcer } from './announcer.tsx';
import { ConnectionBanner, ConnectionState } from './connection-state.tsx';
import { BellIcon } from './icons.tsx';
import { usePaper } from './paper.ts';
import { SectionLinks } from './section-links.tsx';
import { useHereInSight } from './here-in-sight.ts';
import styles from './frame.module.css';
import ways from './ways.module.css';

const OnShift = lazy(() => import('../alerts/on-shift.tsx').then(({ OnShift: component }) => ({ default: component })));
const AbsenceLine = lazy(
  worded(() => import('./absence-line.tsx').then(({ AbsenceLine: component }) => ({ default: component })), 'shift'),
);

/** What stands around every page: the way about, whether what is shown is live, who is signed in. */
export function Frame() {
  const { t } = useWords();
  const { me, confirmed } = useSignedIn();
  const main = useRef<HTMLElement>(null);
  useFocusOnNavigation(main);
  usePaper();
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#main">
        {t('frame.skip')}
      </a>
      <header className={styles.header}>
        <Link to="/" className={styles.name} aria-label={t('frame.home')}>
          <BellIcon /> <span>{t('frame.name')}</span>
        </Link>
        <Pages />
        <ConnectionState />
        <Account />
      </header>
      <ConnectionBanner />
      <Meanwhile />
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
      <footer className={styles.footer}>
        <p>{t('frame.notANotice')}</p>
        <p>
          {confirmed && me.network.name !== t('frame.name') && `${me.network.name} · `}Tocsin {me.network.version}
        </p>
      </footer>
      <Announcer />
      <NewVersion />
      <Suspense>
        <OnShift />
      </Suspense>
    </div>
  );
}

/** Loaded once there is something to tell: then the network is back. */
function Meanwhile() {
  const absences = useAbsences();
  const absence = useSyncExternalStore(absences.onChange, absences.last);
  return (
    <div role="status">
      <Suspense>{absence && <AbsenceLine absence={absence} onClose={absences.dismiss} />}</Suspense>
    </div>
  );
}

/** The way to every page. */
function Pages() {
  const { t } = useWords();
  const { me } = useSignedIn();
  const row = useHereInSight();
  return (
    <nav ref={row} className={ways.nav} aria-label={t('frame.pages')}>
      <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
        {t('frame.board')}
      </Link>
      {may(me, 'listHorizon') && (
        <Link to="/horizon" activeOptions={{ includeSearch: false }}>
          {t('frame.horizon')}
        </Link>
      )}
      {may(me, 'raiseWarning') && <Link to="/raise">{t('frame.raise')}</Link>}
      {may(me, 'getStatistics') && <Link to="/statistics">{t('frame.statistics')}</Link>}
      <SectionLinks />
    </nav>
  );
}

/** A new page is read from its start: focus follows the address, except on the first load. */
function useFocusOnNavigation(main: React.RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const [first] = useState(pathname);
  const moved = useRef(false);
  useEffect(() => {
    if (pathname !== first) moved.current = true;
    if (moved.current) main.current?.focus({ preventScroll: true });
  }, [pathname, first, main]);
}

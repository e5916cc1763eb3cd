import { lazy, Suspense, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useArrivals } from '../live/arrivals-context.ts';
import { worded } from '../languages/i18n.ts';
import { useMapOpen, useWide } from '../map/map-open.ts';
import { MapButton, MapPanel } from '../map/map-panel.tsx';
import { listQuery, type ListedWarning, type WarningPage } from '../live/queries.ts';
import { useSignedIn } from '../session/signed-in.ts';
import { SendButton } from '../marks/send-button.tsx';
import { Unread } from '../marks/unread.tsx';
import { useShortcut } from '../shortcuts/use-shortcut.ts';
import { useTitle } from '../frame/title.ts';
import { filterCount, noFilter, type BoardFilter } from './board-filter.ts';
import { FilterSummary } from './filter-summary.tsx';
import { byUrgency } from './board-order.ts';
import { Row } from './row.tsx';
import { useRowKeys } from './use-row-keys.ts';
import { Unanswered } from './unanswered.tsx';
import styles from './board.module.css';

const AnswerByKey = lazy(() =>
  import('./answer-by-key.tsx').then(({ AnswerByKey: component }) => ({ default: component })),
);
const Filters = lazy(
  worded(() => import('./filters.tsx').then(({ Filters: component }) => ({ default: component })), 'shift'),
);

const Greeting = lazy(
  worded(() => import('../start/greeting.tsx').then(({ Greeting: component }) => ({ default: component })), 'starting'),
);
const EmptyBoard = lazy(
  worded(
    () => import('../start/empty-board.tsx').then(({ EmptyBoard: component }) => ({ default: component })),
    'starting',
  ),
);

/** The live board: every warning the reader may see that the filter lets through, newest first. */
export function Board() {
  const { t } = useTranslation();
  const { me, call } = useSignedIn();
  const filter: BoardFilter = { ...noFilter, ...useSearch({ strict: false }) };
  const navigate = useNavigate();
  const list = useInfiniteQuery({ ...listQuery(call, filter), placeholderData: (old) => old });
  const [wasRead] = useState(!list.isPending);
  const urgent = filter.order === 'urgency';
  const warnings = useOrdered(list.data, urgent);
  useAll(list, urgent);
  const count = filterCount(filter);
  useTitle(t('board.title'));
  useRowKeys();
  const change = (next: BoardFilter): void => void navigate({ to: '/', search: next, replace: true });
  const wide = useWide();
  const [mapOpen, openMap] = useMapOpen();
  const map = <MapPanel open={mapOpen} filter={filter} onChange={change} />;
  return (
    <div className={styles.board} data-map={mapOpen || undefined}>
      <Narrowing filter={filter} onChange={change}>
        <MapButton open={mapOpen} onChange={openMap} />
      </Narrowing>
      {!wide && map}
      <div className={styles.warnings}>
        {me.organisation.kind === 'coordinator' && (
          <Suspense>
            <Greeting />
          </Suspense>
        )}
        <Unanswered warnings={warnings} more={list.hasNextPage} certain={list.isSuccess && !list.isPlaceholderData} />
        <Suspense>
          <AnswerByKey />
        </Suspense>
        <Unread of={list} />
        <Opening of={list} />
        {list.data && (
          <List warnings={warnings} filtered={count > 0} renewing={list.isPlaceholderData} wasRead={wasRead} />
        )}
        {list.hasNextPage && (
          <SendButton variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('board.earlier')}
          </SendButton>
        )}
      </div>
      {wide && map}
    </div>
  );
}

/** What was read, in the order that is asked for. */
function useOrdered(data: { pages: WarningPage[] } | undefined, urgent: boolean): ListedWarning[] {
  return useMemo(() => {
    const found = (data?.pages ?? []).flatMap((page) => page.data);
    return urgent ? found.toSorted(byUrgency) : found;
  }, [data, urgent]);
}

/** Says that rows are on their way. */
function Opening({ of }: { of: Pick<UseInfiniteQueryResult, 'isPending' | 'isPlaceholderData'> }) {
  const { t } = useTranslation();
  if (!of.isPending && !of.isPlaceholderData) return null;
  return <p role="status">{t('frame.opening')}</p>;
}

/** Reads all pages: in an order of our own the first may stand on the last. */
function useAll(
  list: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetching' | 'isError' | 'fetchNextPage'>,
  wanted: boolean,
): void {
  const { hasNextPage, isFetching, isError, fetchNextPage } = list;
  useEffect(() => {
    if (wanted && hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [wanted, hasNextPage, isFetching, isError, fetchNextPage]);
}

interface NarrowingProps {
  filter: BoardFilter;
  onChange: (filter: BoardFilter) => void;
  /** Other buttons beside its own. */
  children: React.ReactNode;
}

/** The page's heading beside the way to its filters, and what is set in them. */
function Narrowing({ filter, onChange, children }: NarrowingProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  /** How often the key was pressed that leads to the text. */
  const [typing, setTyping] = useState(0);
  const filterButton = useRef<HTMLButtonElement>(null);
  useShortcut('/', () => {
    setOpen(true);
    setTyping(typing + 1);
  });
  const count = filterCount(filter);
  const takeOff = (next: BoardFilter): void => {
    onChange(next);
    // The button that took it off is gone, and held the focus.
    filterButton.current?.focus();
  };
  return (
    <>
      <div className={styles.top}>
        <h1>{t('board.title')}</h1>
        {children}
        <button
          type="button"
          ref={filterButton}
          className={styles.filterButton}
          aria-expanded={open}
          aria-controls="filters"
          onClick={() => {
            setOpen(!open);
            setTyping(0);
          }}
        >
          {count === 0 ? t('board.filter') : t('board.filterSet', { count })}
        </button>
      </div>
      <div id="filters" hidden={!open}>
        {open && (
          <Suspense fallback={<p role="status">{t('frame.opening')}</p>}>
            <Filters key={typing} filter={filter} onChange={onChange} typing={typing > 0} />
          </Suspense>
        )}
      </div>
      {count > 0 && <FilterSummary filter={filter} onChange={takeOff} />}
    </>
  );
}

interface ListProps {
  warnings: readonly ListedWarning[];
  filtered: boolean;
  /** These are the rows of the filter before; those of the new one are on their way. */
  renewing: boolean;
  /** The rows were there before the page: whoever comes back finds their place among all of them. */
  wasRead: boolean;
}

/** Rows of the first view: they are shown before the others are made. */
const firstRows = 10;

function List({ warnings, filtered, renewing, wasRead }: ListProps) {
  const { t } = useTranslation();
  const all = useDeferredValue(true, wasRead);
  const arrivals = useArrivals();
  if (warnings.length === 0) {
    return (
      <div className={styles.empty}>
        <p>{filtered ? t('board.emptyFiltered') : t('board.empty')}</p>
        {!filtered && (
          <Suspense>
            <EmptyBoard />
          </Suspense>
        )}
      </div>
    );
  }
  return (
    <ol className={styles.list} aria-label={t('board.title')} aria-busy={renewing}>
      {(all ? warnings : warnings.slice(0, firstRows)).map((warning) => (
        <li key={warning.id}>
          <Row warning={warning} isNew={arrivals.has(warning.id)} />
        </li>
      ))}
    </ol>
  );
}

import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { worded } from '../languages/i18n.ts';
import { useWords } from '../languages/words.tsx';
import { useMapOpen, useWide } from '../map/map-open.ts';
import { MapButton, MapPanel } from '../map/map-panel.tsx';
import { listQuery, type ListedWarning, type WarningPage } from '../live/queries.ts';
import { useSignedIn } from '../session/signed-in.ts';
import { SendButton } from '../marks/send-button.tsx';
import { Unread } from '../marks/unread.tsx';
import { useTitle } from '../frame/title.ts';
import { filterCount, noFilter, type BoardFilter } from './board-filter.ts';
import { BoardNarrowing } from './board-narrowing.tsx';
import { byUrgency } from './board-order.ts';
import { List } from './list.tsx';
import { useRowKeys } from './use-row-keys.ts';
import type { Sought } from './rows.ts';
import { Unanswered } from './unanswered.tsx';
import styles from './board.module.css';

const AnswerByKey = lazy(() =>
  import('./answer-by-key.tsx').then(({ AnswerByKey: component }) => ({ default: component })),
);
const Greeting = lazy(
  worded(() => import('../start/greeting.tsx').then(({ Greeting: component }) => ({ default: component })), 'starting'),
);
/** The live board: every warning the reader may see that the filter lets through, newest first. */
export function Board() {
  const { t } = useWords();
  const filter: BoardFilter = { ...noFilter, ...useSearch({ strict: false }) };
  const navigate = useNavigate();
  useTitle(t('board.title'));
  useRowKeys();
  const change = (next: BoardFilter): void => void navigate({ to: '/', search: next, replace: true });
  const wide = useWide();
  const [mapOpen, openMap] = useMapOpen();
  const map = <MapPanel open={mapOpen} filter={filter} onChange={change} />;
  return (
    <div className={styles.board} data-map={mapOpen || undefined}>
      <BoardNarrowing filter={filter} onChange={change} beside={<MapButton open={mapOpen} onChange={openMap} />} />
      {!wide && map}
      <Warnings filter={filter} />
      {wide && map}
    </div>
  );
}

/** The warnings, under what is to be said of them together. */
function Warnings({ filter }: { filter: BoardFilter }) {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const list = useInfiniteQuery({ ...listQuery(call, filter), placeholderData: (old) => old });
  const [wasRead] = useState(!list.isPending);
  const [sought, seek] = useState<Sought>();
  const urgent = filter.order === 'urgency';
  const warnings = useOrdered(list.data, urgent);
  useMore(list, urgent || list.data?.pages.length === 1);
  return (
    <div className={styles.warnings}>
      {me.organisation.kind === 'coordinator' && (
        <Suspense>
          <Greeting />
        </Suspense>
      )}
      <Unanswered
        warnings={warnings}
        more={list.hasNextPage}
        certain={list.isSuccess && !list.isPlaceholderData}
        onSeek={(id) => seek({ id })}
      />
      <Suspense>
        <AnswerByKey />
      </Suspense>
      <Unread of={list} />
      <Opening of={list} />
      {list.data && (
        <List
          rows={{ warnings, more: list.hasNextPage, renewing: list.isPlaceholderData, sought }}
          urgent={urgent}
          filtered={filterCount(filter) > 0}
          wasRead={wasRead}
        />
      )}
      {list.hasNextPage && (
        <SendButton variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('board.earlier')}
        </SendButton>
      )}
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
  const { t } = useWords();
  if (!of.isPending && !of.isPlaceholderData) return null;
  return <p role="status">{t('frame.opening')}</p>;
}

/** Reads on by itself: behind the first view, and to the end in an order of our own, whose first may stand on the last page. */
function useMore(
  list: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetching' | 'isError' | 'fetchNextPage'>,
  wanted: boolean,
): void {
  const { hasNextPage, isFetching, isError, fetchNextPage } = list;
  useEffect(() => {
    if (wanted && hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [wanted, hasNextPage, isFetching, isError, fetchNextPage]);
}

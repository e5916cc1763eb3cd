import { lazy, Suspense, useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { listQuery, type ListedWarning } from '../live/queries.ts';
import { useSignedIn } from '../session/signed-in.ts';
import { useTitle } from '../frame/title.ts';
import { filterCount, noFilter, type BoardFilter } from './board-filter.ts';
import { FilterSummary } from './filter-summary.tsx';
import { Row } from './row.tsx';
import { Unanswered } from './unanswered.tsx';
import styles from './board.module.css';

const Filters = lazy(() => import('./filters.tsx').then(({ Filters: component }) => ({ default: component })));

/** The live board: every warning the reader may see that the filter lets through, newest first. */
export function Board() {
  const { t } = useTranslation();
  const { call } = useSignedIn();
  const filter: BoardFilter = { ...noFilter, ...useSearch({ strict: false }) };
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const list = useInfiniteQuery({ ...listQuery(call, filter), placeholderData: (old) => old });
  const warnings = (list.data?.pages ?? []).flatMap(({ data }) => data);
  const count = filterCount(filter);
  useTitle(t('board.title'));
  const change = (next: BoardFilter): void => void navigate({ to: '/', search: next, replace: true });
  return (
    <div className={styles.board}>
      <div className={styles.top}>
        <h1>{t('board.title')}</h1>
        <button
          type="button"
          className={styles.filterButton}
          aria-expanded={open}
          aria-controls="filters"
          onClick={() => setOpen(!open)}
        >
          {count === 0 ? t('board.filter') : t('board.filterSet', { count })}
        </button>
      </div>
      <div id="filters" hidden={!open}>
        {open && (
          <Suspense fallback={<p role="status">{t('frame.opening')}</p>}>
            <Filters filter={filter} onChange={change} />
          </Suspense>
        )}
      </div>
      {count > 0 && <FilterSummary filter={filter} onChange={change} />}
      <Unanswered warnings={warnings} />
      {list.isError && warnings.length === 0 && (
        <p role="alert">
          {t('frame.unreachable')} <Button onClick={() => void list.refetch()}>{t('frame.again')}</Button>
        </p>
      )}
      {list.isPending ? <p role="status">{t('frame.opening')}</p> : <List warnings={warnings} filtered={count > 0} />}
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('board.earlier')}
        </Button>
      )}
    </div>
  );
}

function List({ warnings, filtered }: { warnings: readonly ListedWarning[]; filtered: boolean }) {
  const { t } = useTranslation();
  if (warnings.length === 0) {
    return <p className={styles.empty}>{filtered ? t('board.emptyFiltered') : t('board.empty')}</p>;
  }
  return (
    <ol className={styles.list} aria-label={t('board.title')}>
      {warnings.map((warning) => (
        <li key={warning.id}>
          <Row warning={warning} />
        </li>
      ))}
    </ol>
  );
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { filterRequest, type FilterRequest } from '../../../core/contract/filter.ts';
import { useWords } from '../languages/words.tsx';
import { matchesQuery } from '../live/administration-queries.ts';
import { useRested } from '../live/rested.ts';
import { Unread } from '../marks/unread.tsx';
import { useSignedIn } from '../session/signed-in.ts';
import { MatchCount, Newest } from './match-count.tsx';
import styles from './subscriptions.module.css';

const pause = 700;

/** What a filter that is being chosen would have brought: counted when the choices have rested for a moment. */
export function LiveCount({ filter }: { filter: FilterRequest }) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const text = JSON.stringify(filter);
  const rested = useRested(text, pause);
  const asked = filterRequest.safeParse(JSON.parse(rested));
  const found = useQuery({
    ...matchesQuery(call, asked.success ? [asked.data] : []),
    enabled: asked.success,
    placeholderData: keepPreviousData,
  });
  const match = found.data?.matches[0];
  const isOld = rested !== text || found.isPlaceholderData;
  return (
    <div className={styles.live} data-old={isOld || undefined}>
      <div role="status" aria-busy={isOld}>
        {match && found.data ? (
          <MatchCount match={match} since={found.data.since} />
        ) : (
          !found.isError && <p>{t('matching.counting')}</p>
        )}
      </div>
      <Unread of={found} />
      {match && <Newest match={match} />}
    </div>
  );
}

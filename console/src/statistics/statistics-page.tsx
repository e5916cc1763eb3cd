import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useWords } from '../languages/words.tsx';
import '../theme/input.css';
import { useTitle } from '../frame/title.ts';
import { Unread } from '../marks/unread.tsx';
import { useSignedIn } from '../session/signed-in.ts';
import { ChoiceFields } from './choice-fields.tsx';
import type { StatisticsChoice } from './choice.ts';
import { Figures } from './figures.tsx';
import { statisticsQuery } from './statistics-query.ts';
import styles from './statistics.module.css';

/** What was raised, how soon it was answered and with what: to look at, to print, to take along. */
export function StatisticsPage() {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const { period, since, until, status, organisation }: StatisticsChoice = useSearch({ strict: false });
  const choice: StatisticsChoice = {
    ...(period && { period }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(status && { status }),
    ...(organisation !== undefined && { organisation }),
  };
  const navigate = useNavigate();
  const title = t('statistics.title');
  useTitle(title);
  const found = useQuery({ ...statisticsQuery(call, choice), placeholderData: keepPreviousData });
  return (
    <div className={styles.page}>
      <p className={styles.onPaper}>{me.network.name}</p>
      <h1>{title}</h1>
      <ChoiceFields
        choice={choice}
        onChange={(changed) => void navigate({ to: '/statistics', search: changed as never, replace: true })}
      />
      <Unread of={found} />
      <div className={styles.document} aria-busy={found.isFetching}>
        {found.data && <Figures statistics={found.data} />}
      </div>
    </div>
  );
}

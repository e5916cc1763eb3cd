import { lazy, Suspense } from 'react';
import { worded } from '../languages/i18n.ts';
import { useWords } from '../languages/words.tsx';
import { TocsinError, type Problem as Refused } from '../network.ts';
import styles from './problem.module.css';

const load = worded(() => import('./refusal.tsx'), 'refusing', 'raising');

/** In the reader's language; where its words cannot be loaded, as the network says it. */
const Refusal = lazy(() =>
  load().then(
    ({ Refusal: component }) => ({ default: component }),
    () => ({ default: AsSaid }),
  ),
);

function AsSaid({ problem: { title, detail } }: { problem: Refused }) {
  return (
    <p lang="en">
      <strong>{title}</strong> {detail}
    </p>
  );
}

/** Why something was not done; nothing where nothing failed. */
export function Problem({ error }: { error: Error | null }) {
  const { t } = useWords();
  if (error === null) return null;
  const problem = error instanceof TocsinError ? error.problem : undefined;
  return (
    <div role="alert" className={styles.problem}>
      {problem ? (
        <Suspense>
          <Refusal problem={problem} />
        </Suspense>
      ) : (
        <p>
          <strong>{t('problem.unreachable')}</strong>
        </p>
      )}
    </div>
  );
}

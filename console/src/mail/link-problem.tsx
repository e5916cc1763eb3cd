import { useWords } from '../languages/words.tsx';
import { Problem } from '../marks/problem.tsx';
import { isPassing } from '../network.ts';

/** Why a mailed link does not work, and where there is a new one. Nothing while all is well. */
export function LinkProblem({ error }: { error: Error | null }) {
  const { t } = useWords();
  return (
    <>
      <Problem error={error} />
      {error !== null && !isPassing(error) && (
        <p>
          <a href="/mail">{t('mailPreferences.newLink')}</a>
        </p>
      )}
    </>
  );
}

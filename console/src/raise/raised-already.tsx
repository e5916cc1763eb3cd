import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import { useWords } from '../languages/words.tsx';
import { Headline } from '../marks/headline.tsx';
import problem from '../marks/problem.module.css';
import { isOwn, useSignedIn } from '../session/signed-in.ts';

/** An earlier attempt at this draft was stored though its answer got lost, and the text was changed since. */
export function RaisedAlready({ onAsNew }: { onAsNew: () => void }) {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const found = useQuery({
    queryKey: ['newest warning'],
    queryFn: ({ signal }) =>
      call('listWarnings', { query: { limit: 20, status: ['actual', 'exercise', 'test'] }, signal }),
    staleTime: 0,
  });
  const raised = found.data?.data.find(({ issuer }) => isOwn(me, issuer));
  return (
    <div role="alert" className={problem['problem']}>
      <p>{t('raise.stored')}</p>
      {raised && 'headline' in raised && (
        <p>
          <Link to="/warnings/$id" params={{ id: raised.id }}>
            <Headline {...raised} />
          </Link>
        </p>
      )}
      <p>{t('raise.storedMeans')}</p>
      <Button variant="default" size="sm" onClick={onAsNew}>
        {t('raise.asNew')}
      </Button>
    </div>
  );
}

import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { keys } from '../live/queries.ts';
import { Problem } from '../marks/problem.tsx';
import { may, useSignedIn } from '../session/signed-in.ts';
import styles from './warning.module.css';

/** "Not me": fires the own team's next step now, after one look at what that means. */
export function Escalate({ id, team }: { id: string; team: string | undefined }) {
  const { t } = useTranslation();
  const { me, call } = useSignedIn();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const escalate = useMutation({
    mutationFn: () => call('escalateWarning', { path: { id }, ...(team && { body: { team } }) }),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.warning(id) }),
    onSuccess: () => setAsking(false),
  });
  if (!may(me, 'escalateWarning')) return null;
  if (!asking) {
    return (
      <Button variant="subtle" onClick={() => setAsking(true)}>
        {t('answer.escalate')}
      </Button>
    );
  }
  return (
    <div className={styles.confirm} role="group" aria-label={t('answer.escalate')}>
      <p>{t('answer.escalateMeans')}</p>
      <Problem error={escalate.error} />
      <div className={styles.actions}>
        <Button loading={escalate.isPending} onClick={() => escalate.mutate()} data-autofocus>
          {t('answer.escalateNow')}
        </Button>
        <Button variant="default" onClick={() => setAsking(false)}>
          {t('frame.cancel')}
        </Button>
      </div>
    </div>
  );
}

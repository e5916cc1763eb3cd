import { useState } from 'react';
import { Button } from '@mantine/core';
import { useWords } from '../languages/words.tsx';
import { useCommand } from '../live/command.ts';
import { useFocusBack, useFocusOnArrival } from '../marks/focus.ts';
import { Problem } from '../marks/problem.tsx';
import { SendButton } from '../marks/send-button.tsx';
import { may, useSignedIn } from '../session/signed-in.ts';
import styles from './warning.module.css';

interface Props {
  id: string;
  team: string | undefined;
  onSent: () => void;
}

/** "Not me": fires the own team's next step now, after one look at what that means. */
export function Escalate({ id, team, onSent }: Props) {
  const { t } = useWords();
  const { me } = useSignedIn();
  const [asking, setAsking] = useState(false);
  const opener = useFocusBack<HTMLButtonElement>(asking);
  if (!may(me, 'escalateWarning')) return null;
  if (!asking) {
    return (
      <Button ref={opener} variant="subtle" onClick={() => setAsking(true)}>
        {t('answer.escalate')}
      </Button>
    );
  }
  return <Confirm id={id} team={team} onSent={onSent} onClose={() => setAsking(false)} />;
}

/** Each confirmation is one firing, however often it is sent. */
function Confirm({ id, team, onSent, onClose }: Props & { onClose: () => void }) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const question = useFocusOnArrival<HTMLParagraphElement>();
  const escalate = useCommand(
    id,
    (body: { team?: string }, idempotencyKey) => call('escalateWarning', { path: { id }, body, idempotencyKey }),
    () => {
      onClose();
      onSent();
    },
  );
  return (
    <div className={styles.confirm} role="group" aria-label={t('answer.escalate')}>
      <p ref={question} tabIndex={-1}>
        {t('answer.escalateMeans')}
      </p>
      <Problem error={escalate.error} />
      <div className={styles.actions}>
        <SendButton loading={escalate.isPending} onClick={() => escalate.mutate(team === undefined ? {} : { team })}>
          {t('answer.escalateNow')}
        </SendButton>
        <Button variant="default" onClick={onClose}>
          {t('frame.cancel')}
        </Button>
      </div>
    </div>
  );
}

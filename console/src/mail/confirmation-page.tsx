import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Outside } from '../apply/outside.tsx';
import { useWords } from '../languages/words.tsx';
import { useAction } from '../live/command.ts';
import { useFocusOnArrival } from '../marks/focus.ts';
import { SendButton } from '../marks/send-button.tsx';
import { openNetwork } from '../network.ts';
import { takeMailedToken } from '../session/mailed-token.ts';
import { LinkProblem } from './link-problem.tsx';
import { Preferences, subscriberKey } from './preferences.tsx';
import styles from '../forms/forms.module.css';

/** Where the mail that asks to confirm leads: nothing happens before its button is pressed, because scanners follow links. */
export function ConfirmationPage() {
  const { t } = useWords();
  const [token] = useState(takeMailedToken);
  const [preferences, setPreferences] = useState<string>();
  if (preferences !== undefined) {
    return (
      <Outside title={t('mailPreferences.title')}>
        <Confirmed />
        <Preferences token={preferences} />
      </Outside>
    );
  }
  return (
    <Outside title={t('mailConfirmation.title')}>
      {token === '' ? <p>{t('mailConfirmation.noToken')}</p> : <Question token={token} onConfirmed={setPreferences} />}
    </Outside>
  );
}

function Question({ token, onConfirmed }: { token: string; onConfirmed: (token: string) => void }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const confirm = useAction(
    [],
    () => openNetwork().call('confirmMailSubscriber', { body: { token } }),
    (confirmed) => {
      queries.setQueryData(subscriberKey(confirmed.token), confirmed.subscriber);
      onConfirmed(confirmed.token);
    },
  );
  return (
    <div className={styles.page}>
      <p>{t('mailConfirmation.lead')}</p>
      <LinkProblem error={confirm.error} />
      <SendButton loading={confirm.isPending} onClick={() => confirm.mutate({})}>
        {t('mailConfirmation.confirm')}
      </SendButton>
    </div>
  );
}

function Confirmed() {
  const { t } = useWords();
  const said = useFocusOnArrival<HTMLParagraphElement>();
  return (
    <p ref={said} tabIndex={-1}>
      {t('mailConfirmation.done')}
    </p>
  );
}

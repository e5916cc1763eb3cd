import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { applicationAnswer, type Application } from '../../../core/contract/application.ts';
import { ApplicationFacts, Exchange } from '../coordinator/application-facts.tsx';
import { Confirm } from '../forms/confirm.tsx';
import { TextForm } from '../forms/text-form.tsx';
import { useWords } from '../languages/words.tsx';
import { useAction } from '../live/command.ts';
import { Problem } from '../marks/problem.tsx';
import { SendButton } from '../marks/send-button.tsx';
import { Unread } from '../marks/unread.tsx';
import { openNetwork } from '../network.ts';
import { takeMailedToken } from '../session/mailed-token.ts';
import { Outside } from './outside.tsx';
import styles from '../forms/forms.module.css';

const stale = [['application']];

/** Where the applicant confirms, follows, answers and withdraws: by the token that was mailed to them. */
export function ApplicationPage() {
  const { t } = useWords();
  const [token] = useState(takeMailedToken);
  return (
    <Outside title={t('following.title')}>
      {token === '' ? <p>{t('following.noToken')}</p> : <Following token={token} />}
    </Outside>
  );
}

function Following({ token }: { token: string }) {
  const { t } = useWords();
  const found = useQuery({
    queryKey: ['application'],
    queryFn: ({ signal }) => openNetwork().call('viewApplication', { body: { token }, signal }),
  });
  const application = found.data;
  return (
    <div className={styles.page}>
      <Unread of={found} />
      <p role="status">
        {application ? t(`following.state.${application.state}`) : found.isPending && t('following.opening')}
      </p>
      {application && (
        <>
          <h2>
            <bdi>{application.organisation}</bdi>
          </h2>
          {application.state === 'unconfirmed' && <Confirmation token={token} />}
          <Exchange messages={application.messages} />
          {application.state === 'asked' && <Answer key={application.messages.length} token={token} />}
          <ApplicationFacts application={application} />
          <Withdrawal application={application} token={token} />
        </>
      )}
    </div>
  );
}

function Confirmation({ token }: { token: string }) {
  const { t } = useWords();
  const confirm = useAction(
    stale,
    () => openNetwork().call('confirmApplication', { body: { token } }),
    () => undefined,
  );
  return (
    <div>
      <Problem error={confirm.error} />
      <SendButton loading={confirm.isPending} onClick={() => confirm.mutate({})}>
        {t('following.confirm')}
      </SendButton>
    </div>
  );
}

const answerText = applicationAnswer.pick({ text: true });

function Answer({ token }: { token: string }) {
  const { t } = useWords();
  return (
    <TextForm
      member="text"
      schema={answerText}
      label={t('following.answer')}
      action={t('following.answerIt')}
      stale={stale}
      send={({ text }) => openNetwork().call('answerApplication', { body: { token, text } })}
      onDone={() => undefined}
    />
  );
}

function Withdrawal({ application: { state, organisation }, token }: { application: Application; token: string }) {
  const { t } = useWords();
  if (!['unconfirmed', 'open', 'asked'].includes(state)) return null;
  return (
    <div className={styles.actions}>
      <Confirm
        label={t('following.withdraw')}
        of={organisation}
        means={t('following.withdrawMeans')}
        action={t('following.withdrawIt')}
        stale={stale}
        send={() => openNetwork().call('withdrawApplication', { body: { token } })}
      />
    </div>
  );
}

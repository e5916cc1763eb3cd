import { useEffect, useState } from 'react';
import { TextInput } from '@mantine/core';
import { useWords } from '../languages/words.tsx';
import { Problem } from '../marks/problem.tsx';
import { SendButton } from '../marks/send-button.tsx';
import { openNetwork, type Answer } from '../network.ts';
import { Entry } from './entry.tsx';
import { takeMailedToken } from './mailed-token.ts';
import type { EntryProps } from './entry-props.ts';
import { SomebodyHere } from './somebody-here.tsx';
import { useAttempt } from './use-attempt.ts';
import styles from './sign-in.module.css';

/** What somebody is invited to, and the yes to it. */
export function InvitationPage({ onEnter, onStay }: EntryProps) {
  return (
    <SomebodyHere onStay={onStay}>
      <Invitation onEnter={onEnter} />
    </SomebodyHere>
  );
}

function Invitation({ onEnter }: Pick<EntryProps, 'onEnter'>) {
  const { t } = useWords();
  const [token] = useState(takeMailedToken);
  const [invited, setInvited] = useState<Answer<'viewInvitation'>>();
  const [failure, setFailure] = useState<Error | null>(null);
  const [name, setName] = useState('');
  useEffect(() => {
    openNetwork().call('viewInvitation', { body: { token } }).then(setInvited, setFailure);
  }, [token]);
  const accepting = useAttempt(async () => {
    await openNetwork().call('acceptInvitation', { body: { token, name: name.trim() } });
    onEnter('/account');
  });
  const title = invited ? t('invitation.title', { organisation: invited.organisation.name }) : t('invitation.opening');
  return (
    <Entry title={title}>
      <Problem error={failure} />
      {invited && (
        <form className={styles.form} noValidate onSubmit={accepting.submit}>
          <p className={styles.lead}>
            {invited.invitedBy === null
              ? t('invitation.unnamed', { role: t(`codes.role.${invited.role}.label`) })
              : t('invitation.by', { name: invited.invitedBy, role: t(`codes.role.${invited.role}.label`) })}{' '}
            {t(`codes.role.${invited.role}.definition`)}
          </p>
          <TextInput
            label={t('invitation.name')}
            description={t('invitation.nameHint')}
            autoComplete="name"
            required
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <p className={styles.said}>{t('invitation.address', { address: invited.address })}</p>
          <SendButton type="submit" fullWidth loading={accepting.sending}>
            {t('invitation.accept')}
          </SendButton>
          <Problem error={accepting.error} />
        </form>
      )}
    </Entry>
  );
}

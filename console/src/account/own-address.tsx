import { useState } from 'react';
import { TextInput } from '@mantine/core';
import { useWords } from '../languages/words.tsx';
import { Problem } from '../marks/problem.tsx';
import { SendButton } from '../marks/send-button.tsx';
import { useSignedIn } from '../session/signed-in.ts';
import { useAttempt } from '../session/use-attempt.ts';
import styles from './account.module.css';

/** Asks for another mail address of one's own: a link goes there, and nothing changes before it is opened. */
export function OwnAddress() {
  const { t } = useWords();
  const { call } = useSignedIn();
  const [address, setAddress] = useState('');
  const [asked, setAsked] = useState('');
  const asking = useAttempt(async () => {
    setAsked('');
    const wanted = address.trim();
    await call('askForAddress', { body: { address: wanted } });
    setAsked(wanted);
  });
  return (
    <details>
      <summary>{t('account.changeAddress')}</summary>
      <form className={styles.form} noValidate onSubmit={asking.submit}>
        <TextInput
          type="email"
          label={t('account.newAddress')}
          description={t('account.newAddressHint')}
          autoComplete="email"
          required
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
        <div className={styles.row}>
          <SendButton type="submit" variant="default" loading={asking.sending}>
            {t('account.mailLink')}
          </SendButton>
        </div>
        <p aria-live="polite">{asked !== '' && t('account.linkMailed', { address: asked })}</p>
        <Problem error={asking.error} />
      </form>
    </details>
  );
}

import { useState } from 'react';
import { TextInput } from '@mantine/core';
import { showPasskey, usePasskey } from '../factors/use-passkey.ts';
import { useWords } from '../languages/words.tsx';
import { Problem } from '../marks/problem.tsx';
import { SendButton } from '../marks/send-button.tsx';
import { openNetwork, type Ended } from '../network.ts';
import { Entry } from './entry.tsx';
import { KeyForm } from './key-form.tsx';
import type { Session } from './session.ts';
import { usePasskeyAutofill } from './passkey-autofill.ts';
import { useAttempt } from './use-attempt.ts';
import styles from './sign-in.module.css';

interface Props {
  onSignIn: (session: Session) => void;
  /** Why the network ended the last session. */
  ended: Ended | undefined;
}

/** Sign in with a mailed link, a passkey, or an API key. */
export function SignIn({ onSignIn, ended }: Props) {
  const { t } = useWords();
  const [network] = useState(() => openNetwork());
  const passkey = usePasskey(async () => {
    const options = await network.call('beginPasskeySignIn', {});
    await network.call('signInWithPasskey', { body: { response: await showPasskey(options) } });
    onSignIn({ by: 'cookie' });
  });
  const autofill = usePasskeyAutofill({
    network,
    enabled: !passkey.sending,
    onSignIn: () => onSignIn({ by: 'cookie' }),
  });
  return (
    <Entry title={t('signIn.title')} lead={t('signIn.lead')}>
      {ended && (
        <p role="alert" className={styles.ended}>
          {t(ended === 'suspended' ? 'signIn.failure.suspended' : 'signIn.ended')}
        </p>
      )}
      <LinkForm onFocus={autofill.onFocus} />
      <p className={styles.or}>{t('signIn.or')}</p>
      <SendButton variant="default" fullWidth loading={passkey.sending} onClick={passkey.send}>
        {t('signIn.passkey')}
      </SendButton>
      <Problem error={passkey.error ?? autofill.error} />
      <details className={styles.other}>
        <summary>{t('signIn.useKey')}</summary>
        <KeyForm onSignIn={onSignIn} />
      </details>
      <p className={styles.more}>
        {t('signIn.noAccount')} <a href="/apply">{t('signIn.apply')}</a>
      </p>
      <p className={styles.more}>
        <a href="/mail">{t('signIn.byMail')}</a>
      </p>
    </Entry>
  );
}

/** Whoever asks is answered the same: who has the address gets a mail. */
export function LinkForm({ onFocus }: { onFocus?: () => void }) {
  const { t } = useWords();
  const [address, setAddress] = useState('');
  const [asked, setAsked] = useState('');
  const link = useAttempt(async () => {
    await openNetwork().call('requestSignInLink', { body: { address: address.trim() } });
    setAsked(address.trim());
  });
  const provider = useAttempt(async () => {
    const { url } = await openNetwork().call('beginSingleSignOn', { body: { address: address.trim() } });
    window.location.assign(url);
  });
  return (
    <form className={styles.form} noValidate onSubmit={link.submit}>
      <TextInput
        type="email"
        label={t('signIn.address')}
        autoComplete="username webauthn"
        onFocus={onFocus}
        required
        value={address}
        onChange={(event) => setAddress(event.target.value)}
      />
      <SendButton type="submit" loading={link.sending} fullWidth>
        {t('signIn.sendLink')}
      </SendButton>
      <SendButton variant="default" loading={provider.sending} fullWidth onClick={provider.send}>
        {t('signIn.provider')}
      </SendButton>
      <Problem error={link.error ?? provider.error} />
      <div aria-live="polite">
        {asked !== '' && <p className={styles.said}>{t('signIn.linkSent', { address: asked })}</p>}
      </div>
    </form>
  );
}

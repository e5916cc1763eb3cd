import { useState } from 'react';
import { Checkbox, PasswordInput } from '@mantine/core';
import '../theme/input.css';
import '../theme/form.css';
import { useTranslation } from 'react-i18next';
import { BellIcon } from '../frame/icons.tsx';
import { SchemeSwitch } from '../frame/scheme-switch.tsx';
import { useTitle } from '../frame/title.ts';
import { SendButton } from '../marks/send-button.tsx';
import { openNetwork, TocsinError, type Ended } from '../network.ts';
import type { Session } from './session.ts';
import { mayRead } from './signed-in.ts';
import styles from './sign-in.module.css';

interface Props {
  onSignIn: (session: Session) => void;
  /** Why the network ended the last session. */
  ended: Ended | undefined;
}

type Failure = 'empty' | 'unknown' | 'unreadable' | 'suspended' | 'unreachable';

/** Sign in by pasting an API key. */
export function SignIn({ onSignIn, ended }: Props) {
  const { t } = useTranslation();
  useTitle(t('signIn.title'));
  return (
    <div className={styles.page}>
      <main className={styles.card}>
        <p className={styles.name}>
          <BellIcon /> {t('frame.name')}
        </p>
        <h1>{t('signIn.title')}</h1>
        <p className={styles.lead}>{t('signIn.lead')}</p>
        {ended && (
          <p role="alert" className={styles.ended}>
            {t(ended === 'suspended' ? 'signIn.failure.suspended' : 'signIn.ended')}
          </p>
        )}
        <KeyForm onSignIn={onSignIn} />
      </main>
      <footer className={styles.foot}>
        <p>{t('frame.notANotice')}</p>
        <SchemeSwitch />
      </footer>
    </div>
  );
}

/** The key is tried before it is kept. */
function KeyForm({ onSignIn }: Pick<Props, 'onSignIn'>) {
  const { t } = useTranslation();
  const [key, setKey] = useState('');
  const [kept, setKept] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [trying, setTrying] = useState(false);
  const submit = async (): Promise<void> => {
    const token = key.trim();
    setTrying(true);
    const found = token === '' ? 'empty' : await failureOf(token);
    setTrying(false);
    setFailure(found);
    if (found === undefined) onSignIn({ token, kept });
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <PasswordInput
        label={t('signIn.key')}
        description={t('signIn.keyHint')}
        autoComplete="off"
        spellCheck={false}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showKey'), tabIndex: 0 }}
        error={failure && t(`signIn.failure.${failure}`)}
        errorProps={{ role: 'alert' }}
        value={key}
        onChange={(event) => setKey(event.target.value)}
      />
      <Checkbox
        label={t('signIn.keep')}
        description={t('signIn.keepHint')}
        checked={kept}
        onChange={(event) => setKept(event.target.checked)}
      />
      <SendButton type="submit" loading={trying} fullWidth>
        {t('signIn.submit')}
      </SendButton>
    </form>
  );
}

async function failureOf(token: string): Promise<Failure | undefined> {
  // A header holds no other characters; a key with them was pasted wrongly.
  if (!/^[\x21-\x7e]+$/.test(token)) return 'unknown';
  try {
    const me = await openNetwork(token).call('getMe', {});
    return mayRead(me) ? undefined : 'unreadable';
  } catch (error) {
    if (!(error instanceof TocsinError)) throw error;
    if (error.code === 'suspended') return 'suspended';
    return error.code === 'unauthorized' ? 'unknown' : 'unreachable';
  }
}

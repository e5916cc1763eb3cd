import { useState } from 'react';
import { Button, Checkbox, PasswordInput } from '@mantine/core';
import '../theme/input.css';
import '../theme/form.css';
import { useTranslation } from 'react-i18next';
import { BellIcon } from '../frame/icons.tsx';
import { SchemeSwitch } from '../frame/scheme-switch.tsx';
import { openNetwork, TocsinError } from '../network.ts';
import type { Session } from './session.ts';
import styles from './sign-in.module.css';

interface Props {
  onSignIn: (session: Session) => void;
  /** The last session ended because its key was not taken any more. */
  refused: boolean;
}

type Failure = 'empty' | 'unknown' | 'suspended' | 'unreachable';

/** Sign in by pasting an API key. */
export function SignIn({ onSignIn, refused }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.page}>
      <main className={styles.card}>
        <p className={styles.name}>
          <BellIcon /> {t('frame.name')}
        </p>
        <h1>{t('signIn.title')}</h1>
        <p className={styles.lead}>{t('signIn.lead')}</p>
        {refused && (
          <p role="alert" className={styles.ended}>
            {t('signIn.ended')}
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
        autoComplete="current-password"
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
      <Button type="submit" loading={trying} fullWidth>
        {t('signIn.submit')}
      </Button>
    </form>
  );
}

async function failureOf(token: string): Promise<Failure | undefined> {
  // A header holds no other characters; a key with them was pasted wrongly.
  if (!/^[\x21-\x7e]+$/.test(token)) return 'unknown';
  try {
    await openNetwork(token).call('getMe', {});
    return undefined;
  } catch (error) {
    if (!(error instanceof TocsinError)) throw error;
    if (error.code === 'suspended') return 'suspended';
    return error.code === 'unauthorized' ? 'unknown' : 'unreachable';
  }
}

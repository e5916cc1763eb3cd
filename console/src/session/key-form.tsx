import { useState } from 'react';
import { Checkbox, PasswordInput } from '@mantine/core';
import { useWords } from '../languages/words.tsx';
import { SendButton } from '../marks/send-button.tsx';
import { openNetwork, TocsinError } from '../network.ts';
import type { Session } from './session.ts';
import { mayRead } from './signed-in.ts';
import styles from './sign-in.module.css';

type Failure = 'empty' | 'unknown' | 'unreadable' | 'suspended' | 'unreachable';

/** The key is tried before it is kept. */
export function KeyForm({ onSignIn }: { onSignIn: (session: Session) => void }) {
  const { t } = useWords();
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
    if (found === undefined) onSignIn({ by: 'key', token, kept });
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

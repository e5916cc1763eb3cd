import { useCallback, useEffect, useState } from 'react';
import { TextInput } from '@mantine/core';
import { useWords } from '../languages/words.tsx';
import { Problem } from '../marks/problem.tsx';
import { SendButton } from '../marks/send-button.tsx';
import { needsStepUp, type Answer, type Call } from '../network.ts';
import { useAttempt } from '../session/use-attempt.ts';
import { AddFactor } from './add-factor.tsx';
import { showPasskey, usePasskey } from './use-passkey.ts';
import styles from './factors.module.css';

interface Props {
  call: Call;
  /** A passkey or a code was shown, or a first one made, which is the same. */
  onShown: () => void;
}

/** Shows one of the factors that a person has; who has none yet adds one here. */
export function ShowFactor({ call, onShown }: Props) {
  const { t } = useWords();
  const { factors, failure, isAddedElsewhere, callAdding } = useFactors(call);
  if (!factors) return failure ? <Problem error={failure} /> : <p role="status">{t('frame.opening')}</p>;
  if (factors.passkeys.length === 0 && factors.totp === null) {
    return (
      <div className={styles.stack}>
        <p>{t('factors.noneYet')}</p>
        <AddFactor call={callAdding} onAdded={onShown} />
      </div>
    );
  }
  return (
    <div className={styles.stack}>
      {isAddedElsewhere && <p role="alert">{t('factors.addedElsewhere')}</p>}
      {factors.passkeys.length > 0 && <PasskeyButton call={call} onShown={onShown} />}
      {factors.totp && <CodeForm kind="totp" call={call} onShown={onShown} />}
      {factors.recoveryCodes > 0 && (
        <details>
          <summary>{t('factors.lost')}</summary>
          <CodeForm kind="recoveryCode" call={call} onShown={onShown} />
        </details>
      )}
    </div>
  );
}

/** The factors of whoever asks; read anew when one is to be added first and another window has added one meanwhile. */
function useFactors(call: Call) {
  const [factors, setFactors] = useState<Answer<'getFactors'>>();
  const [failure, setFailure] = useState<Error | null>(null);
  const [isAddedElsewhere, setAddedElsewhere] = useState(false);
  const read = useCallback((): void => {
    call('getFactors', {}).then(setFactors, setFailure);
  }, [call]);
  useEffect(read, [read]);
  const callAdding: Call = async (id, input) => {
    try {
      return await call(id, input);
    } catch (error) {
      if (needsStepUp(error)) {
        setAddedElsewhere(true);
        read();
      }
      throw error;
    }
  };
  return { factors, failure, isAddedElsewhere, callAdding };
}

function PasskeyButton({ call, onShown }: Props) {
  const { t } = useWords();
  const passkey = usePasskey(async () => {
    const options = await call('beginStepUp', {});
    await call('stepUp', { body: { passkey: await showPasskey(options) } });
    onShown();
  });
  return (
    <>
      <SendButton fullWidth loading={passkey.sending} onClick={passkey.send}>
        {t('factors.showPasskey')}
      </SendButton>
      <Problem error={passkey.error} />
    </>
  );
}

function CodeForm({ kind, call, onShown }: Props & { kind: 'totp' | 'recoveryCode' }) {
  const { t } = useWords();
  const [code, setCode] = useState('');
  const showing = useAttempt(async () => {
    await call('stepUp', { body: { [kind]: code } });
    onShown();
  });
  return (
    <form className={styles.stack} noValidate onSubmit={showing.submit}>
      <TextInput
        label={t(`factors.${kind}`)}
        inputMode={kind === 'totp' ? 'numeric' : 'text'}
        autoComplete={kind === 'totp' ? 'one-time-code' : 'off'}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <SendButton type="submit" variant="default" fullWidth loading={showing.sending}>
        {t('factors.showCode')}
      </SendButton>
      <Problem error={showing.error} />
    </form>
  );
}

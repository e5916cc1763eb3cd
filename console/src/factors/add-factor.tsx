import { useState } from 'react';
import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Problem } from '../marks/problem.tsx';
import { SendButton } from '../marks/send-button.tsx';
import type { Call } from '../network.ts';
import { useAttempt } from '../session/use-attempt.ts';
import { RecoveryCodes } from './recovery-codes.tsx';
import { TotpForm } from './totp-form.tsx';
import { isCancelled, makePasskey } from './use-passkey.ts';
import styles from './factors.module.css';

interface Props {
  call: Call;
  onAdded: () => void;
  /** Codes of an app are there already. */
  withoutTotp?: boolean;
}

/** Adds a passkey, or an app that makes codes. */
export function AddFactor({ call, onAdded, withoutTotp = false }: Props) {
  const { t } = useTranslation();
  const [codes, setCodes] = useState<readonly string[]>([]);
  if (codes.length > 0) return <RecoveryCodes codes={codes} onKept={onAdded} />;
  return (
    <div className={styles.stack}>
      <PasskeyForm call={call} onAdded={onAdded} />
      {!withoutTotp && (
        <details>
          <summary>{t('factors.addTotp')}</summary>
          <TotpForm call={call} onConfirmed={(made) => (made.length > 0 ? setCodes(made) : onAdded())} />
        </details>
      )}
    </div>
  );
}

function PasskeyForm({ call, onAdded }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState<string>(t('factors.thisDevice'));
  const adding = useAttempt(async () => {
    try {
      const options = await call('beginPasskey', {});
      await call('addPasskey', { body: { name: name.trim(), response: await makePasskey(options) } });
      onAdded();
    } catch (error) {
      if (!isCancelled(error)) throw error;
    }
  });
  return (
    <form className={styles.stack} noValidate onSubmit={adding.submit}>
      <TextInput
        label={t('factors.passkeyName')}
        description={t('factors.passkeyHint')}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <SendButton type="submit" loading={adding.sending}>
        {t('factors.addPasskey')}
      </SendButton>
      <Problem error={adding.error} />
    </form>
  );
}

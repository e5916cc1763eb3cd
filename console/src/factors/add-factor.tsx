import { useWords } from '../languages/words.tsx';
import { Problem } from '../marks/problem.tsx';
import { SendButton } from '../marks/send-button.tsx';
import type { Call } from '../network.ts';
import { TotpForm } from './totp-form.tsx';
import { makePasskey, usePasskey } from './use-passkey.ts';
import styles from './factors.module.css';

interface Props {
  call: Call;
  onAdded: () => void;
  /** Codes of an app are there already. */
  withoutTotp?: boolean;
}

/** Adds a passkey, named by the device until somebody says otherwise, or an app that makes codes. */
export function AddFactor({ call, onAdded, withoutTotp = false }: Props) {
  const { t } = useWords();
  const adding = usePasskey(async () => {
    const options = await call('beginPasskey', {});
    await call('addPasskey', { body: { response: await makePasskey(options) } });
    onAdded();
  });
  return (
    <div className={styles.stack}>
      <SendButton loading={adding.sending} onClick={adding.send}>
        {t('factors.addPasskey')}
      </SendButton>
      <Problem error={adding.error} />
      {!withoutTotp && (
        <details>
          <summary>{t('factors.addTotp')}</summary>
          <TotpForm call={call} onConfirmed={onAdded} />
        </details>
      )}
    </div>
  );
}

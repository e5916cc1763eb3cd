import { useState } from 'react';
import { TextInput } from '@mantine/core';
import { useWords } from '../languages/words.tsx';
import { Problem } from '../marks/problem.tsx';
import { SendButton } from '../marks/send-button.tsx';
import type { Answer, Call } from '../network.ts';
import { useAttempt } from '../session/use-attempt.ts';
import { useShowCodes } from './recovery-codes.ts';
import styles from './factors.module.css';

/** Sets up an app that makes one-time codes: its secret as a picture and as text, and a code to confirm it. */
export function TotpForm({ call, onConfirmed }: { call: Call; onConfirmed: () => void }) {
  const { t } = useWords();
  const showCodes = useShowCodes();
  const [begun, setBegun] = useState<{ secret: Answer<'beginTotp'>; picture: string }>();
  const [code, setCode] = useState('');
  const beginning = useAttempt(async () => {
    const secret = await call('beginTotp', {});
    const { renderSVG } = await import('uqr');
    setBegun({ secret, picture: `data:image/svg+xml,${encodeURIComponent(renderSVG(secret.uri))}` });
  });
  const confirming = useAttempt(async () => {
    const { recoveryCodes } = await call('confirmTotp', { body: { code } });
    if (recoveryCodes.length > 0) await showCodes(recoveryCodes);
    onConfirmed();
  });
  if (!begun) {
    return (
      <div className={styles.stack}>
        <p>{t('factors.totpWhat')}</p>
        <SendButton variant="default" loading={beginning.sending} onClick={beginning.send}>
          {t('factors.beginTotp')}
        </SendButton>
        <Problem error={beginning.error} />
      </div>
    );
  }
  return (
    <form className={styles.stack} noValidate onSubmit={confirming.submit}>
      <p>{t('factors.scan')}</p>
      <img className={styles.picture} src={begun.picture} alt={t('factors.picture')} width={200} height={200} />
      <p>
        {t('factors.secret')}{' '}
        <code className={styles.secret} data-totp>
          {begun.secret.secret}
        </code>
      </p>
      <TextInput
        label={t('factors.totp')}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <SendButton type="submit" loading={confirming.sending}>
        {t('factors.confirmTotp')}
      </SendButton>
      <Problem error={confirming.error} />
    </form>
  );
}

import { AddFactor } from '../factors/add-factor.tsx';
import { useShowCodes } from '../factors/recovery-codes.ts';
import { useWords } from '../languages/words.tsx';
import { Moment } from '../marks/moment.tsx';
import { Problem } from '../marks/problem.tsx';
import { SendButton } from '../marks/send-button.tsx';
import type { Answer } from '../network.ts';
import { useSignedIn } from '../session/signed-in.ts';
import { useAttempt } from '../session/use-attempt.ts';
import { OwnPasskey } from './own-passkey.tsx';
import { RemoveButton } from './remove-button.tsx';
import styles from './account.module.css';

interface Props {
  factors: Answer<'getFactors'>;
  onChanged: () => void;
}

export function OwnFactors({ factors, onChanged }: Props) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const { passkeys, totp } = factors;
  const bare = passkeys.length === 0 && totp === null;
  const add = <AddFactor call={call} onAdded={onChanged} withoutTotp={totp !== null} />;
  return (
    <section className={styles.section} aria-labelledby="factors">
      <h2 id="factors">{t('account.protection')}</h2>
      {bare && <p className={styles.attention}>{t('account.unprotected')}</p>}
      <ul className={styles.list}>
        {passkeys.map((passkey) => (
          <OwnPasskey key={passkey.id} passkey={passkey} onChanged={onChanged} />
        ))}
        {totp && (
          <li>
            <span>
              <strong>{t('account.app')}</strong>
              <br />
              {t('account.added')} <Moment at={totp.confirmedAt} />
            </span>
            <RemoveButton label={t('account.removeTotp')} remove={() => call('removeTotp', {})} onRemoved={onChanged} />
          </li>
        )}
      </ul>
      {bare ? (
        add
      ) : (
        <details>
          <summary>{t('account.addAnother')}</summary>
          {add}
        </details>
      )}
      {!bare && <OwnRecoveryCodes left={factors.recoveryCodes} onChanged={onChanged} />}
    </section>
  );
}

function OwnRecoveryCodes({ left, onChanged }: { left: number; onChanged: () => void }) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const showCodes = useShowCodes();
  const making = useAttempt(async () => {
    await showCodes((await call('makeRecoveryCodes', {})).recoveryCodes);
    onChanged();
  });
  return (
    <div className={styles.row}>
      <span>{t('account.codesLeft', { count: left })}</span>
      <SendButton variant="default" loading={making.sending} onClick={making.send}>
        {t('account.newCodes')}
      </SendButton>
      <Problem error={making.error} />
    </div>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AddFactor } from '../factors/add-factor.tsx';
import { RecoveryCodes } from '../factors/recovery-codes.tsx';
import { Moment } from '../marks/moment.tsx';
import { Problem } from '../marks/problem.tsx';
import { SendButton } from '../marks/send-button.tsx';
import type { Answer } from '../network.ts';
import { useSignedIn } from '../session/signed-in.ts';
import { useAttempt } from '../session/use-attempt.ts';
import styles from './account.module.css';

interface Props {
  factors: Answer<'getFactors'>;
  onChanged: () => void;
}

export function OwnFactors({ factors, onChanged }: Props) {
  const { t } = useTranslation();
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
          <PasskeyRow key={passkey.id} passkey={passkey} onRemoved={onChanged} />
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

function PasskeyRow({ passkey, onRemoved }: { passkey: Props['factors']['passkeys'][number]; onRemoved: () => void }) {
  const { t } = useTranslation();
  const { call } = useSignedIn();
  const { id, name, createdAt, lastUsedAt } = passkey;
  return (
    <li>
      <span>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <br />
        {t('account.added')} <Moment at={createdAt} /> ·{' '}
        {lastUsedAt === null ? (
          t('account.never')
        ) : (
          <>
            {t('account.lastUsed')} <Moment at={lastUsedAt} />
          </>
        )}
      </span>
      <RemoveButton
        label={t('account.removePasskey', { name })}
        remove={() => call('removePasskey', { path: { id } })}
        onRemoved={onRemoved}
      />
    </li>
  );
}

function RemoveButton(props: { label: string; remove: () => Promise<unknown>; onRemoved: () => void }) {
  const { t } = useTranslation();
  const removing = useAttempt(async () => {
    await props.remove();
    props.onRemoved();
  });
  return (
    <span>
      <SendButton variant="default" aria-label={props.label} loading={removing.sending} onClick={removing.send}>
        {t('account.remove')}
      </SendButton>
      <Problem error={removing.error} />
    </span>
  );
}

function OwnRecoveryCodes({ left, onChanged }: { left: number; onChanged: () => void }) {
  const { t } = useTranslation();
  const { call } = useSignedIn();
  const [codes, setCodes] = useState<readonly string[]>([]);
  const making = useAttempt(async () => setCodes((await call('makeRecoveryCodes', {})).recoveryCodes));
  if (codes.length > 0) {
    const done = (): void => {
      setCodes([]);
      onChanged();
    };
    return <RecoveryCodes codes={codes} onKept={done} />;
  }
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

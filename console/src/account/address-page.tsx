import { useWords } from '../languages/words.tsx';
import '../theme/form.css';
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTitle } from '../frame/title.ts';
import { Problem } from '../marks/problem.tsx';
import { SendButton } from '../marks/send-button.tsx';
import { takeMailedToken } from '../session/mailed-token.ts';
import { useSignedIn } from '../session/signed-in.ts';
import { useAttempt } from '../session/use-attempt.ts';
import styles from './account.module.css';

/** Where the link to a member's new address leads: nothing happens before its button is pressed, because scanners follow links. */
export function AddressPage() {
  const { t } = useWords();
  const { call } = useSignedIn();
  useTitle(t('account.addressTitle'));
  const queries = useQueryClient();
  const [token] = useState(takeMailedToken);
  const [address, setAddress] = useState<string>();
  const taking = useAttempt(async () => {
    const member = await call('takeAddress', { body: { token } });
    setAddress(member.address);
    for (const key of ['account', 'sessions']) void queries.invalidateQueries({ queryKey: [key] });
  });
  return (
    <div className={styles.page}>
      <h1>{t('account.addressTitle')}</h1>
      <section className={styles.section} aria-label={t('account.addressTitle')}>
        {address === undefined && <p>{t('account.addressWhat')}</p>}
        {address === undefined && (
          <div>
            <SendButton loading={taking.sending} onClick={taking.send}>
              {t('account.takeAddress')}
            </SendButton>
          </div>
        )}
        <p aria-live="polite">{address !== undefined && t('account.addressTaken', { address })}</p>
        <Problem error={taking.error} />
        <p>
          <Link to="/account">{t('account.back')}</Link>
        </p>
      </section>
    </div>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../marks/save-file.ts';
import { Problem } from '../marks/problem.tsx';
import { SendButton } from '../marks/send-button.tsx';
import { useSignedIn } from '../session/signed-in.ts';
import { useAttempt } from '../session/use-attempt.ts';
import styles from './account.module.css';

/** All that is kept of oneself, as a file. */
export function OwnData() {
  const { t } = useTranslation();
  const { call } = useSignedIn();
  const fetching = useAttempt(async () => {
    const data = JSON.stringify(await call('getOwnData', {}), null, 2);
    saveFile('tocsin-my-data.json', data, 'application/json');
  });
  return (
    <section className={styles.section} aria-labelledby="data">
      <h2 id="data">{t('account.data')}</h2>
      <p>{t('account.dataWhat')}</p>
      <div>
        <SendButton variant="default" loading={fetching.sending} onClick={fetching.send}>
          {t('account.download')}
        </SendButton>
      </div>
      <Problem error={fetching.error} />
    </section>
  );
}

/** The way out, with what it means before the button that does it. */
export function Leaving() {
  const { t } = useTranslation();
  const { call } = useSignedIn();
  return (
    <section className={styles.section} aria-labelledby="leaving">
      <h2 id="leaving">{t('account.leaving')}</h2>
      <Way what={t('account.leaveWhat')} label={t('account.leave')} go={() => call('leave', {})} />
      <Way what={t('account.eraseWhat')} label={t('account.erase')} go={() => call('eraseMe', {})} />
    </section>
  );
}

function Way({ what, label, go }: { what: string; label: string; go: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const { signOut } = useSignedIn();
  const [asked, setAsked] = useState(false);
  const going = useAttempt(async () => {
    await go();
    signOut();
  });
  return (
    <div className={styles.form}>
      <p>{what}</p>
      <div className={styles.row}>
        {asked ? (
          <SendButton color="red" loading={going.sending} onClick={going.send}>
            {label}: {t('account.sure')}
          </SendButton>
        ) : (
          <SendButton variant="default" onClick={() => setAsked(true)}>
            {label}
          </SendButton>
        )}
      </div>
      <Problem error={going.error} />
    </div>
  );
}

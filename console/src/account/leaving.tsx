import { Confirm } from '../forms/confirm.tsx';
import { useWords } from '../languages/words.tsx';
import { saveFile } from '../marks/save-file.ts';
import { Problem } from '../marks/problem.tsx';
import { SendButton } from '../marks/send-button.tsx';
import { useSignedIn } from '../session/signed-in.ts';
import { useAttempt } from '../session/use-attempt.ts';
import styles from './account.module.css';

/** All that is kept of oneself, as a file. */
export function OwnData() {
  const { t } = useWords();
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

/** The ways out, each with what it means, and one's name to be typed before it is taken. */
export function Leaving() {
  const { t } = useWords();
  const { me, call, signOut } = useSignedIn();
  const shared = { of: me.as.name, typedName: me.as.name, onDone: signOut };
  return (
    <section className={styles.section} aria-labelledby="leaving">
      <h2 id="leaving">{t('account.leaving')}</h2>
      <div className={styles.row}>
        <Confirm
          large
          {...shared}
          label={t('account.leave')}
          means={t('account.leaveMeans')}
          action={t('account.leaveIt')}
          send={() => call('leave', {})}
        />
        <Confirm
          large
          {...shared}
          label={t('account.erase')}
          means={t('account.eraseMeans')}
          action={t('account.eraseIt')}
          send={() => call('eraseMe', {})}
        />
      </div>
    </section>
  );
}

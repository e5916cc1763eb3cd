import { useWords } from '../languages/words.tsx';
import { Moment } from '../marks/moment.tsx';
import { Problem } from '../marks/problem.tsx';
import { SendButton } from '../marks/send-button.tsx';
import type { Answer } from '../network.ts';
import { useSignedIn } from '../session/signed-in.ts';
import { useAttempt } from '../session/use-attempt.ts';
import { deviceName } from './device-name.ts';
import styles from './account.module.css';

type Session = Answer<'listSessions'>['data'][number];

interface Props {
  sessions: readonly Session[];
  onChanged: () => void;
}

export function OwnSessions({ sessions, onChanged }: Props) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const ending = useAttempt(async () => {
    await call('endOtherSessions', {});
    onChanged();
  });
  return (
    <section className={styles.section} aria-labelledby="sessions">
      <h2 id="sessions">{t('account.sessions')}</h2>
      <ul className={styles.list}>
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} onEnded={onChanged} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <div>
          <SendButton variant="default" loading={ending.sending} onClick={ending.send}>
            {t('account.endOthers')}
          </SendButton>
          <Problem error={ending.error} />
        </div>
      )}
    </section>
  );
}

function SessionRow({ session, onEnded }: { session: Session; onEnded: () => void }) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const device = deviceName(session.device, t);
  const ending = useAttempt(async () => {
    await call('endSession', { path: { id: session.id } });
    onEnded();
  });
  return (
    <li>
      <span>
        <strong>{device}</strong> {session.current && <em>({t('account.here')})</em>}
        <br />
        {t('account.since')} <Moment at={session.createdAt} /> · {t('account.lastSeen')}{' '}
        <Moment at={session.lastSeenAt} />
      </span>
      {!session.current && (
        <span>
          <SendButton
            variant="default"
            aria-label={t('account.endSession', { device })}
            loading={ending.sending}
            onClick={ending.send}
          >
            {t('account.end')}
          </SendButton>
          <Problem error={ending.error} />
        </span>
      )}
    </li>
  );
}

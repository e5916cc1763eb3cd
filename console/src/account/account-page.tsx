import { useWords } from '../languages/words.tsx';
import '../theme/input.css';
import '../theme/form.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTitle } from '../frame/title.ts';
import { ownMemberQuery } from '../live/administration-queries.ts';
import { Problem } from '../marks/problem.tsx';
import { useSignedIn } from '../session/signed-in.ts';
import { Leaving, OwnData } from './leaving.tsx';
import { OwnMail } from './own-mail.tsx';
import { OwnFactors } from './own-factors.tsx';
import { OwnSessions } from './own-sessions.tsx';
import { You } from './you.tsx';
import styles from './account.module.css';

/** One's own account: who one is to colleagues, what one shows, where one is signed in, and the way out. */
export function AccountPage() {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  useTitle(t('account.title'));
  const queries = useQueryClient();
  const isMember = me.as.type === 'member';
  const { id } = me.as;
  const member = useQuery({ ...ownMemberQuery(call, id), enabled: isMember });
  const factors = useQuery({ queryKey: ['factors', id], queryFn: () => call('getFactors', {}), enabled: isMember });
  const sessions = useQuery({ queryKey: ['sessions', id], queryFn: () => call('listSessions', {}), enabled: isMember });
  const reread = (): void => {
    for (const key of ['account', 'factors', 'sessions', 'me']) void queries.invalidateQueries({ queryKey: [key] });
  };
  return (
    <div className={styles.page}>
      <h1>{t('account.title')}</h1>
      {!isMember && <p>{t('account.forKeys')}</p>}
      <Problem error={member.error ?? factors.error ?? sessions.error} />
      {member.data && <You member={member.data} onChanged={reread} />}
      {isMember && <OwnMail />}
      {factors.data && <OwnFactors factors={factors.data} onChanged={reread} />}
      {sessions.data && <OwnSessions sessions={sessions.data.data} onChanged={reread} />}
      {isMember && <OwnData />}
      {isMember && <Leaving />}
    </div>
  );
}

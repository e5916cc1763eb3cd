import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../languages/words.tsx';
import { may, useSignedIn } from '../session/signed-in.ts';
import { followsQuery } from './facts.ts';
import styles from './start.module.css';

/** A board without a warning: what belongs on it for whoever looks, and what they can do meanwhile. */
export function EmptyBoard() {
  const { t } = useWords();
  const { me } = useSignedIn();
  const { kind } = me.organisation;
  return (
    <div className={styles.empty}>
      {kind !== 'network' && <p>{t(`start.empty.${kind}`)}</p>}
      {kind === 'platform' && <Following />}
      {may(me, 'raiseWarning') && (
        <p className={styles.ways}>
          {kind === 'cso' && <Link to="/raise">{t('frame.raise')}</Link>}
          <Link to="/practice">{t('start.practise')}</Link>
        </p>
      )}
    </div>
  );
}

function Following() {
  const { t } = useWords();
  const { call } = useSignedIn();
  const follows = useQuery(followsQuery(call));
  if (follows.data !== false) return null;
  return (
    <p className={styles.attention}>
      {t('start.unsubscribed')} <Link to="/organisation/subscriptions">{t('start.toSubscriptions')}</Link>
    </p>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Confirm } from '../forms/confirm.tsx';
import { Facts } from '../forms/facts.tsx';
import { useWords } from '../languages/words.tsx';
import { administration, suppressionsQuery } from '../live/administration-queries.ts';
import { Moment } from '../marks/moment.tsx';
import type { Answer } from '../network.ts';
import { may, useSignedIn } from '../session/signed-in.ts';
import styles from '../forms/forms.module.css';

type Suppression = Answer<'listSuppressions'>['data'][number];

/** Addresses that mail comes back from, where there are any. */
export function Suppressions() {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const { data: found = [] } = useQuery({ ...suppressionsQuery(call), enabled: may(me, 'listSuppressions') });
  if (found.length === 0) return null;
  return (
    <section className={styles.attention} aria-labelledby="suppressions">
      <h2 id="suppressions">{t('suppressions.title')}</h2>
      <p>{t('suppressions.lead')}</p>
      <ul className={styles.list} aria-labelledby="suppressions">
        {found.map((suppression) => (
          <SuppressionItem key={suppression.id} suppression={suppression} />
        ))}
      </ul>
    </section>
  );
}

function SuppressionItem({
  suppression: { id, address, member, reason, answer, createdAt },
}: {
  suppression: Suppression;
}) {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <h3>
          <bdi>{member?.name ?? address}</bdi>
        </h3>
        {member && <bdi className={styles.muted}>{address}</bdi>}
      </div>
      <p>{t(`suppressions.reasons.${reason}.definition`)}</p>
      <Facts
        of={[
          [t('suppressions.since'), <Moment key="since" at={createdAt} />],
          [t('suppressions.said'), <bdi key="said">{answer}</bdi>],
        ]}
      />
      {may(me, 'liftSuppression') && (
        <div className={styles.actions}>
          <Confirm
            label={t('suppressions.again')}
            of={address}
            means={t('suppressions.againMeans')}
            action={t('suppressions.againIt')}
            stale={[administration.suppressions]}
            send={() => call('liftSuppression', { path: { id } })}
          />
        </div>
      )}
    </li>
  );
}

import { useQueries, useQuery } from '@tanstack/react-query';
import { useWords } from '../languages/words.tsx';
import '../theme/input.css';
import '../theme/form.css';
import '../theme/select.css';
import { limits } from '../../../core/contract/limits.ts';
import type { Subscription } from '../../../core/contract/subscription.ts';
import { Opener } from '../forms/opener.tsx';
import { SectionPage } from '../frame/section-page.tsx';
import { matchesQuery, subscriptionsQuery } from '../live/administration-queries.ts';
import { Unread } from '../marks/unread.tsx';
import { may, useSignedIn } from '../session/signed-in.ts';
import { SubscriptionForm } from './subscription-form.tsx';
import { SubscriptionItem } from './subscription-item.tsx';
import { Teams } from './teams.tsx';
import styles from '../forms/forms.module.css';

/** What is brought to an organisation, how much that has been of late, and its teams. */
export function SubscriptionsPage() {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const found = useQuery(subscriptionsQuery(call));
  const subscriptions = found.data ?? [];
  const matchOf = useMatches(subscriptions);
  return (
    <SectionPage of="organisation" title={t('subscriptions.title')}>
      <div className={styles.page}>
        <p className={styles.muted}>
          {t('subscriptions.lead')} {me.organisation.kind === 'platform' && t('subscriptions.expects')}
        </p>
        {may(me, 'addSubscription') && (
          <Opener label={t('subscriptions.add')} main>
            {(close) => <SubscriptionForm onClose={close} />}
          </Opener>
        )}
        <Unread of={found} />
        {found.data?.length === 0 && <p>{t('subscriptions.none')}</p>}
        {subscriptions.length > 0 && (
          <ul className={styles.list} aria-label={t('subscriptions.title')}>
            {subscriptions.map((subscription, index) => (
              <SubscriptionItem key={subscription.id} subscription={subscription} {...matchOf(index)} />
            ))}
          </ul>
        )}
        <Teams />
      </div>
    </SectionPage>
  );
}

/** What each of the list would have matched; as many are counted at once as may be. */
function useMatches(subscriptions: readonly Subscription[]) {
  const { call } = useSignedIn();
  const size = limits.countedFilters;
  const chunks = Array.from({ length: Math.ceil(subscriptions.length / size) }, (_, chunk) =>
    subscriptions.slice(chunk * size, (chunk + 1) * size).map(({ filter }) => filter),
  );
  const counted = useQueries({ queries: chunks.map((filters) => matchesQuery(call, filters)) });
  return (index: number) => {
    const { data } = counted[Math.floor(index / size)] ?? {};
    return { match: data?.matches[index % size], since: data?.since ?? '' };
  };
}

import { useQuery } from '@tanstack/react-query';
import { SectionPage } from '../frame/section-page.tsx';
import { useWords } from '../languages/words.tsx';
import { domainsQuery, singleSignOnQuery } from '../live/administration-queries.ts';
import { Unread } from '../marks/unread.tsx';
import { useSignedIn } from '../session/signed-in.ts';
import { Domains } from './domains.tsx';
import { IdentityProvider } from './identity-provider.tsx';
import styles from '../forms/forms.module.css';

/** How an organisation's people sign in by its own identity provider: domains first, since addresses there are all that it may vouch for. */
export function SingleSignOnPage() {
  const { t } = useWords();
  const { call } = useSignedIn();
  const domains = useQuery(domainsQuery(call));
  const found = useQuery(singleSignOnQuery(call));
  return (
    <SectionPage of="organisation" title={t('singleSignOn.title')}>
      <div className={styles.page}>
        <p className={styles.muted}>{t('singleSignOn.lead')}</p>
        <Unread of={domains} />
        {domains.data && <Domains domains={domains.data.data} />}
        <Unread of={found} />
        {domains.data && found.data && <IdentityProvider found={found.data} domains={domains.data.data} />}
      </div>
    </SectionPage>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Opener } from '../forms/opener.tsx';
import { SectionPage } from '../frame/section-page.tsx';
import { useWords } from '../languages/words.tsx';
import { memberOrganisationsQuery } from '../live/administration-queries.ts';
import { Unread } from '../marks/unread.tsx';
import { may, useSignedIn } from '../session/signed-in.ts';
import { AdmitDirectly } from './admit-directly.tsx';
import { OrganisationItem } from './organisation-item.tsx';
import styles from '../forms/forms.module.css';

/** Everybody in the network, and how they stand. */
export function OrganisationsPage() {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const found = useQuery(memberOrganisationsQuery(call));
  return (
    <SectionPage of="network" title={t('organisations.title')}>
      <div className={styles.page}>
        {may(me, 'admitOrganisation') && (
          <Opener label={t('organisations.admit')} main>
            {(close) => <AdmitDirectly onClose={close} />}
          </Opener>
        )}
        <Unread of={found} />
        <ul className={styles.list} aria-label={t('organisations.title')}>
          {found.data?.map((organisation) => (
            <OrganisationItem key={organisation.id} organisation={organisation} />
          ))}
        </ul>
      </div>
    </SectionPage>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Confirm } from '../forms/confirm.tsx';
import { Opener } from '../forms/opener.tsx';
import { SectionPage } from '../frame/section-page.tsx';
import { useWords } from '../languages/words.tsx';
import { administration, invitationsQuery, membersQuery } from '../live/administration-queries.ts';
import { Due } from '../marks/moment.tsx';
import { Unread } from '../marks/unread.tsx';
import { may, useSignedIn } from '../session/signed-in.ts';
import { Invite } from './invite.tsx';
import { Person } from './person.tsx';
import { Suppressions } from './suppressions.tsx';
import styles from '../forms/forms.module.css';

/** The people of an organisation, and those invited. */
export function PeoplePage() {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const found = useQuery(membersQuery(call));
  const people = found.data ?? [];
  const owners = people.filter(({ role }) => role === 'owner').length;
  return (
    <SectionPage of="organisation" title={t('people.title')}>
      <div className={styles.page}>
        <p className={styles.muted}>{t('people.lead')}</p>
        {may(me, 'invite') && (
          <Opener label={t('people.invite')} main>
            {(close) => <Invite onClose={close} />}
          </Opener>
        )}
        <Suppressions />
        <Unread of={found} />
        <ul className={styles.list} aria-label={t('people.title')}>
          {people.map((person) => (
            <Person key={person.id} person={person} isLastOwner={person.role === 'owner' && owners === 1} />
          ))}
        </ul>
        {may(me, 'listInvitations') && <Invitations />}
      </div>
    </SectionPage>
  );
}

function Invitations() {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const found = useQuery(invitationsQuery(call));
  return (
    <>
      <h2>{t('people.invited')}</h2>
      <Unread of={found} part />
      {found.data?.length === 0 && <p>{t('people.nobodyInvited')}</p>}
      <ul className={styles.list} aria-label={t('people.invited')}>
        {found.data?.map(({ id, address, role, expiresAt, invitedBy }) => (
          <li key={id} className={styles.item}>
            <div className={styles.head}>
              <h3>{address}</h3>
              <span className={styles.state}>{t(`codes.role.${role}.label`)}</span>
            </div>
            <p className={styles.muted}>
              {invitedBy && <>{t('people.invitedBy', { name: invitedBy.name })} </>}
              {t('people.lapses')} <Due at={expiresAt} />
            </p>
            {may(me, 'withdrawInvitation') && (
              <div className={styles.actions}>
                <Confirm
                  label={t('people.withdraw')}
                  of={address}
                  means={t('people.withdrawMeans')}
                  action={t('people.withdrawIt')}
                  stale={[administration.invitations]}
                  send={() => call('withdrawInvitation', { path: { id } })}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

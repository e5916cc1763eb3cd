import type { Colleague } from '../../../core/contract/member.ts';
import { Confirm } from '../forms/confirm.tsx';
import { Facts } from '../forms/facts.tsx';
import { Opener } from '../forms/opener.tsx';
import { useWords } from '../languages/words.tsx';
import { administration } from '../live/administration-queries.ts';
import { Ago } from '../marks/moment.tsx';
import { TlpLabel } from '../marks/tlp-label.tsx';
import { useSignedIn } from '../session/signed-in.ts';
import { ChangePerson } from './change-person.tsx';
import { rulesFor } from './people-rules.ts';
import { TeamNames } from './team-names.tsx';
import styles from '../forms/forms.module.css';

interface Props {
  person: Colleague;
  isLastOwner: boolean;
}

/** One colleague, and what may be done about them. */
export function Person({ person, isLastOwner }: Props) {
  const { t } = useWords();
  const { me } = useSignedIn();
  const { isSelf, red } = rulesFor(me, person, isLastOwner);
  const { passkeys, totp } = person.factors;
  const factors = [passkeys > 0 && t('people.passkeys', { count: passkeys }), totp && t('people.totp')].filter(Boolean);
  return (
    <li className={styles.item} data-member={person.id}>
      <div className={styles.head}>
        <h2>
          <bdi>{person.name}</bdi>
        </h2>
        <span className={styles.state} title={t(`codes.role.${person.role}.definition`)}>
          {t(`codes.role.${person.role}.label`)}
        </span>
        {person.red && <TlpLabel tlp="TLP:RED" of="clearance" />}
        {isSelf && <span className={styles.state}>{t('people.you')}</span>}
      </div>
      <Facts
        of={[
          [t('people.address'), person.address],
          [t('people.teams'), person.teams.length === 0 ? t('people.allTeams') : <TeamNames ids={person.teams} />],
          [t('people.lastSeen'), person.lastSeenAt === null ? t('people.neverSeen') : <Ago at={person.lastSeenAt} />],
          [t('people.factors'), factors.length === 0 ? t('people.noFactors') : factors.join(', ')],
        ]}
      />
      {isLastOwner && red && <p className={styles.muted}>{t('people.lastOwner')}</p>}
      <PersonActions person={person} isLastOwner={isLastOwner} />
    </li>
  );
}

function PersonActions({ person, isLastOwner }: Props) {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const rules = rulesFor(me, person, isLastOwner);
  const { id, name } = person;
  const shared = { of: name, stale: [administration.members] };
  if (!rules.change && !rules.reset && !rules.remove) return null;
  return (
    <div className={styles.actions}>
      {rules.change && (
        <Opener label={t('people.change')} of={name}>
          {(close) => <ChangePerson person={person} rules={rules} onClose={close} />}
        </Opener>
      )}
      {rules.reset && (
        <Confirm
          {...shared}
          label={t('people.reset')}
          means={t('people.resetMeans', { name })}
          action={t('people.resetIt')}
          send={() => call('resetFactors', { path: { id } })}
        />
      )}
      {rules.remove && (
        <Confirm
          {...shared}
          label={t('people.remove')}
          means={t('people.removeMeans', { name })}
          action={t('people.removeIt')}
          send={() => call('removeMember', { path: { id } })}
        />
      )}
    </div>
  );
}

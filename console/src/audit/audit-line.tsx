import { Link } from '@tanstack/react-router';
import { useWords } from '../languages/words.tsx';
import { Moment } from '../marks/moment.tsx';
import { PartyName } from '../marks/party-name.tsx';
import { isOwn, useSignedIn } from '../session/signed-in.ts';
import type { AuditEntry } from './audit-query.ts';
import styles from '../forms/forms.module.css';

/** One entry as a sentence: who, what, about whom, when. */
export function AuditLine({ entry }: { entry: AuditEntry }) {
  const { t } = useWords();
  // A type that the catalogue does not know yet is shown as it is.
  const said = t(`audit.said.${entry.type}` as 'audit.said.key.added', { defaultValue: entry.type });
  return (
    <li className={styles.line} data-type={entry.type}>
      <p>
        <Who entry={entry} /> {said}
        <About entry={entry} />
      </p>
      <p className={styles.muted}>
        <Moment at={entry.at} />
      </p>
    </li>
  );
}

function Who({ entry: { actor } }: { entry: AuditEntry }) {
  const { t } = useWords();
  const { me } = useSignedIn();
  const { member, key, organisation } = actor;
  const named = member ?? key;
  return (
    <>
      <strong>{named ? <bdi>{named.name}</bdi> : <PartyName party={organisation} />}</strong>
      {key && <span className={styles.muted}> ({t('frame.key')})</span>}
      {named && !isOwn(me, organisation) && (
        <>
          , <PartyName party={organisation} />
        </>
      )}
    </>
  );
}

function About({ entry: { actor, about } }: { entry: AuditEntry }) {
  const { t } = useWords();
  const { me } = useSignedIn();
  const organisation = about.organisation && !isOwn(me, about.organisation) ? about.organisation : undefined;
  const member = about.member?.id === actor.member?.id ? undefined : about.member;
  const names = new Set([member, about.key, about.team, about.subscription, organisation].map((one) => one?.name));
  names.delete(undefined);
  return (
    <>
      {names.size > 0 && (
        <>
          {': '}
          <bdi>{[...names].join(', ')}</bdi>
        </>
      )}
      {about.warning && (
        <>
          {': '}
          <Link to="/warnings/$id" params={{ id: about.warning.id }}>
            {t('audit.theWarning', { id: about.warning.id.slice(-6) })}
          </Link>
        </>
      )}
    </>
  );
}

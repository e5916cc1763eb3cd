import { useWords } from '../languages/words.tsx';
import type { Answer, Event } from '../network.ts';
import type { Warning } from '../../../core/contract/warning.ts';
import { PartyName } from '../marks/party-name.tsx';
import { RevisionChanges } from './revision-changes.tsx';
import styles from './warning.module.css';

type Entry = Answer<'getTimeline'>['data'][number];

interface Props {
  event: Entry;
  /** The warning as it stood in the revision before; undefined where that is not shown. */
  before?: Warning | undefined;
}

/** One event in words. A type that this console does not know yet is shown by its name. */
export function Happened({ event, before }: Props) {
  const { t } = useWords();
  // Which data belongs to which type is the contract's word; the page's type does not tie them.
  const told = event as Event;
  switch (told.type) {
    case 'warning.raised':
      return <p>{t('happened.raised')}</p>;
    case 'warning.revised':
      return <Revised {...told.data} before={before} after={told.warning} />;
    case 'warning.cancelled':
      return <Said what={t('happened.cancelled')} text={told.data.reason} />;
    case 'warning.expired':
      return <p>{t('happened.expired')}</p>;
    case 'warning.redacted':
      return <Said what={t('happened.redacted')} text={told.data.reason} />;
    case 'warning.withdrawn':
      return <p>{t('happened.withdrawn')}</p>;
    case 'warning.corroborated':
      return <Corroborated {...told.data} />;
    case 'acknowledgement.changed':
      return <Answered {...told.data} />;
    case 'escalation.fired':
      return <Escalated {...told.data} byHand={told.actor.organisation.kind !== 'network'} />;
    case 'comment.added':
      return <Said what={t('happened.commented')} text={told.data.comment.text} />;
    default:
      return <p>{(told as Entry).type}</p>;
  }
}

type DataOf<T extends Event['type']> = Extract<Event, { type: T }>['data'];

function Said({ what, text }: { what: string; text: string | null | undefined }) {
  return (
    <>
      <p>{what}</p>
      {text && (
        <p className={styles.quote} dir="auto">
          {text}
        </p>
      )}
    </>
  );
}

type RevisedProps = DataOf<'warning.revised'> & { before: Warning | undefined; after: Warning };

function Revised({ changed, reopened, correction, before, after }: RevisedProps) {
  const { t } = useWords();
  const members = changed.map((name) => t(`members.${name}` as 'members.headline', { defaultValue: name }));
  return (
    <>
      <p>
        {t(correction ? 'happened.corrected' : 'happened.revised', { members: members.join(', ') })}{' '}
        {reopened && <strong>{t('happened.reopened')}</strong>}
      </p>
      {before && 'headline' in after && <RevisionChanges before={before} after={after} changed={changed} />}
    </>
  );
}

function Corroborated({ corroboration, edited, withdrawn }: DataOf<'warning.corroborated'>) {
  const { t } = useWords();
  if (withdrawn || corroboration === undefined) return <p>{t('happened.corroborationWithdrawn')}</p>;
  const sighting = t(`happened.sighting.${corroboration.sighting}`);
  return <Said what={edited ? t('happened.edited', { what: sighting }) : sighting} text={corroboration.note} />;
}

function Answered({ acknowledgement, byMail }: DataOf<'acknowledgement.changed'>) {
  const { t } = useWords();
  const { organisation, state, reason, measures, note } = acknowledgement;
  const details = [
    ...(reason ? [t(`codes.reason.${reason}.label`)] : []),
    ...(measures ?? []).map((measure) => t(`codes.measures.${measure}.label`)),
  ];
  return (
    <>
      <p>
        <PartyName party={organisation} />: <strong>{t(`codes.acknowledgementState.${state}.label`)}</strong>
        {details.length > 0 && ` · ${details.join(', ')}`}
        {byMail && ` · ${t('happened.byMail')}`}
      </p>
      {note && (
        <p className={styles.quote} dir="auto">
          {note}
        </p>
      )}
    </>
  );
}

/** `byHand`: somebody in the team asked for the next step, before it was due. */
function Escalated({
  organisation,
  team,
  step,
  of,
  late,
  notified,
  byMail,
  byHand,
}: DataOf<'escalation.fired'> & { byHand: boolean }) {
  const { t } = useWords();
  return (
    <p>
      <PartyName party={organisation} />
      {team.name !== organisation.name && ` (${team.name})`}:{' '}
      {t(byHand ? 'happened.escalatedByHand' : 'happened.escalated', { step, of })}{' '}
      {t('happened.notified', { count: notified })} {late && t('happened.late')}
      {byMail && ` · ${t('happened.byMail')}`}
    </p>
  );
}

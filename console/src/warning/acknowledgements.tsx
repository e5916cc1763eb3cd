import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Acknowledgement } from '../../../core/contract/acknowledgement.ts';
import type { Warning } from '../../../core/contract/warning.ts';
import { useWords } from '../languages/words.tsx';
import { acknowledgementsQuery } from '../live/queries.ts';
import { spellDuration } from '../marks/durations.ts';
import { Waiting } from '../marks/moment.tsx';
import { PartyName } from '../marks/party-name.tsx';
import { Unread } from '../marks/unread.tsx';
import { useSignedIn } from '../session/signed-in.ts';
import { receiptPace, waitsForReceipts } from './receipts.ts';
import styles from './warning.module.css';

/** For the issuer and the coordinator: who has it, has seen it, has answered, and after how long. */
export function Acknowledgements({ warning }: { warning: Warning }) {
  const { t } = useWords();
  const { call } = useSignedIn();
  const found = useQuery({
    ...acknowledgementsQuery(call, warning.id),
    // Receipts are no events: nothing tells that one came.
    refetchInterval: ({ state }) => (waitsForReceipts(warning, state.data) ? receiptPace(warning, Date.now()) : false),
  });
  const all = found.data ?? [];
  const expected = all.filter(({ expected: is }) => is);
  const count = (is: (one: Acknowledgement) => boolean): number => expected.filter(is).length;
  return (
    <section aria-labelledby="acknowledgements" className={styles.panel}>
      <h2 id="acknowledgements">{t('acknowledgements.title')}</h2>
      <Unread part of={found} />
      {found.isPending && <p role="status">{t('frame.opening')}</p>}
      {found.data?.length === 0 && <p>{t('acknowledgements.none')}</p>}
      {expected.length > 0 && (
        <p className={styles.counts}>
          <strong>
            {t('acknowledgements.answered', { count: count(({ state }) => state !== 'pending'), of: expected.length })}
          </strong>{' '}
          <span>{t('acknowledgements.seenBy', { count: count(({ seenAt }) => seenAt !== null) })}</span>{' '}
          <span>{t('acknowledgements.hadBy', { count: count(({ deliveredAt }) => deliveredAt !== null) })}</span>
        </p>
      )}
      <ul className={styles.answers}>
        {all.map((acknowledgement) => (
          <li key={`${acknowledgement.organisation.id} ${acknowledgement.team.id}`} data-state={acknowledgement.state}>
            <One
              acknowledgement={acknowledgement}
              raised={warning.createdAt}
              several={hasSeveral(all, acknowledgement)}
            />
          </li>
        ))}
      </ul>
      {warning.status !== 'actual' && (
        <p>
          <Link to="/warnings/$id/drill" params={{ id: warning.id }}>
            {t('acknowledgements.report')}
          </Link>
        </p>
      )}
    </section>
  );
}

function hasSeveral(all: readonly Acknowledgement[], { organisation }: Acknowledgement): boolean {
  return all.filter((other) => other.organisation.id === organisation.id).length > 1;
}

interface OneProps {
  acknowledgement: Acknowledgement;
  raised: string;
  several: boolean;
}

function One({ acknowledgement, raised, several }: OneProps) {
  const { t } = useWords();
  const { organisation, team, state, expected, waitingSince, escalation } = acknowledgement;
  return (
    <>
      <p className={styles.who}>
        <span>
          <PartyName party={organisation} />
          {several && ` · ${team.name}`}
        </span>
        <strong data-state={state} data-waiting={(state === 'pending' && expected) || undefined}>
          {state === 'pending' && !expected
            ? t('acknowledgements.notExpected')
            : t(`codes.acknowledgementState.${state}.label`)}
        </strong>
      </p>
      <Receipts acknowledgement={acknowledgement} raised={raised} />
      {state === 'pending' && expected && waitingSince && (
        <p className={styles.reading}>
          {t('acknowledgements.waits')} <Waiting since={waitingSince} />
          {escalation &&
            escalation.step > 0 &&
            ` · ${t('acknowledgements.step', { step: escalation.step, of: escalation.of })}`}
        </p>
      )}
      <Details acknowledgement={acknowledgement} />
    </>
  );
}

function Receipts({ acknowledgement, raised }: { acknowledgement: Acknowledgement; raised: string }) {
  const { t, locale } = useWords();
  const { state, deliveredAt, seenAt, acknowledgedAt } = acknowledgement;
  const after = (what: string, at: string): string => {
    const time = spellDuration(Date.parse(at) - Date.parse(raised), locale);
    return `${what} ${t('acknowledgements.after', { time })}`;
  };
  const parts = [
    deliveredAt === null ? t('acknowledgements.notDelivered') : after(t('acknowledgements.delivered'), deliveredAt),
    seenAt === null ? t('acknowledgements.notSeen') : after(t('acknowledgements.seen'), seenAt),
    // What reopened was answered once, and is not any more.
    ...(acknowledgedAt === null || state === 'pending' ? [] : [after(t('acknowledgements.reacted'), acknowledgedAt)]),
  ];
  return <p className={styles.reading}>{parts.join(' · ')}</p>;
}

function Details({ acknowledgement: { reason, measures, usefulness, note } }: { acknowledgement: Acknowledgement }) {
  const { t } = useWords();
  const codes = [
    ...(reason ? [t(`codes.reason.${reason}.label`)] : []),
    ...(measures ?? []).map((measure) => t(`codes.measures.${measure}.label`)),
    ...(usefulness ? [t('acknowledgements.usefulness', { what: t(`codes.usefulness.${usefulness}.label`) })] : []),
  ];
  return (
    <>
      {codes.length > 0 && <p>{codes.join(' · ')}</p>}
      {note && (
        <p className={styles.quote} dir="auto">
          {note}
        </p>
      )}
    </>
  );
}

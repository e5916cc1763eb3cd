import { useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { NativeSelect } from '@mantine/core';
import type { Acknowledgement } from '../../../core/contract/acknowledgement.ts';
import type { Warning } from '../../../core/contract/warning.ts';
import { useWords } from '../languages/words.tsx';
import { acknowledgementsQuery } from '../live/queries.ts';
import { Due, Moment, Waiting } from '../marks/moment.tsx';
import { Unread } from '../marks/unread.tsx';
import { may, useSignedIn } from '../session/signed-in.ts';
import { isDue, ownTeams, toAnswerFirst } from './answers.ts';
import { NextAnswer } from './next-answer.tsx';
import styles from './warning.module.css';

/** A platform's own answer: where it stands, and the next one in a click, or two where it takes a reason. */
export function Answer({ warning }: { warning: Warning }) {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const found = useQuery(acknowledgementsQuery(call, warning.id));
  const teams = ownTeams(me, found.data ?? [], warning);
  const [sent, setSent] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const [acknowledgement, show] = useShownTeam(teams, found.data !== undefined);
  const choose = (team: string): void => {
    show(team);
    setSent(false);
  };
  const due = isDue(warning, acknowledgement);
  const other = due ? undefined : teams.find((one) => one !== acknowledgement && isDue(warning, one));
  return (
    <section aria-labelledby="answer" className={styles.panel} data-waiting={due || undefined}>
      <h2 id="answer" ref={heading} tabIndex={-1}>
        {t('answer.title')}
      </h2>
      {teams.length > 1 && <TeamChoice teams={teams} chosen={acknowledgement} onChoose={choose} />}
      <Unread part of={found} />
      <Standing warning={warning} acknowledgement={acknowledgement} />
      {may(me, 'acknowledgeWarning') && (
        <NextAnswer
          key={acknowledgement?.team.id}
          warning={warning}
          acknowledgement={acknowledgement}
          onBegin={() => setSent(false)}
          onSent={() => setSent(true)}
          onClose={() => heading.current?.focus()}
        />
      )}
      <p role="status" className={styles.reading}>
        {sent && t('answer.sent')}
      </p>
      {other && (
        <button
          type="button"
          className={styles.textButton}
          onClick={() => {
            choose(other.team.id);
            heading.current?.focus();
          }}
        >
          {t('answer.nextTeam', { team: other.team.name })}
        </button>
      )}
    </section>
  );
}

/** The team that is shown stays, also once it has answered: the next press of the same button must not answer for another. */
function useShownTeam(teams: readonly Acknowledgement[], loaded: boolean) {
  const [shown, show] = useState<string>();
  const acknowledgement = teams.find(({ team }) => team.id === shown) ?? toAnswerFirst(teams);
  if (shown === undefined && loaded && acknowledgement) show(acknowledgement.team.id);
  return [acknowledgement, show] as const;
}

interface TeamChoiceProps {
  teams: readonly Acknowledgement[];
  chosen: Acknowledgement | undefined;
  onChoose: (team: string) => void;
}

function TeamChoice({ teams, chosen, onChoose }: TeamChoiceProps) {
  const { t } = useWords();
  return (
    <NativeSelect
      label={t('answer.team')}
      value={chosen?.team.id}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      data={teams.map(({ team }) => ({ value: team.id, label: team.name }))}
    />
  );
}

function Standing({ warning, acknowledgement }: { warning: Warning; acknowledgement: Acknowledgement | undefined }) {
  const { t } = useWords();
  const { me } = useSignedIn();
  if (acknowledgement === undefined || (acknowledgement.state === 'pending' && !acknowledgement.expected)) {
    return (
      <p>
        {t('answer.notExpected')} {may(me, 'acknowledgeWarning') && t('answer.mayBeGiven')}
      </p>
    );
  }
  const { state, since, waitingSince, escalation, revision, assignee } = acknowledgement;
  if (state === 'pending') {
    return (
      <div>
        <p className={styles.due}>
          <strong>{t('answer.waits')}</strong> {waitingSince && <Waiting since={waitingSince} />}
        </p>
        {escalation && escalation.step > 0 && (
          <p>{t('answer.escalated', { step: escalation.step, of: escalation.of })}</p>
        )}
        {escalation?.nextAt && (
          <p>
            {t('answer.escalates')} <Due at={escalation.nextAt} />
          </p>
        )}
      </div>
    );
  }
  return (
    <div>
      <p>
        <strong>{t(`codes.acknowledgementState.${state}.label`)}</strong> · {t('answer.since')} <Moment at={since} />
      </p>
      {assignee && (
        <p>
          {t('answer.assigned')} <bdi>{assignee}</bdi>
        </p>
      )}
      <Details acknowledgement={acknowledgement} />
      {revision < warning.revision && <p className={styles.reading}>{t('answer.revisionAnswered', { revision })}</p>}
    </div>
  );
}

function Details({ acknowledgement: { reason, measures, note } }: { acknowledgement: Acknowledgement }) {
  const { t } = useWords();
  const codes = [
    ...(reason ? [t(`codes.reason.${reason}.label`)] : []),
    ...(measures ?? []).map((measure) => t(`codes.measures.${measure}.label`)),
  ];
  return (
    <>
      {codes.length > 0 && <p>{codes.join(', ')}</p>}
      {note && (
        <p className={styles.quote} dir="auto">
          {note}
        </p>
      )}
    </>
  );
}

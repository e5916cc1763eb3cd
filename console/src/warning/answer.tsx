import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Acknowledgement, AcknowledgementRequest, AnsweredState } from '../../../core/contract/acknowledgement.ts';
import type { Warning } from '../../../core/contract/warning.ts';
import { acknowledgementsQuery, keys } from '../live/queries.ts';
import { Ago, Moment, Waiting } from '../marks/moment.tsx';
import { Problem } from '../marks/problem.tsx';
import { useSignedIn } from '../session/signed-in.ts';
import { AnswerForm } from './answer-form.tsx';
import { nextStates } from './answers.ts';
import { Escalate } from './escalate.tsx';
import styles from './warning.module.css';

/** A platform's own answer: where it stands, and the next one in a click, or two where it takes a reason. */
export function Answer({ warning }: { warning: Warning }) {
  const { t } = useTranslation();
  const { me, call } = useSignedIn();
  const found = useQuery(acknowledgementsQuery(call, warning.id));
  const own = (found.data ?? []).filter(({ organisation }) => organisation.id === me.organisation.id);
  const teams = own.length > 0 ? own : warning.acknowledgement ? [warning.acknowledgement] : [];
  const [chosen, choose] = useState<string>();
  const acknowledgement =
    teams.find(({ team }) => team.id === chosen) ?? teams.find(({ state }) => state === 'pending') ?? teams[0];
  return (
    <section
      aria-labelledby="answer"
      className={styles.panel}
      data-waiting={isDue(warning, acknowledgement) || undefined}
    >
      <h2 id="answer">{t('answer.title')}</h2>
      {teams.length > 1 && (
        <NativeSelect
          label={t('answer.team')}
          value={acknowledgement?.team.id}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
          data={teams.map(({ team }) => ({ value: team.id, label: team.name }))}
        />
      )}
      <Standing warning={warning} acknowledgement={acknowledgement} />
      <Next key={acknowledgement?.team.id} warning={warning} acknowledgement={acknowledgement} />
    </section>
  );
}

function isDue(warning: Warning, acknowledgement: Acknowledgement | undefined): boolean {
  return warning.state === 'active' && acknowledgement?.state === 'pending' && acknowledgement.expected;
}

function Standing({ warning, acknowledgement }: { warning: Warning; acknowledgement: Acknowledgement | undefined }) {
  const { t } = useTranslation();
  if (acknowledgement === undefined || (acknowledgement.state === 'pending' && !acknowledgement.expected)) {
    return <p>{t('answer.notExpected')}</p>;
  }
  const { state, since, waitingSince, escalation, revision } = acknowledgement;
  if (state === 'pending') {
    return (
      <div>
        <p className={styles.due}>
          <strong>{t('answer.waits')}</strong> {waitingSince && <Waiting since={waitingSince} />}
        </p>
        {escalation?.nextAt && (
          <p>
            {t('answer.escalates', { step: escalation.step, of: escalation.of })} <Ago at={escalation.nextAt} />
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
      <Details acknowledgement={acknowledgement} />
      {revision < warning.revision && <p className={styles.reading}>{t('answer.revisionAnswered', { revision })}</p>}
    </div>
  );
}

function Details({ acknowledgement: { reason, measures, note } }: { acknowledgement: Acknowledgement }) {
  const { t } = useTranslation();
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

function Next({ warning, acknowledgement }: { warning: Warning; acknowledgement: Acknowledgement | undefined }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<AnsweredState>();
  const answer = useAnswer(warning.id, () => setOpen(undefined));
  const state = acknowledgement?.state ?? 'pending';
  const team = acknowledgement?.team.id;
  const due = isDue(warning, acknowledgement);
  if (open !== undefined) {
    return (
      <AnswerForm
        state={open}
        acknowledgement={acknowledgement}
        sending={answer.isPending}
        error={answer.error}
        onSend={(request) => answer.mutate(request)}
        onCancel={() => setOpen(undefined)}
      />
    );
  }
  const atOnce = (next: AnsweredState): boolean => next === 'acknowledged' || next === 'working';
  return (
    <div className={styles.actions}>
      <Problem error={answer.error} />
      {nextStates[state].map((next, index) => (
        <Button
          key={next}
          variant={index === 0 && state === 'pending' ? 'filled' : 'default'}
          loading={answer.isPending && answer.variables.state === next}
          onClick={() => (atOnce(next) ? answer.mutate({ state: next, ...(team && { team }) }) : setOpen(next))}
        >
          {t(`answer.to.${next}`)}
        </Button>
      ))}
      {state !== 'pending' && (
        <Button variant="default" onClick={() => setOpen(state)}>
          {t('answer.change')}
        </Button>
      )}
      {due && <Escalate id={warning.id} team={team} />}
      <p role="status" className={styles.reading}>
        {answer.isSuccess && t('answer.sent')}
      </p>
    </div>
  );
}

function useAnswer(id: string, onAnswered: () => void) {
  const { call } = useSignedIn();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: AcknowledgementRequest) => call('acknowledgeWarning', { path: { id }, body }),
    onSuccess: onAnswered,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: keys.warning(id) }),
        queries.invalidateQueries({ queryKey: keys.lists }),
      ]),
  });
}

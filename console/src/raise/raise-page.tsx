import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { canonicalLanguage } from '../../../core/contract/codes.ts';
import type { Status } from '../../../core/contract/vocabularies.ts';
import { raiseRequest, type RaiseRequest } from '../../../core/contract/warning.ts';
import { useTitle } from '../frame/title.ts';
import { keys } from '../live/queries.ts';
import { Problem } from '../marks/problem.tsx';
import { TocsinError } from '../network.ts';
import { may, useSignedIn } from '../session/signed-in.ts';
import { changed, newDraft, raiseBody, type Draft } from './draft.ts';
import { findDraft, keepDraft, newKey } from './draft-store.ts';
import { DrillSwitch } from './drill-switch.tsx';
import { faultsOf, faultsOfProblem, type Faults } from './faults.ts';
import { useFaults } from './use-faults.ts';
import { WarningForm } from './warning-form.tsx';
import styles from './raise.module.css';

/** Raise a warning. The draft is kept on the device as typed, until the network has it or the writer drops it. */
export function RaisePage() {
  const { t } = useTranslation();
  const { me } = useSignedIn();
  useTitle(t('raise.title'));
  if (!may(me, 'raiseWarning')) return <h1>{t('raise.notAllowed')}</h1>;
  return <Raise />;
}

function Raise() {
  const { t } = useTranslation();
  const { draft, keep, kept, drop } = useKeptDraft();
  const { faults, attempt, fail, clear } = useFaults();
  const raise = useRaise(draft, drop, fail);
  const submit = (): void => {
    const checked = raiseRequest.safeParse(raiseBody(draft));
    if (!checked.success) return fail(faultsOf(checked.error, t('raise.missing')));
    clear();
    raise.mutate(checked.data);
  };
  return (
    <WarningForm
      draft={draft}
      change={(part) => keep(changed(draft, part, Date.now()))}
      faults={faults}
      attempt={attempt}
      onSubmit={submit}
      before={<Beginning status={draft.status} onChange={(status) => keep({ ...draft, status })} />}
      end={
        <div className={styles.end}>
          <Problem error={raise.error} />
          {isMismatch(raise.error) && (
            <Button variant="default" onClick={() => keep({ ...draft, key: newKey() })}>
              {t('raise.asNew')}
            </Button>
          )}
          <Button type="submit" size="lg" fullWidth loading={raise.isPending}>
            {t(`raise.submit.${draft.status}`)}
          </Button>
          <p className={styles.hint}>
            {t(kept ? 'raise.kept' : 'raise.notKept')}{' '}
            <button type="button" className={styles.textButton} onClick={drop}>
              {t('raise.drop')}
            </button>
          </p>
        </div>
      }
    />
  );
}

function Beginning({ status, onChange }: { status: Status; onChange: (status: Status) => void }) {
  const { t } = useTranslation();
  const { me } = useSignedIn();
  return (
    <>
      <h1>{t('raise.title')}</h1>
      <p className={styles.hint}>{t('frame.notANotice')}</p>
      <DrillSwitch status={status} drillsOnly={me.organisation.kind === 'coordinator'} onChange={onChange} />
    </>
  );
}

/** An earlier attempt under this draft's key was stored, with another text. */
function isMismatch(error: Error | null): boolean {
  return error instanceof TocsinError && error.code === 'idempotency-mismatch';
}

function useKeptDraft() {
  const { me } = useSignedIn();
  const organisation = me.organisation.id ?? '';
  const empty = (): Draft =>
    newDraft({
      key: newKey(),
      language: writersLanguage(),
      status: me.organisation.kind === 'coordinator' ? 'exercise' : 'actual',
      now: Date.now(),
    });
  const [draft, setDraft] = useState(() => findDraft(organisation, empty()) ?? empty());
  const [kept, setKept] = useState(true);
  const keep = (next: Draft): void => {
    setDraft(next);
    setKept(keepDraft(organisation, next));
  };
  return { draft, keep, kept, drop: () => keep(empty()) };
}

/** The browser's language, without its region: German from Austria is German. */
function writersLanguage(): string {
  const answer = canonicalLanguage(new Intl.Locale(navigator.language).language);
  return 'tag' in answer ? answer.tag : 'en';
}

function useRaise(draft: Draft, onRaised: () => void, onFaults: (faults: Faults) => void) {
  const { call } = useSignedIn();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: RaiseRequest) => call('raiseWarning', { body, idempotencyKey: draft.key }),
    onSuccess: async ({ id }) => {
      onRaised();
      void queries.invalidateQueries({ queryKey: keys.lists });
      await navigate({ to: '/warnings/$id', params: { id } });
    },
    onError: (error) => {
      if (error instanceof TocsinError && error.problem?.errors) onFaults(faultsOfProblem(error.problem.errors));
    },
  });
}

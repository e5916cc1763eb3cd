import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button, Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { revisionRequest, type RevisionRequest, type Warning } from '../../../core/contract/warning.ts';
import { useTitle } from '../frame/title.ts';
import { keys, warningQuery } from '../live/queries.ts';
import { DrillBand } from '../marks/drill-band.tsx';
import { Problem } from '../marks/problem.tsx';
import { TocsinError } from '../network.ts';
import { isOwn, may, useSignedIn } from '../session/signed-in.ts';
import { changed, draftOf, revisionBody } from './draft.ts';
import { newKey } from './draft-store.ts';
import { faultsOf, faultsOfProblem, type Faults } from './faults.ts';
import { useFaults } from './use-faults.ts';
import { WarningForm } from './warning-form.tsx';
import styles from './raise.module.css';

/** Revise a warning of one's own: the same form, filled in; what differs is sent. */
export function RevisePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams({ strict: false });
  const { me, call } = useSignedIn();
  const found = useQuery({ ...warningQuery(call, id), refetchOnWindowFocus: false });
  useTitle(t('revise.title'));
  const warning = found.data;
  if (found.isPending) return <p role="status">{t('frame.opening')}</p>;
  const allowed =
    warning &&
    'headline' in warning &&
    isOwn(me, warning.issuer) &&
    may(me, 'reviseWarning') &&
    warning.state === 'active';
  if (!allowed) {
    return (
      <div role="alert">
        <h1>{t('revise.notAllowed')}</h1>
        <p>
          <Link to="/">{t('frame.toBoard')}</Link>
        </p>
      </div>
    );
  }
  return <Revise key={warning.id} found={warning} />;
}

function Revise({ found }: { found: Warning }) {
  const { t } = useTranslation();
  // What the writer began with: an event that changes the warning meanwhile must not change the form.
  const [warning] = useState(found);
  const [before] = useState(() => draftOf(warning, newKey()));
  const [draft, setDraft] = useState(before);
  const [correction, setCorrection] = useState(false);
  const { faults, attempt, fail, clear } = useFaults();
  const revise = useRevise(warning, draft.key, fail);
  const body = revisionBody(before, draft);
  const unchanged = Object.keys(body).length === 0;
  const submit = (): void => {
    const checked = revisionRequest.safeParse({ ...body, ...(correction && { correction }) });
    if (!checked.success) return fail(faultsOf(checked.error, t('raise.missing')));
    clear();
    revise.mutate(checked.data);
  };
  return (
    <WarningForm
      draft={draft}
      change={(part) => setDraft({ ...changed(draft, part, Date.now()), key: newKey() })}
      faults={faults}
      attempt={attempt}
      revisionOf={warning.id}
      onSubmit={submit}
      before={
        <>
          <DrillBand status={warning.status} />
          <h1>{t('revise.title')}</h1>
          <p className={styles.hint}>{t('revise.lead', { revision: warning.revision })}</p>
        </>
      }
      end={
        <div className={styles.end}>
          <Checkbox
            label={t('revise.correction')}
            description={t('revise.correctionMeans')}
            checked={correction}
            onChange={({ currentTarget }) => setCorrection(currentTarget.checked)}
          />
          <Problem error={revise.error} />
          <Button type="submit" size="lg" fullWidth loading={revise.isPending} disabled={unchanged}>
            {t('revise.submit')}
          </Button>
          {unchanged && <p className={styles.hint}>{t('revise.unchanged')}</p>}
        </div>
      }
    />
  );
}

function useRevise({ id, revision }: Warning, idempotencyKey: string, onFaults: (faults: Faults) => void) {
  const { call } = useSignedIn();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: RevisionRequest) => call('reviseWarning', { path: { id }, body, revision, idempotencyKey }),
    onSuccess: async () => {
      void queries.invalidateQueries({ queryKey: keys.warning(id) });
      await navigate({ to: '/warnings/$id', params: { id } });
    },
    onError: (error) => {
      if (error instanceof TocsinError && error.problem?.errors) onFaults(faultsOfProblem(error.problem.errors));
    },
  });
}

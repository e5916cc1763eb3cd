import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Checkbox } from '@mantine/core';
import { revisionRequest, type RevisionRequest, type Warning } from '../../../core/contract/warning.ts';
import { useTitle } from '../frame/title.ts';
import { useWords } from '../languages/words.tsx';
import { keys, warningQuery } from '../live/queries.ts';
import { renewWarning } from '../live/renew-lists.ts';
import { DrillBand } from '../marks/drill-band.tsx';
import { Problem } from '../marks/problem.tsx';
import { SendButton } from '../marks/send-button.tsx';
import { Unread } from '../marks/unread.tsx';
import { TocsinError } from '../network.ts';
import { isOwn, may, useSignedIn } from '../session/signed-in.ts';
import { DropButton } from './drop-button.tsx';
import { faultsOf, faultsOfProblem, type Faults } from './faults.ts';
import { Newer, Over } from './meanwhile.tsx';
import { revisionBody } from './revision.ts';
import { useFaults } from './use-faults.ts';
import { useRevising } from './use-revising.ts';
import { WarningForm } from './warning-form.tsx';
import bar from './bar.module.css';
import styles from './raise.module.css';

/** Revise a warning of one's own: the same form, filled in; what differs is sent. */
export function RevisePage() {
  const { t } = useWords();
  const { id = '' } = useParams({ strict: false });
  const { me, call } = useSignedIn();
  const found = useQuery({ ...warningQuery(call, id), refetchOnWindowFocus: false });
  useTitle(t('revise.title'));
  const warning = found.data;
  if (found.isPending) return <p role="status">{t('frame.opening')}</p>;
  if (warning === undefined) return <Unread of={found} />;
  const own = 'headline' in warning && isOwn(me, warning.issuer) && may(me, 'reviseWarning');
  return own ? <Revise key={warning.id} warning={warning} /> : <NotAllowed />;
}

function NotAllowed() {
  const { t } = useWords();
  return (
    <div role="alert">
      <h1>{t('revise.notAllowed')}</h1>
      <p>
        <Link to="/">{t('frame.toBoard')}</Link>
      </p>
    </div>
  );
}

function Revise({ warning }: { warning: Warning }) {
  const revising = useRevising(warning);
  const { before, draft, correction, revision } = revising;
  const { faults, attempt, fail, mend, clear } = useFaults();
  const revise = useRevise({ id: warning.id, revision, idempotencyKey: draft.key }, revising.begin, fail);
  const body = revisionBody(before, draft);
  const unchanged = Object.keys(body).length === 0;
  const over = warning.state !== 'active';
  if (over && unchanged) return <NotAllowed />;
  const submit = (): void => {
    const checked = revisionRequest.safeParse({ ...body, ...(correction && { correction }) }, { reportInput: true });
    if (!checked.success) return fail(faultsOf(checked.error));
    clear();
    revise.mutate(checked.data);
  };
  return (
    <WarningForm
      draft={draft}
      change={(part) => {
        revising.change(part);
        mend(part);
      }}
      busy={revise.isPending}
      faults={faults}
      attempt={attempt}
      revision={{ of: warning.id, number: revision, before, correction }}
      onSubmit={submit}
      before={
        <>
          <Beginning warning={warning} revision={revision} />
          {over && <Over draft={draft} onMoved={revising.begin} />}
          {!over && warning.revision > revision && (
            <Newer warning={warning} before={before} onRebase={revising.rebase} />
          )}
        </>
      }
      end={<End revising={revising} revise={revise} unchanged={unchanged} over={over} />}
    />
  );
}

interface EndProps {
  revising: ReturnType<typeof useRevising>;
  revise: ReturnType<typeof useRevise>;
  unchanged: boolean;
  over: boolean;
}

function End({ revising, revise, unchanged, over }: EndProps) {
  const { t } = useWords();
  return (
    <>
      <Checkbox
        label={t('revise.correction')}
        description={t('revise.correctionMeans')}
        checked={revising.correction}
        onChange={({ currentTarget }) => revising.correct(currentTarget.checked)}
      />
      <div className={bar.bar} data-status={revising.draft.status}>
        <DrillBand status={revising.draft.status} />
        <Problem error={revise.error} />
        <SendButton type="submit" size="lg" fullWidth loading={revise.isPending} disabled={unchanged || over}>
          {t('revise.submit')}
        </SendButton>
      </div>
      <div className={styles.end}>
        <p className={styles.hint}>{t(endOf(unchanged, revising.kept))}</p>
        {(!unchanged || revising.undo) && (
          <DropButton label={t('revise.drop')} onDrop={revising.drop} onUndo={revising.undo} />
        )}
      </div>
    </>
  );
}

function Beginning({ warning, revision }: { warning: Warning; revision: number }) {
  const { t } = useWords();
  return (
    <>
      <DrillBand status={warning.status} />
      <h1>{t('revise.title')}</h1>
      <p className={styles.hint}>{t('revise.lead', { revision })}</p>
    </>
  );
}

function endOf(unchanged: boolean, kept: boolean) {
  if (unchanged) return 'revise.unchanged';
  return kept ? 'revise.kept' : 'raise.notKept';
}

interface Sending {
  id: string;
  revision: number;
  idempotencyKey: string;
}

function useRevise({ id, ...sending }: Sending, onRevised: () => void, onFaults: (faults: Faults) => void) {
  const { call } = useSignedIn();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: RevisionRequest) => call('reviseWarning', { path: { id }, body, ...sending }),
    onSuccess: async () => {
      onRevised();
      await navigate({ to: '/warnings/$id', params: { id } });
    },
    onError: (error) => {
      if (error instanceof TocsinError && error.problem?.errors) onFaults(faultsOfProblem(error.problem.errors));
    },
    // Also where it failed: a newer revision is shown beside the form.
    onSettled: () => {
      renewWarning(queries, call, id);
      void queries.invalidateQueries({ queryKey: keys.warning(id) });
    },
  });
}

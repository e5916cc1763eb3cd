import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { canonicalLanguage } from '../../../core/contract/codes.ts';
import type { Status } from '../../../core/contract/vocabularies.ts';
import { raiseRequest, type RaiseRequest } from '../../../core/contract/warning.ts';
import { useTitle } from '../frame/title.ts';
import { chosenLanguage, spokenOf } from '../languages/choice.ts';
import { useWords } from '../languages/words.tsx';
import { newKey } from '../live/command.ts';
import { renewLists } from '../live/renew-lists.ts';
import { Problem } from '../marks/problem.tsx';
import { SendButton } from '../marks/send-button.tsx';
import { TocsinError } from '../network.ts';
import { may, useSignedIn } from '../session/signed-in.ts';
import { changed, newDraft, raiseBody, type Draft } from './draft.ts';
import { draftPlace } from './draft-store.ts';
import { DropButton } from './drop-button.tsx';
import { DrillSwitch } from './drill-switch.tsx';
import { faultsOf, faultsOfProblem, type Faults } from './faults.ts';
import { RaisedAlready } from './raised-already.tsx';
import { StartFrom } from './start-from.tsx';
import { SubmitBar } from './submit-bar.tsx';
import { useFaults } from './use-faults.ts';
import { useKept } from './use-kept.ts';
import { WarningForm } from './warning-form.tsx';
import styles from './raise.module.css';

/** What a draft begins with beyond what can be guessed; it is kept apart from the writer's other drafts by its name. */
export interface Prepared {
  readonly name: string;
  readonly draft: () => Partial<Draft>;
  readonly onRaised?: (id: string) => void;
}

/** Raise a warning. The draft is kept on the device as typed, until the network has it or the writer drops it. */
export function RaisePage({ prepared }: { prepared?: Prepared }) {
  const { t } = useWords();
  const { me } = useSignedIn();
  useTitle(t('raise.title'));
  if (!may(me, 'raiseWarning')) return <h1>{t('raise.notAllowed')}</h1>;
  return <Raise prepared={prepared} />;
}

function Raise({ prepared }: { prepared: Prepared | undefined }) {
  const { t } = useWords();
  const { value: draft, keep, kept, begin, drop, undo } = useKeptDraft(prepared);
  const { faults, attempt, fail, mend, clear } = useFaults();
  const raised = (id: string): void => {
    begin();
    prepared?.onRaised?.(id);
  };
  const raise = useRaise(draft, raised, fail);
  const asNew = (): void => {
    keep({ ...draft, key: newKey() });
    raise.reset();
  };
  const change = (part: Partial<Draft>): void => {
    keep(changed(draft, part, Date.now()));
    mend(part);
  };
  const submit = (): void => {
    const checked = raiseRequest.safeParse(raiseBody(draft), { reportInput: true });
    if (!checked.success) return fail(faultsOf(checked.error));
    clear();
    raise.mutate(checked.data);
  };
  const switchTo = (status: Status): void => keep({ ...draft, status });
  return (
    <WarningForm
      draft={draft}
      change={change}
      busy={raise.isPending}
      faults={faults}
      attempt={attempt}
      onSubmit={submit}
      before={<Beginning status={draft.status} prepared={prepared !== undefined} onChange={switchTo} />}
      end={
        <>
          <SubmitBar draft={draft}>
            {isMismatch(raise.error) ? <RaisedAlready onAsNew={asNew} /> : <Problem error={raise.error} />}
            <SendButton type="submit" size="lg" fullWidth loading={raise.isPending}>
              {t(`raise.submit.${draft.status}`)}
            </SendButton>
          </SubmitBar>
          <Keeping kept={kept} onDrop={drop} onUndo={undo} />
        </>
      }
    />
  );
}

interface KeepingProps {
  kept: boolean;
  onDrop: () => void;
  onUndo: (() => void) | undefined;
}

/** Whether what is written outlives the page, and how to be rid of it. */
function Keeping({ kept, onDrop, onUndo }: KeepingProps) {
  const { t } = useWords();
  return (
    <div className={styles.end}>
      <p className={styles.hint}>{t(kept ? 'raise.kept' : 'raise.notKept')}</p>
      <DropButton label={t('raise.drop')} onDrop={onDrop} onUndo={onUndo} />
    </div>
  );
}

interface BeginningProps {
  status: Status;
  /** It is filled in already: there is nothing to begin from. */
  prepared: boolean;
  onChange: (status: Status) => void;
}

function Beginning({ status, prepared, onChange }: BeginningProps) {
  const { t } = useWords();
  const { me } = useSignedIn();
  return (
    <>
      <h1>{t('raise.title')}</h1>
      <p className={styles.hint}>{t('frame.notANotice')}</p>
      <DrillSwitch status={status} drillsOnly={me.organisation.kind === 'coordinator'} onChange={onChange} />
      {!prepared && <StartFrom />}
    </>
  );
}

/** An earlier attempt under this draft's key was stored, with another text. */
function isMismatch(error: Error | null): boolean {
  return error instanceof TocsinError && error.code === 'idempotency-mismatch';
}

function useKeptDraft(prepared: Prepared | undefined) {
  const { me } = useSignedIn();
  const { language } = useWords();
  const organisation = me.organisation.id ?? '';
  const empty = (): Draft => ({
    ...newDraft({
      key: newKey(),
      language: writersLanguage(language),
      status: me.organisation.kind === 'coordinator' ? 'exercise' : 'actual',
      now: Date.now(),
    }),
    ...prepared?.draft(),
  });
  return useKept(draftPlace(organisation, prepared?.name), empty, (kept) => ({ ...empty(), ...kept }));
}

/** The language that the console speaks with them, unless it does not know their browser's: German from Austria is German. */
function writersLanguage(spoken: string): string {
  if (chosenLanguage() !== undefined || spokenOf([navigator.language]) !== undefined) return spoken;
  const answer = canonicalLanguage(new Intl.Locale(navigator.language).language);
  return 'tag' in answer ? answer.tag : 'en';
}

function useRaise(draft: Draft, onRaised: (id: string) => void, onFaults: (faults: Faults) => void) {
  const { call } = useSignedIn();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: RaiseRequest) => call('raiseWarning', { body, idempotencyKey: draft.key }),
    onSuccess: async (raised) => {
      const { id } = raised;
      onRaised(id);
      renewLists(queries, call, [raised]);
      await navigate({ to: '/warnings/$id', params: { id } });
    },
    onError: (error) => {
      if (error instanceof TocsinError && error.problem?.errors) onFaults(faultsOfProblem(error.problem.errors));
    },
  });
}

import { useRef, useState } from 'react';
import { Button, Checkbox, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { useWords } from '../languages/words.tsx';
import '../theme/input.css';
import '../theme/form.css';
import type { Acknowledgement, AcknowledgementRequest, AnsweredState } from '../../../core/contract/acknowledgement.ts';
import {
  measures,
  reasons,
  usefulnesses,
  type Measure,
  type Reason,
  type Usefulness,
} from '../../../core/contract/vocabularies.ts';
import { useFocusOnArrival } from '../marks/focus.ts';
import { Problem } from '../marks/problem.tsx';
import { SendButton } from '../marks/send-button.tsx';
import { answerGap, answerRequest, needsReason, type AnswerDraft, type AnswerGap } from './answers.ts';
import styles from './warning.module.css';

interface Props {
  state: AnsweredState;
  acknowledgement: Acknowledgement | undefined;
  sending: boolean;
  error: Error | null;
  onSend: (request: AcknowledgementRequest) => void;
  onCancel: () => void;
}

/** An answer with its measures or its reason, a note, and what the warning was worth. */
export function AnswerForm({ state, acknowledgement, sending, error, onSend, onCancel }: Props) {
  const { t } = useWords();
  // A colleague may answer meanwhile: what the writer did not touch is not theirs to take back.
  const [stood] = useState(acknowledgement);
  const [draft, setDraft] = useState(() => draftOf(acknowledgement));
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const title = useFocusOnArrival<HTMLHeadingElement>();
  const change = (part: Partial<AnswerDraft>): void => setDraft({ ...draft, ...part });
  const gap = answerGap(state, draft);
  const send = (): void => {
    setTried(true);
    if (gap === undefined) onSend(answerRequest(state, draft, stood));
    else form.current?.querySelector<HTMLElement>(`[name="${gap}"]`)?.focus();
  };
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h3 ref={title} tabIndex={-1}>
        {t(`answer.to.${state}`)}
      </h3>
      <Fields state={state} draft={draft} change={change} gap={tried ? gap : undefined} />
      <Problem error={error} />
      <div className={styles.actions}>
        <SendButton type="submit" loading={sending}>
          {t('answer.send')}
        </SendButton>
        <Button variant="default" onClick={onCancel}>
          {t('frame.cancel')}
        </Button>
      </div>
    </form>
  );
}

interface FieldsProps {
  state: AnsweredState;
  draft: AnswerDraft;
  change: (part: Partial<AnswerDraft>) => void;
  gap: AnswerGap | undefined;
}

function Fields({ state, draft, change, gap }: FieldsProps) {
  const { t } = useWords();
  return (
    <>
      {state === 'actioned' && <Measures chosen={draft.measures} onChange={(chosen) => change({ measures: chosen })} />}
      {needsReason(state) && (
        <Reasons chosen={draft.reason} onChange={(reason) => change({ reason })} missing={gap === 'reason'} />
      )}
      <Textarea
        name="note"
        dir="auto"
        label={t('answer.note')}
        description={t('answer.noteHint')}
        value={draft.note}
        maxLength={4000}
        rows={3}
        error={gap === 'note' && t('answer.noteMissing')}
        onChange={({ currentTarget }) => change({ note: currentTarget.value })}
      />
      {(state === 'acknowledged' || state === 'working') && (
        <TextInput
          label={t('answer.assignee')}
          description={t('answer.assigneeHint')}
          maxLength={120}
          value={draft.assignee}
          onChange={({ currentTarget }) => change({ assignee: currentTarget.value })}
        />
      )}
      {state !== 'acknowledged' && state !== 'working' && (
        <Worth chosen={draft.usefulness} onChange={(usefulness) => change({ usefulness })} />
      )}
    </>
  );
}

function draftOf(acknowledgement: Acknowledgement | undefined): AnswerDraft {
  const { measures: taken = [], reason = null, usefulness = null, note, assignee } = acknowledgement ?? {};
  return { measures: taken, reason, usefulness, note: note ?? '', assignee: assignee ?? '' };
}

function Worth({ chosen, onChange }: { chosen: Usefulness | null; onChange: (chosen: Usefulness | null) => void }) {
  const { t } = useWords();
  return (
    <NativeSelect
      label={t('answer.usefulness')}
      value={chosen ?? ''}
      onChange={({ target: { value } }) => onChange(value === '' ? null : (value as Usefulness))}
      data={[
        { value: '', label: t('answer.usefulnessOpen') },
        ...(Object.keys(usefulnesses) as Usefulness[]).map((value) => ({
          value,
          label: t(`codes.usefulness.${value}.label`),
        })),
      ]}
    />
  );
}

function Measures({ chosen, onChange }: { chosen: readonly Measure[]; onChange: (chosen: Measure[]) => void }) {
  const { t } = useWords();
  return (
    <Checkbox.Group label={t('answer.measures')} value={[...chosen]} onChange={onChange}>
      <div className={styles.choices}>
        {(Object.keys(measures) as Measure[]).map((measure) => (
          <Checkbox key={measure} value={measure} size="sm" label={t(`codes.measures.${measure}.label`)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function Reasons({
  chosen,
  onChange,
  missing,
}: {
  chosen: Reason | null;
  onChange: (reason: Reason) => void;
  missing: boolean;
}) {
  const { t } = useWords();
  return (
    <Radio.Group
      name="reason"
      label={t('answer.reason')}
      value={chosen}
      onChange={onChange}
      error={missing && t('answer.reasonMissing')}
      // Above the choices, where the focus goes: the list is longer than the window.
      inputWrapperOrder={['label', 'error', 'input']}
      withAsterisk
    >
      <div className={styles.choices}>
        {(Object.keys(reasons) as Reason[]).map((reason) => (
          <Radio
            key={reason}
            value={reason}
            size="sm"
            label={t(`codes.reason.${reason}.label`)}
            description={t(`codes.reason.${reason}.definition`)}
          />
        ))}
      </div>
    </Radio.Group>
  );
}

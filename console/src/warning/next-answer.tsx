import { useState } from 'react';
import { Button } from '@mantine/core';
import type { Acknowledgement, AcknowledgementRequest, AnsweredState } from '../../../core/contract/acknowledgement.ts';
import type { AcknowledgementState } from '../../../core/contract/vocabularies.ts';
import type { Warning } from '../../../core/contract/warning.ts';
import { useWords } from '../languages/words.tsx';
import { useCommand } from '../live/command.ts';
import { Problem } from '../marks/problem.tsx';
import { SendButton } from '../marks/send-button.tsx';
import { useShortcut } from '../shortcuts/use-shortcut.ts';
import { useSignedIn } from '../session/signed-in.ts';
import { AnswerForm } from './answer-form.tsx';
import { isDue, nextStates } from './answers.ts';
import { Escalate } from './escalate.tsx';
import styles from './warning.module.css';

interface Props {
  warning: Warning;
  acknowledgement: Acknowledgement | undefined;
  onBegin: () => void;
  onSent: () => void;
  /** What had the focus is not on the page any more. */
  onClose: () => void;
}

/** The answers that are open from where the team stands: at once, or by a form where there is more to say. */
export function NextAnswer({ warning, acknowledgement, onBegin, onSent, onClose }: Props) {
  const [open, setOpen] = useState<AnsweredState>();
  const close = (): void => {
    setOpen(undefined);
    onClose();
  };
  const answer = useAnswer(warning.id, () => {
    close();
    onSent();
  });
  const begin = (state: AnsweredState): void => {
    onBegin();
    answer.reset();
    setOpen(state);
  };
  const state = acknowledgement?.state ?? 'pending';
  const team = acknowledgement?.team.id;
  if (open !== undefined) {
    return (
      <AnswerForm
        state={open}
        acknowledgement={acknowledgement}
        sending={answer.isPending}
        error={answer.error}
        onSend={(request) => answer.mutate(request)}
        onCancel={close}
      />
    );
  }
  return (
    <div className={styles.actions}>
      <Problem error={answer.error} />
      <Choices
        state={state}
        sending={answer.isPending ? answer.variables.state : undefined}
        onSend={(next) => answer.mutate({ state: next, ...(team && { team }) })}
        onOpen={begin}
      />
      {isDue(warning, acknowledgement) && <Escalate id={warning.id} team={team} onSent={onSent} />}
    </div>
  );
}

interface ChoicesProps {
  state: AcknowledgementState;
  sending: AnsweredState | undefined;
  onSend: (next: AnsweredState) => void;
  onOpen: (next: AnsweredState) => void;
}

function Choices({ state, sending, onSend, onOpen }: ChoicesProps) {
  const { t } = useWords();
  const isSaidInAClick = (next: AnsweredState): boolean => next === 'acknowledged' || next === 'working';
  const give = (next: AnsweredState): void => {
    if (sending === undefined && nextStates[state].includes(next)) onSend(next);
  };
  useShortcut('a', () => give('acknowledged'));
  useShortcut('w', () => give('working'));
  return (
    <>
      {nextStates[state].map((next, index) => (
        <SendButton
          key={next}
          variant={index === 0 && state === 'pending' ? 'filled' : 'default'}
          loading={sending === next}
          onClick={() => (isSaidInAClick(next) ? onSend(next) : onOpen(next))}
        >
          {t(`answer.to.${next}`)}
        </SendButton>
      ))}
      {state !== 'pending' && (
        <Button variant="default" onClick={() => onOpen(state)}>
          {t('answer.change')}
        </Button>
      )}
    </>
  );
}

function useAnswer(id: string, onDone: () => void) {
  const { call } = useSignedIn();
  return useCommand(
    id,
    (body: AcknowledgementRequest, idempotencyKey) =>
      call('acknowledgeWarning', { path: { id }, body, idempotencyKey }),
    onDone,
  );
}

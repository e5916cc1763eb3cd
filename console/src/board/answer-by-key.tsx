import { useState } from 'react';
import { VisuallyHidden } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { AnsweredState } from '../../../core/contract/acknowledgement.ts';
import { useWords } from '../languages/words.tsx';
import { useAction } from '../live/command.ts';
import { renewWarning } from '../live/renew-lists.ts';
import { Problem } from '../marks/problem.tsx';
import { may, useSignedIn } from '../session/signed-in.ts';
import { useShortcut } from '../shortcuts/use-shortcut.ts';

/** Answers the warning whose row has the focus, by a key. */
export function AnswerByKey() {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const queries = useQueryClient();
  const [said, setSaid] = useState<AnsweredState>();
  const answer = useAction(
    [],
    ({ id, state }: { id: string; state: AnsweredState }, idempotencyKey) =>
      call('acknowledgeWarning', { path: { id }, body: { state }, idempotencyKey }),
    ({ state }) => setSaid(state as AnsweredState),
    ({ id }) => renewWarning(queries, call, id),
  );
  const give = (state: AnsweredState): void => {
    const id = document.activeElement?.closest<HTMLElement>('[data-warning]')?.dataset['warning'];
    if (id === undefined || answer.isPending || !may(me, 'acknowledgeWarning')) return;
    setSaid(undefined);
    answer.mutate({ id, state });
  };
  useShortcut('a', () => give('acknowledged'));
  useShortcut('w', () => give('working'));
  return (
    <>
      <Problem error={answer.error} />
      <VisuallyHidden role="status">{said && t(`codes.acknowledgementState.${said}.label`)}</VisuallyHidden>
    </>
  );
}

import { useState } from 'react';
import { Button, NativeSelect, Textarea } from '@mantine/core';
import type { Comment, CommentAudience, CommentRequest } from '../../../core/contract/comment.ts';
import type { Warning } from '../../../core/contract/warning.ts';
import { useWords } from '../languages/words.tsx';
import { useCommand } from '../live/command.ts';
import { Problem } from '../marks/problem.tsx';
import { SendButton } from '../marks/send-button.tsx';
import { isOwn, useSignedIn } from '../session/signed-in.ts';
import { audienceName } from './comment-audience.ts';
import styles from './warning.module.css';

interface Props {
  warning: Warning;
  /** The comment that is answered; without one a thread begins. */
  answered: Comment | undefined;
  field: React.RefObject<HTMLTextAreaElement | null>;
  onDone: () => void;
  onCancel: () => void;
}

/** A comment, or a reply. What was typed stays when the writer decides that it answers something, or that it does not. */
export function AddComment({ warning, answered, field, onDone, onCancel }: Props) {
  const { t } = useWords();
  const [audience, setAudience] = useState<CommentAudience>('everyone');
  const [text, setText] = useState('');
  const add = useComment(warning.id, () => {
    setText('');
    onDone();
  });
  const send = (): void => {
    if (text.trim() === '') field.current?.focus();
    else if (answered) add.mutate({ text, audience: answered.audience, inReplyTo: answered.id });
    else add.mutate({ text, audience });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Textarea
        ref={field}
        label={t(answered ? 'comments.replyText' : 'comments.text')}
        dir="auto"
        rows={3}
        maxLength={4000}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Readers warning={warning} answered={answered} audience={audience} onChange={setAudience} />
      <Problem error={add.error} />
      <div className={styles.actions}>
        <SendButton type="submit" variant="default" loading={add.isPending}>
          {t('comments.send')}
        </SendButton>
        {answered && (
          <Button variant="default" onClick={onCancel}>
            {t('frame.cancel')}
          </Button>
        )}
        <p role="status" className={styles.reading}>
          {add.isSuccess && text === '' && t('answer.sent')}
        </p>
      </div>
    </form>
  );
}

interface ReadersProps {
  warning: Warning;
  answered: Comment | undefined;
  audience: CommentAudience;
  onChange: (audience: CommentAudience) => void;
}

/** Who will read it: a reply has the readers of its thread. */
function Readers({ warning, answered, audience, onChange }: ReadersProps) {
  const { t } = useWords();
  const { me } = useSignedIn();
  const { withholdIssuer, issuer } = warning;
  const isUnnamed = withholdIssuer && issuer.id !== undefined;
  return (
    <>
      {answered ? (
        <p className={styles.reading}>{t(audienceName(answered.audience, warning, me))}</p>
      ) : (
        <WhoReads warning={warning} audience={audience} onChange={onChange} />
      )}
      {isUnnamed && (answered?.audience ?? audience) === 'everyone' && (
        <p className={styles.note}>{t('comments.doNotName')}</p>
      )}
    </>
  );
}

function useComment(id: string, onDone: () => void) {
  const { call } = useSignedIn();
  return useCommand(
    id,
    (body: CommentRequest, idempotencyKey) => call('addComment', { path: { id }, body, idempotencyKey }),
    onDone,
  );
}

function WhoReads({ warning, audience, onChange }: Omit<ReadersProps, 'answered'>) {
  const { t } = useWords();
  const { me } = useSignedIn();
  // The issuer and the coordinator answer in their threads, and begin none.
  const offered = (['everyone', 'issuer', 'coordinator'] as const).filter(
    (one) =>
      !(one === 'issuer' && isOwn(me, warning.issuer)) &&
      !(one === 'coordinator' && me.organisation.kind === 'coordinator'),
  );
  return (
    <NativeSelect
      label={t('comments.whoReads')}
      value={audience}
      onChange={({ currentTarget }) => onChange(currentTarget.value as CommentAudience)}
      data={offered.map((value) => ({ value, label: t(`comments.audience.${value}`) }))}
    />
  );
}

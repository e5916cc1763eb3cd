import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Comment, CommentAudience, CommentRequest } from '../../../core/contract/comment.ts';
import type { Warning } from '../../../core/contract/warning.ts';
import { commentsQuery, keys } from '../live/queries.ts';
import { Ago } from '../marks/moment.tsx';
import { PartyName } from '../marks/party-name.tsx';
import { Problem } from '../marks/problem.tsx';
import { isOwn, may, useSignedIn } from '../session/signed-in.ts';
import styles from './warning.module.css';

const textId = 'comment-text';

/** The dialogue, each line with who may read it. */
export function Comments({ warning }: { warning: Warning }) {
  const { t } = useTranslation();
  const { me, call } = useSignedIn();
  const found = useQuery(commentsQuery(call, warning.id));
  const [answered, setAnswered] = useState<Comment>();
  const all = found.data ?? [];
  const answer = (comment: Comment): void => {
    setAnswered(comment);
    // The form is another one now: its field is there after the next rendering.
    requestAnimationFrame(() => document.getElementById(textId)?.focus());
  };
  const allowed = may(me, 'addComment');
  if (all.length === 0 && !allowed) return null;
  return (
    <section aria-labelledby="comments">
      <h2 id="comments">{t('comments.title')}</h2>
      <ol className={styles.timeline}>
        {all.map((comment) => (
          <li key={comment.id} data-reply={comment.inReplyTo !== null || undefined}>
            <p className={styles.reading}>
              <PartyName party={comment.author} />
              {comment.member && ` (${comment.member.name})`} · <Ago at={comment.at} /> ·{' '}
              <strong>{t(`comments.audience.${comment.audience}`)}</strong>
            </p>
            <p className={styles.prose} dir="auto">
              {comment.text}
            </p>
            {allowed && (
              <button type="button" className={styles.textButton} onClick={() => answer(comment)}>
                {t('comments.reply')}
              </button>
            )}
          </li>
        ))}
      </ol>
      {allowed && (
        <AddComment
          key={answered?.id ?? ''}
          warning={warning}
          answered={answered}
          onDone={() => setAnswered(undefined)}
        />
      )}
    </section>
  );
}

interface AddProps {
  warning: Warning;
  answered: Comment | undefined;
  onDone: () => void;
}

function useComment(id: string, onSent: () => void) {
  const { call } = useSignedIn();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: CommentRequest) => call('addComment', { path: { id }, body }),
    onSuccess: () => {
      onSent();
      return queries.invalidateQueries({ queryKey: keys.warning(id) });
    },
  });
}

function AddComment({ warning, answered, onDone }: AddProps) {
  const { t } = useTranslation();
  const [audience, setAudience] = useState<CommentAudience>('everyone');
  const [text, setText] = useState('');
  const add = useComment(warning.id, () => {
    setText('');
    onDone();
  });
  const send = (): void => {
    if (text.trim() === '') return;
    add.mutate(answered ? { text, audience: answered.audience, inReplyTo: answered.id } : { text, audience });
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
        id={textId}
        label={t(answered ? 'comments.replyText' : 'comments.text')}
        rows={3}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {answered ? (
        <p className={styles.reading}>{t(`comments.audience.${answered.audience}`)}</p>
      ) : (
        <WhoReads warning={warning} audience={audience} onChange={setAudience} />
      )}
      <Problem error={add.error} />
      <div className={styles.actions}>
        <Button type="submit" variant="default" loading={add.isPending} disabled={text.trim() === ''}>
          {t('comments.send')}
        </Button>
        {answered && (
          <Button variant="default" onClick={onDone}>
            {t('frame.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}

interface WhoReadsProps {
  warning: Warning;
  audience: CommentAudience;
  onChange: (audience: CommentAudience) => void;
}

function WhoReads({ warning, audience, onChange }: WhoReadsProps) {
  const { t } = useTranslation();
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
      onChange={(event) => onChange(event.target.value as CommentAudience)}
      data={offered.map((value) => ({ value, label: t(`comments.audience.${value}`) }))}
    />
  );
}

import { useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Comment } from '../../../core/contract/comment.ts';
import type { Warning } from '../../../core/contract/warning.ts';
import { useWords } from '../languages/words.tsx';
import { commentsQuery } from '../live/queries.ts';
import { Ago } from '../marks/moment.tsx';
import { PartyName } from '../marks/party-name.tsx';
import { Unread } from '../marks/unread.tsx';
import { may, useSignedIn } from '../session/signed-in.ts';
import { AddComment } from './add-comment.tsx';
import { audienceName } from './comment-audience.ts';
import line from './timeline.module.css';
import styles from './warning.module.css';

/** The dialogue, each line with who may read it. */
export function Comments({ warning }: { warning: Warning }) {
  const { t } = useWords();
  const { me, call } = useSignedIn();
  const found = useQuery(commentsQuery(call, warning.id));
  const [answered, setAnswered] = useState<Comment>();
  const field = useRef<HTMLTextAreaElement>(null);
  const all = found.data ?? [];
  const answer = (comment: Comment | undefined): void => {
    setAnswered(comment);
    field.current?.focus();
  };
  const allowed = may(me, 'addComment');
  if (all.length === 0 && !allowed && !found.isError) return null;
  return (
    <section aria-labelledby="comments">
      <h2 id="comments">{t('comments.title')}</h2>
      <Unread part of={found} />
      {found.data?.length === 0 && <p>{t('comments.none')}</p>}
      <ol className={line.timeline}>
        {all.map((comment) => (
          <Said
            key={comment.id}
            warning={warning}
            comment={comment}
            onReply={allowed ? () => answer(comment) : undefined}
          />
        ))}
      </ol>
      {allowed && (
        <AddComment
          warning={warning}
          answered={answered}
          field={field}
          onDone={() => setAnswered(undefined)}
          onCancel={() => answer(undefined)}
        />
      )}
    </section>
  );
}

interface SaidProps {
  warning: Warning;
  comment: Comment;
  onReply: (() => void) | undefined;
}

function Said({ warning, comment, onReply }: SaidProps) {
  const { t } = useWords();
  const { me } = useSignedIn();
  return (
    <li data-reply={comment.inReplyTo !== null || undefined}>
      <p className={styles.reading}>
        <PartyName party={comment.author} withheld={isWithheld(warning, comment)} />
        {comment.member && (
          <>
            {' '}
            (<bdi>{comment.member.name}</bdi>)
          </>
        )}{' '}
        · <Ago at={comment.at} /> · <strong>{t(audienceName(comment.audience, warning, me))}</strong>
      </p>
      <p className={styles.prose} dir="auto">
        {comment.text}
      </p>
      {onReply && (
        <button type="button" className={styles.textButton} onClick={onReply}>
          {t('comments.reply')}
        </button>
      )}
    </li>
  );
}

/** The issuer's own words, where others do not learn whose they are. */
function isWithheld({ issuer, withholdIssuer }: Warning, { author }: Comment): boolean {
  return withholdIssuer && author.id !== undefined && author.id === issuer.id;
}

import { v7 } from 'uuid';
import type { CommentRequest } from '../../contract/comment.ts';
import { accessThenAndNow } from '../../domain/audience.ts';
import { mayReadComment, placeComment, type Comment } from '../../domain/comment.ts';
import { readerOf, type Caller } from '../../domain/organisation.ts';
import { invalidBody } from '../../domain/refusal.ts';
import { countComments, findComment } from '../comments.ts';
import type { Command, Unit } from '../unit.ts';
import { visibleWarning } from './visible.ts';
import { actorOf, warningEvent } from './warning-event.ts';

/** Comments on a warning, or replies. @throws Refusal not-found, invalid-request, state-conflict */
export function addComment(caller: Caller, warningId: string, sent: CommentRequest): Command<Comment> {
  return async (unit) => {
    const { snapshot, history, access } = await visibleWarning(unit, caller, warningId);
    const { issuerId } = snapshot;
    const organisationId = caller.organisation.id;
    const author = { organisationId, coordinator: caller.organisation.kind === 'coordinator' };
    const named = sent.inReplyTo ? await findComment(unit.sql, warningId, sent.inReplyTo) : undefined;
    const then = named ? accessThenAndNow(history, named.revision, readerOf(caller)) : 'none';
    const parent = named && mayReadComment(named, issuerId, author, then) ? named : null;
    const place = placeComment(sent, author, issuerId, parent, await countComments(unit.sql, warningId));
    const id = v7();
    const actor = actorOf(caller);
    const comment: Comment = {
      id,
      warningId,
      organisationId,
      memberId: actor.memberId,
      audience: sent.audience,
      thread: id,
      threadOrganisationId: organisationId,
      inReplyTo: null,
      ...place,
      revision: snapshot.revision,
      text: sent.text,
      at: unit.at,
    };
    if (!mayReadComment(comment, issuerId, author, access)) {
      throw invalidBody([
        { pointer: '/audience', message: 'You see the marking of this warning alone, and not what everyone reads.' },
      ]);
    }
    await insert(unit, comment);
    unit.append(warningEvent('comment.added', snapshot, actor, { comment: id }));
    return comment;
  };
}

async function insert({ sql, now }: Unit, comment: Comment): Promise<void> {
  await sql.query(
    `INSERT INTO comment
       (id, warning_id, organisation_id, member_id, audience, thread, thread_organisation_id, in_reply_to, revision, text, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      comment.id,
      comment.warningId,
      comment.organisationId,
      comment.memberId,
      comment.audience,
      comment.thread,
      comment.threadOrganisationId,
      comment.inReplyTo,
      comment.revision,
      comment.text,
      now,
    ],
  );
}

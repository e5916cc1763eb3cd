import { v7 } from 'uuid';
import type { CommentRequest } from '../../contract/comment.ts';
import { mayReadComment, placeComment, type Comment } from '../../domain/comment.ts';
import type { Caller } from '../../domain/organisation.ts';
import { invalidBody } from '../../domain/refusal.ts';
import { countComments, findComment } from '../comments.ts';
import type { Command } from '../unit.ts';
import { visibleWarning } from './visible.ts';
import { actorOf, warningEvent } from './warning-event.ts';

/** Comments on a warning, or replies. @throws Refusal not-found, invalid-request, state-conflict */
export function addComment(caller: Caller, warningId: string, sent: CommentRequest): Command<Comment> {
  return async (unit) => {
    const { snapshot, access } = await visibleWarning(unit, caller, warningId);
    const { issuerId } = snapshot;
    const organisationId = caller.organisation.id;
    const author = { organisationId, coordinator: caller.organisation.kind === 'coordinator' };
    const named = sent.inReplyTo ? await findComment(unit.sql, warningId, sent.inReplyTo) : undefined;
    const parent = named && mayReadComment(named, issuerId, author, access) ? named : null;
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
      text: sent.text,
      at: unit.at,
    };
    if (!mayReadComment(comment, issuerId, author, access)) {
      throw invalidBody([
        { pointer: '/audience', message: 'You see the marking of this warning alone, and not what everyone reads.' },
      ]);
    }
    await unit.sql.query(
      `INSERT INTO comment
         (id, warning_id, organisation_id, member_id, audience, thread, thread_organisation_id, in_reply_to, text, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        id,
        warningId,
        organisationId,
        comment.memberId,
        comment.audience,
        comment.thread,
        comment.threadOrganisationId,
        comment.inReplyTo,
        comment.text,
        unit.now,
      ],
    );
    unit.append(warningEvent('comment.added', snapshot, actor, { comment: id }));
    return comment;
  };
}

import type { CommentAudience, CommentRequest } from '../contract/comment.ts';
import { limits } from '../contract/limits.ts';
import { reasons } from '../contract/reasons.ts';
import { filled } from '../contract/sentences.ts';
import type { Access } from './audience.ts';
import { Refusal, invalidBody } from './refusal.ts';

export interface Comment {
  readonly id: string;
  readonly warningId: string;
  readonly organisationId: string;
  readonly memberId: string | null;
  readonly audience: CommentAudience;
  readonly thread: string;
  /** The organisation that began the thread. */
  readonly threadOrganisationId: string;
  readonly inReplyTo: string | null;
  /** The revision that it was written about. */
  readonly revision: number;
  readonly text: string;
  readonly at: string;
}

interface Asker {
  readonly organisationId: string;
  readonly coordinator: boolean;
}

/** Whether somebody may read a comment who has `access` to its warning, as it stood then and as it is now. */
export function mayReadComment(
  comment: { audience: CommentAudience; threadOrganisationId: string },
  issuerId: string,
  asker: Asker,
  warningAccess: Access,
): boolean {
  if (warningAccess === 'none') return false;
  if (comment.audience === 'everyone') return warningAccess !== 'marked';
  if (comment.threadOrganisationId === asker.organisationId) return true;
  return comment.audience === 'issuer' ? asker.organisationId === issuerId : asker.coordinator;
}

/**
 * The comment that a request makes. `parent` is the comment named by inReplyTo, where its reader may read it.
 * @throws Refusal where the audience does not fit the thread, or an issuer or coordinator begins a thread with itself
 */
export function placeComment(
  sent: CommentRequest,
  author: Asker,
  issuerId: string,
  parent: Comment | null,
  count: number,
): Pick<Comment, 'audience' | 'thread' | 'threadOrganisationId' | 'inReplyTo'> | null {
  if (count >= limits.comments) {
    throw new Refusal('state-conflict', filled(reasons.commentsMost, { most: limits.comments }), {
      limit: limits.comments,
    });
  }
  if (sent.inReplyTo) {
    if (!parent)
      throw invalidBody([
        { pointer: '/inReplyTo', message: 'There is no such comment on this warning, or it is not for you.' },
      ]);
    if (parent.audience !== sent.audience) {
      throw invalidBody([{ pointer: '/audience', message: `A reply has its thread’s audience: ${parent.audience}.` }]);
    }
    return {
      audience: parent.audience,
      thread: parent.thread,
      threadOrganisationId: parent.threadOrganisationId,
      inReplyTo: parent.id,
    };
  }
  const toItself =
    (sent.audience === 'issuer' && author.organisationId === issuerId) ||
    (sent.audience === 'coordinator' && author.coordinator);
  if (toItself) {
    throw invalidBody([
      {
        pointer: '/inReplyTo',
        message: `Only a reply can have the audience ${sent.audience} here: name the comment it answers.`,
      },
    ]);
  }
  return null;
}

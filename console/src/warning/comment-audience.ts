import type { CommentAudience } from '../../../core/contract/comment.ts';
import type { Me } from '../../../core/contract/organisation.ts';
import type { Warning } from '../../../core/contract/warning.ts';
import { isOwn } from '../session/signed-in.ts';

/** The words for who reads a comment, as the reader stands to it: who answers in a thread did not begin it. */
export function audienceName(audience: CommentAudience, warning: Warning, me: Me) {
  if (audience === 'issuer' && isOwn(me, warning.issuer)) return 'comments.audience.beginner';
  if (audience === 'coordinator' && me.organisation.kind === 'coordinator') return 'comments.audience.beginner';
  return `comments.audience.${audience}` as const;
}

import { z } from 'zod';
import { member, party } from './organisation.ts';
import { instant, multiLine, uuid } from './scalars.ts';

export const commentAudience = z.enum(['everyone', 'issuer', 'coordinator']);

export const commentRequest = z
  .strictObject({ text: multiLine(1, 4_000), audience: commentAudience, inReplyTo: uuid.nullish() })
  .meta({ id: 'CommentRequest' });

export const comment = z
  .object({
    id: uuid,
    warning: uuid,
    author: party,
    member: member.optional(),
    audience: commentAudience,
    thread: uuid,
    inReplyTo: uuid.nullable(),
    text: z.string(),
    at: instant,
  })
  .meta({ id: 'Comment' });

export type Comment = z.infer<typeof comment>;
export type CommentRequest = z.infer<typeof commentRequest>;
export type CommentAudience = z.infer<typeof commentAudience>;

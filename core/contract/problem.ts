import { z } from 'zod';
import { codesOf, warningStates, acknowledgementStates } from './vocabularies.ts';

export { problems, type ProblemName } from './problem-names.ts';

/** Which part of the request is wrong, and how. */
export const fieldError = z
  .object({ in: z.enum(['body', 'query', 'path', 'header']), pointer: z.string(), message: z.string() })
  .meta({ id: 'FieldError' });

/** RFC 9457, `application/problem+json`. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    errors: z.array(fieldError).optional(),
    position: z.string().optional(),
    state: z.enum([...codesOf(acknowledgementStates), ...codesOf(warningStates), 'revoked']).optional(),
    revision: z.int().optional(),
    limit: z.int().optional(),
  })
  .meta({ id: 'Problem' });

export type FieldError = z.infer<typeof fieldError>;
export type Problem = z.infer<typeof problem>;

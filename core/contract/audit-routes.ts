import { z } from 'zod';
import { auditEntry } from './audit-entry.ts';
import { own, page, type Operation } from './operation.ts';
import { ownData } from './own-data.ts';
import { listQuery } from './queries.ts';
import { distinct, sentInstant, uuid } from './scalars.ts';

export const auditQuery = z.strictObject({
  type: distinct(
    z
      .string()
      .regex(/^[a-z][a-z-]{0,39}(\.[a-z-]{1,40})?$/, 'Write a type, e.g. key.revoked, or how several begin: key.'),
    1,
    40,
  )
    .optional()
    .meta({ description: 'Any of these, or of those that begin so: `key.` stands for `key.added` and all others.' }),
  actor: uuid.optional().meta({ description: 'A member or a key.' }),
  organisation: uuid.optional().meta({ description: 'For the coordinator: whose trail.' }),
  warning: uuid.optional().meta({ description: 'What was done about it.' }),
  since: sentInstant.optional().meta({ description: 'From here on, inclusive.' }),
  until: sentInstant.optional().meta({ description: 'Before this.' }),
  ...listQuery.shape,
});

/** Calls about what was done and seen, and about what is kept of oneself. */
export const auditOperations = {
  listAudit: {
    method: 'GET',
    path: '/audit',
    summary:
      'The audit trail, newest first: your organisation’s, or the network’s for the coordinator; whole as application/jsonl',
    scopes: ['admin'],
    role: 'owner',
    roleIn: { coordinator: 'manager' },
    strong: 'session',
    query: auditQuery,
    answers: { 200: page(auditEntry) },
  },
  getOwnData: {
    method: 'GET',
    path: '/me/data',
    summary: 'All that the network keeps of you, to take with you',
    ...own,
    answers: { 200: ownData },
  },
  eraseMe: {
    method: 'POST',
    path: '/me/erasure',
    summary: 'Leave, and have your name and address erased everywhere; the last owner stays',
    ...own,
    strong: 'recent',
    answers: { 204: null },
  },
} as const satisfies Record<string, Operation>;

export type AuditQuery = z.infer<typeof auditQuery>;

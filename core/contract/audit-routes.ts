import { z } from 'zod';
import { page, type Operation } from './operation.ts';
import { member, party } from './organisation.ts';
import { listQuery } from './queries.ts';
import { distinct, instant, position, sentInstant, uuid } from './scalars.ts';

const named = z.object({ id: uuid, name: z.string() });
const namedKey = z
  .object({ id: uuid, name: z.string(), prefix: z.string() })
  .meta({ id: 'NamedKey', description: 'An API key, shown to its own organisation and the coordinator.' });
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** One entry of the audit trail, with names as they are now. */
export const auditEntry = z
  .object({
    id: uuid,
    position,
    type: z.string().meta({ description: 'E.g. `key.revoked`, `member.added`, `warning.read`.' }),
    at: instant,
    actor: z.object({ organisation: party, member: member.optional(), key: namedKey.optional() }),
    about: z
      .object({
        organisation: party.optional(),
        member: member.optional(),
        key: namedKey.optional(),
        team: named.optional(),
        subscription: named.optional(),
        warning: z.object({ id: uuid, revision: z.int().nullable() }).optional(),
      })
      .meta({ description: 'What it was about. A warning is named to those who may see it.' }),
    data: z.record(z.string(), z.unknown()),
    digest: sha256.meta({ description: 'SHA-256 of salt and content.' }),
    hash: sha256.meta({ description: 'Its link of the chain.' }),
  })
  .meta({ id: 'AuditEntry' });

export const auditQuery = z.strictObject({
  type: distinct(
    z
      .string()
      .regex(/^[a-z][a-z-]{0,39}(\.[a-z-]{1,40})?$/, 'Write a type, e.g. key.revoked, or how several begin: key.'),
    1,
    40,
  ).optional(),
  actor: uuid.optional().meta({ description: 'A member or a key.' }),
  organisation: uuid.optional().meta({ description: 'For the coordinator: whose trail.' }),
  warning: uuid.optional(),
  since: sentInstant.optional(),
  until: sentInstant.optional(),
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
    query: auditQuery,
    answers: { 200: page(auditEntry) },
  },
} as const satisfies Record<string, Operation>;

export type AuditEntry = z.infer<typeof auditEntry>;
export type AuditQuery = z.infer<typeof auditQuery>;

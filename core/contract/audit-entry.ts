import { z } from 'zod';
import { member, party } from './organisation.ts';
import { instant, position, uuid } from './scalars.ts';

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

export type AuditEntry = z.infer<typeof auditEntry>;

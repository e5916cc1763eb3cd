import { z } from 'zod';
import { addressRange } from './address-range.ts';
import { member, scope } from './organisation.ts';
import { distinct, instant, oneLine, sentInstant, uuid } from './scalars.ts';
import { codesOf, keyStates, scopes } from './vocabularies.ts';

const networks = distinct(addressRange, 0, 50);
const ranges = 'Where it may be used from; empty: anywhere.';

export const keyRequest = z
  .strictObject({
    name: oneLine(1, 80),
    scopes: distinct(scope, 1, Object.keys(scopes).length),
    teams: distinct(uuid, 0, 100)
      .optional()
      .meta({ description: 'Limits it to these teams; empty: all of the organisation’s, later ones too.' }),
    networks: networks.optional().meta({ description: ranges }),
    expiresAt: sentInstant.nullish().meta({ description: 'At most two years ahead; null: never.' }),
  })
  .meta({ id: 'KeyRequest' });

/** JSON Merge Patch (RFC 7396). Scopes and teams never change. */
export const keyPatch = z
  .strictObject({
    name: oneLine(1, 80).optional(),
    networks: networks.nullish(),
    expiresAt: sentInstant.optional().meta({ description: 'Earlier than it was.' }),
  })
  .meta({ id: 'KeyPatch' });

const week = 604_800;

export const keyRotation = z
  .strictObject({
    overlap: z.int().min(0).max(week).optional().meta({
      description:
        'Seconds that the replaced key goes on working, never beyond its own expiry; a day where it is left out.',
    }),
  })
  .meta({ id: 'KeyRotation' });

export const key = z
  .object({
    id: uuid,
    name: z.string(),
    prefix: z.string().meta({ description: 'The second part of its token, to recognise it by.' }),
    scopes: z.array(scope),
    teams: z.array(uuid),
    networks: z.array(z.string()).meta({ description: ranges }),
    createdAt: instant,
    createdBy: member.nullable().meta({ description: 'null: another key, or the operator.' }),
    expiresAt: instant.nullable(),
    lastUsedAt: instant.nullable().meta({ description: 'To the minute.' }),
    revokedAt: instant.nullable(),
    replacedBy: uuid.nullable().meta({ description: 'The key that it was rotated to.' }),
    state: z.enum(codesOf(keyStates)),
  })
  .meta({ id: 'Key' });

export const issuedKey = z
  .object({
    key,
    token: z.string().nullable().meta({
      description: 'Shown this once and kept nowhere: a repeat under the same Idempotency-Key answers null.',
    }),
  })
  .meta({ id: 'IssuedKey' });

export type Key = z.infer<typeof key>;
export type KeyRequest = z.infer<typeof keyRequest>;
export type KeyPatch = z.infer<typeof keyPatch>;
export type IssuedKey = z.infer<typeof issuedKey>;

import { z } from 'zod';
import { instant, oneLine, uuid } from './scalars.ts';
import { codesOf, organisationKinds, roles, scopes, tlps } from './vocabularies.ts';

export const organisationKind = z.enum(codesOf(organisationKinds));
export const role = z.enum(codesOf(roles));
export const scope = z.enum(codesOf(scopes));
export const tlp = z.enum(codesOf(tlps));

/** What a withheld issuer is shown as. */
export const withheldName = 'A member of the network';
/** What the network itself is shown as. */
export const networkName = 'The network';

/** A member of the network as others see it. Withheld or the network itself: no id. */
export const party = z
  .object({ id: uuid.optional(), name: z.string(), kind: z.enum([...codesOf(organisationKinds), 'network']) })
  .meta({ id: 'Party' });

/** A person, shown to their own organisation alone. */
export const member = z.object({ id: uuid, name: z.string() }).meta({ id: 'Member' });

export const actor = z.object({ organisation: party, member: member.optional() }).meta({ id: 'Actor' });

export const organisation = z
  .object({
    id: uuid,
    name: z.string(),
    kind: organisationKind,
    countries: z.array(z.string()),
    languages: z.array(z.string()),
  })
  .meta({ id: 'Organisation' });

export const team = z.object({ id: uuid, name: z.string() }).meta({ id: 'Team' });

export const teamRequest = z.strictObject({ name: oneLine(1, 80) }).meta({ id: 'TeamRequest' });
export const teamPatch = z.strictObject({ name: oneLine(1, 80).optional() }).meta({ id: 'TeamPatch' });

/** Who this credential is and what it may do. */
export const me = z
  .object({
    organisation: party,
    as: z.discriminatedUnion('type', [
      z.object({
        type: z.literal('key'),
        id: uuid,
        name: z.string(),
        prefix: z.string(),
        scopes: z.array(scope),
        expiresAt: instant.nullable(),
      }),
      z.object({
        type: z.literal('member'),
        id: uuid,
        name: z.string(),
        role,
        language: z.string().nullable().meta({ description: 'Which they chose for what is written to them.' }),
        session: uuid,
        strength: z.enum(['none', 'session', 'recent']).meta({
          description: 'How lately a passkey or a code was shown: not in this session, in it, or just now.',
        }),
      }),
    ]),
    teams: z.array(team),
    clearance: tlp,
    may: z.array(z.string()).meta({ description: 'Operation ids of this document.' }),
    network: z.object({ name: z.string(), version: z.string(), retentionDays: z.int() }),
    now: instant,
  })
  .meta({ id: 'Me' });

export type Party = z.infer<typeof party>;
export type Member = z.infer<typeof member>;
export type Actor = z.infer<typeof actor>;
export type Organisation = z.infer<typeof organisation>;
export type Team = z.infer<typeof team>;
export type Me = z.infer<typeof me>;

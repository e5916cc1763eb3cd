import { z } from 'zod';
import { organisation, role, tlp } from './organisation.ts';
import { country, distinct, emailAddress, instant, language, oneLine, uuid } from './scalars.ts';
import { mailedToken, sealedToken } from './session.ts';

const personName = oneLine(1, 120);
const ofTeams = distinct(uuid, 0, 100);

/** A person of one's own organisation. */
export const colleague = z
  .object({
    id: uuid,
    name: z.string(),
    /** To managers, and of oneself. */
    address: z.string().optional(),
    role,
    teams: z.array(uuid).meta({ description: 'That they are limited to; empty: all.' }),
    language: z.string().nullable(),
    red: z.boolean().meta({ description: 'On the organisation’s TLP:RED list.' }),
    createdAt: instant,
    lastSeenAt: instant.nullable(),
    factors: z.object({ passkeys: z.int(), totp: z.boolean() }),
  })
  .meta({ id: 'Colleague' });

export const colleaguePatch = z
  .strictObject({
    name: personName.optional(),
    role: role.optional(),
    teams: ofTeams.optional(),
    language: language.nullable().optional(),
    red: z.boolean().optional(),
  })
  .meta({ id: 'ColleaguePatch' });

export const selfPatch = z
  .strictObject({ name: personName.optional(), language: language.nullable().optional() })
  .meta({ id: 'SelfPatch' });

export const addressRequest = z.strictObject({ address: emailAddress }).meta({ id: 'AddressRequest' });
export const addressConfirmation = z.strictObject({ token: sealedToken }).meta({ id: 'AddressConfirmation' });

export const invitation = z
  .object({
    id: uuid,
    address: z.string(),
    role,
    teams: z.array(uuid),
    language: z.string().nullable(),
    invitedBy: z.object({ id: uuid, name: z.string() }).nullable(),
    createdAt: instant,
    expiresAt: instant,
  })
  .meta({ id: 'Invitation' });

export const invitationRequest = z
  .strictObject({
    address: emailAddress,
    role,
    teams: ofTeams.optional(),
    language: language.nullable().optional(),
  })
  .meta({ id: 'InvitationRequest' });

export const invitationView = z.strictObject({ token: mailedToken }).meta({ id: 'InvitationView' });

/** What somebody is invited to, before they say yes. */
export const invited = z
  .object({
    organisation: organisation.pick({ name: true, kind: true }),
    role,
    address: z.string(),
    invitedBy: z.string().nullable(),
    expiresAt: instant,
  })
  .meta({ id: 'Invited' });

export const invitationAcceptance = z
  .strictObject({ token: mailedToken, name: personName, language: language.nullable().optional() })
  .meta({ id: 'InvitationAcceptance' });

/** One's own organisation, whole. */
export const ownOrganisation = organisation
  .extend({ clearance: tlp, listed: z.boolean() })
  .meta({ id: 'OwnOrganisation' });

export const organisationPatch = z
  .strictObject({ countries: distinct(country, 0, 60).optional(), languages: distinct(language, 0, 40).optional() })
  .meta({ id: 'OrganisationPatch' });

export const departureRequest = z
  .strictObject({
    /** What is told to those who had its active warnings, which are called off. */
    reason: z.string().min(1).max(2_000).optional(),
    cancelWarnings: z.boolean().optional(),
  })
  .meta({ id: 'DepartureRequest' });

export type Colleague = z.infer<typeof colleague>;
export type Invitation = z.infer<typeof invitation>;

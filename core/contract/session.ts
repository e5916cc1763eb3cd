import { z } from 'zod';
import { me, organisation, role } from './organisation.ts';
import { emailAddress, instant, uuid } from './scalars.ts';

export const signInMethod = z.enum(['link', 'invitation', 'passkey', 'single-sign-on']);

/** Where a member is signed in. */
export const session = z
  .object({
    id: uuid,
    device: z.string().meta({ example: 'Firefox on Linux' }),
    method: signInMethod,
    createdAt: instant,
    lastSeenAt: instant,
    expiresAt: instant,
    /** When a passkey or a code was last shown in it. */
    strongAt: instant.nullable(),
    current: z.boolean(),
  })
  .meta({ id: 'Session' });

/** A token as mails carry it: what has another form is unknown, not malformed. */
export const mailedToken = z.string().min(1).max(200);

/** The same where the token itself holds what was asked for, sealed. */
export const sealedToken = z.string().min(1).max(1_200);

export const linkRequest = z.strictObject({ address: emailAddress }).meta({ id: 'SignInLinkRequest' });

export const linkUse = z
  .strictObject({
    token: mailedToken,
    /** One of `choose`, where the address belongs to members of several organisations. */
    member: uuid.optional(),
  })
  .meta({ id: 'SignInLinkUse' });

/** Who the address may sign in as. */
export const membership = z
  .object({
    member: uuid,
    name: z.string(),
    role,
    organisation: organisation.pick({ id: true, name: true, kind: true }),
  })
  .meta({ id: 'Membership' });

export const signedIn = z.object({ signedIn: me }).meta({ id: 'SignedIn' });
export const choice = z.object({ choose: z.array(membership) }).meta({ id: 'SignInChoice' });

export type SignInMethod = z.infer<typeof signInMethod>;
export type Session = z.infer<typeof session>;
export type Membership = z.infer<typeof membership>;

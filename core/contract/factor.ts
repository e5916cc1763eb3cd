import { z } from 'zod';
import { instant, oneLine, uuid } from './scalars.ts';
import { faultSentences } from './sentences.ts';

export const passkey = z
  .object({ id: uuid, name: z.string(), createdAt: instant, lastUsedAt: instant.nullable() })
  .meta({ id: 'Passkey' });

/** What a member shows beside the way they signed in: secrets are told once, when they are made. */
export const factors = z
  .object({
    passkeys: z.array(passkey),
    totp: z.object({ confirmedAt: instant }).nullable(),
    /** How many are left. */
    recoveryCodes: z.int(),
  })
  .meta({ id: 'Factors' });

const base64url = z
  .string()
  .regex(/^[\w-]+$/)
  .max(65_536);
/** Browsers say more from version to version: what is not read is taken and let go. */
const clientOutputs = z.looseObject({}).optional();

/** What a browser answers to navigator.credentials.create() (WebAuthn Level 3, RegistrationResponseJSON). */
const registration = z.looseObject({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  authenticatorAttachment: z.string().max(40).nullish(),
  clientExtensionResults: clientOutputs,
  response: z.looseObject({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
});

/** What it answers to navigator.credentials.get() (AuthenticationResponseJSON). */
const assertion = z.looseObject({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  authenticatorAttachment: z.string().max(40).nullish(),
  clientExtensionResults: clientOutputs,
  response: z.looseObject({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.nullish(),
  }),
});

/** Options as the browser takes them (WebAuthn Level 3, parseCreationOptionsFromJSON, parseRequestOptionsFromJSON). */
export const passkeyOptions = z.looseObject({ challenge: z.string() }).meta({ id: 'PasskeyOptions' });

const passkeyName = oneLine(1, 80);
export const passkeyRequest = z
  .strictObject({
    name: passkeyName.optional().meta({ description: 'Absent: by the device, e.g. Firefox on Linux.' }),
    response: registration,
  })
  .meta({ id: 'PasskeyRequest' });
export const passkeyPatch = z.strictObject({ name: passkeyName.optional() }).meta({ id: 'PasskeyPatch' });
export const passkeyAnswer = z.strictObject({ response: assertion }).meta({ id: 'PasskeyAnswer' });

const oneTimeCode = z.string().regex(/^\s*\d{3}\s?\d{3}\s*$/, faultSentences.sixDigits);

export const totpSecret = z.object({ uri: z.string(), secret: z.string() }).meta({ id: 'TotpSecret' });
export const totpConfirmation = z.strictObject({ code: oneTimeCode }).meta({ id: 'TotpConfirmation' });
export const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });

/** One of them; of several the first that is named here counts. */
export const stepUpRequest = z
  .strictObject({
    passkey: assertion.optional(),
    totp: oneTimeCode.optional(),
    recoveryCode: z.string().min(1).max(100).optional(),
  })
  .meta({ id: 'StepUpRequest' });

export type Factors = z.infer<typeof factors>;
export type Passkey = z.infer<typeof passkey>;
export type PasskeyRegistration = z.infer<typeof registration>;
export type PasskeyAssertion = z.infer<typeof assertion>;
export type StepUp = z.infer<typeof stepUpRequest>;

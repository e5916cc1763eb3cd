import { z } from 'zod';
import { grounds, codesOf } from './vocabularies.ts';
import { organisationKind, tlp } from './organisation.ts';
import { country, distinct, emailAddress, instant, language, multiLine, oneLine, uuid, webAddress } from './scalars.ts';
import { mailedToken } from './session.ts';

const perHour = z.int().min(0).max(1_000);

/** How many warnings of each severity an organisation may raise in an hour, beside the limit for all; absent: no other limit. */
export const raiseLimits = z
  .strictObject({
    extreme: perHour.optional(),
    severe: perHour.optional(),
    moderate: perHour.optional(),
    minor: perHour.optional(),
  })
  .meta({ id: 'RaiseLimits' });

/** Who asks to join, and what they are. */
export const applicationRequest = z
  .strictObject({
    organisation: oneLine(1, 80),
    kind: organisationKind.exclude(['coordinator']),
    legalForm: oneLine(1, 120),
    registration: oneLine(1, 200).optional(),
    website: webAddress.optional(),
    countries: distinct(country, 1, 60),
    languages: distinct(language, 1, 40),
    grounds: distinct(z.enum(codesOf(grounds)), 0, 20),
    /** Status under Article 22 of the Digital Services Act, and by which Digital Services Coordinator. */
    trustedFlagger: z
      .strictObject({ by: oneLine(1, 200), number: oneLine(1, 100).optional() })
      .nullable()
      .optional(),
    purpose: multiLine(1, 4_000),
    contact: z.strictObject({ name: oneLine(1, 120), address: emailAddress }),
    language: language.optional(),
  })
  .meta({ id: 'ApplicationRequest' });

export const applicationState = z.enum(['unconfirmed', 'open', 'asked', 'admitted', 'refused', 'withdrawn']);

export const applicationMessage = z
  .object({ author: z.enum(['applicant', 'coordinator']), text: z.string(), at: instant })
  .meta({ id: 'ApplicationMessage' });

export const application = applicationRequest
  .extend({
    id: uuid,
    state: applicationState,
    createdAt: instant,
    updatedAt: instant,
    /** Oldest first. */
    messages: z.array(applicationMessage),
    /** What it became. */
    admittedAs: uuid.nullable(),
  })
  .meta({ id: 'Application' });

export const applicationToken = z.strictObject({ token: mailedToken }).meta({ id: 'ApplicationToken' });
export const applicationAnswer = z
  .strictObject({ token: mailedToken, text: multiLine(1, 4_000) })
  .meta({ id: 'ApplicationAnswer' });
export const applicationQuestion = z.strictObject({ text: multiLine(1, 4_000) }).meta({ id: 'ApplicationQuestion' });
export const applicationRefusal = z.strictObject({ reason: multiLine(1, 4_000) }).meta({ id: 'ApplicationRefusal' });

/** What the coordinator decides otherwise than the application says. */
export const admission = z
  .strictObject({
    name: oneLine(1, 80).optional(),
    kind: organisationKind.exclude(['coordinator']).optional(),
    clearance: tlp.optional(),
    listed: z.boolean().optional(),
    raiseLimits: raiseLimits.nullable().optional(),
  })
  .meta({ id: 'Admission' });

/** An organisation as the coordinator sees it. */
export const memberOrganisation = z
  .object({
    id: uuid,
    name: z.string(),
    kind: organisationKind,
    countries: z.array(z.string()),
    languages: z.array(z.string()),
    clearance: tlp,
    listed: z.boolean(),
    state: z.enum(['standing', 'suspended', 'left']),
    braked: z.boolean(),
    raiseLimits: raiseLimits.nullable(),
    members: z.int(),
    keys: z.int(),
    createdAt: instant,
  })
  .meta({ id: 'MemberOrganisation' });

export const organisationAdmission = z
  .strictObject({
    name: oneLine(1, 80),
    kind: organisationKind.exclude(['coordinator']),
    countries: distinct(country, 0, 60).optional(),
    languages: distinct(language, 0, 40).optional(),
    clearance: tlp.optional(),
    listed: z.boolean().optional(),
    raiseLimits: raiseLimits.nullable().optional(),
    /** Who is invited as its owner. */
    owner: emailAddress,
    language: language.optional(),
  })
  .meta({ id: 'OrganisationAdmission' });

export const memberOrganisationPatch = z
  .strictObject({
    name: oneLine(1, 80).optional(),
    countries: distinct(country, 0, 60).optional(),
    languages: distinct(language, 0, 40).optional(),
    clearance: tlp.optional(),
    listed: z.boolean().optional(),
    raiseLimits: raiseLimits.nullable().optional(),
  })
  .meta({ id: 'MemberOrganisationPatch' });

export const measureRequest = z.strictObject({ reason: multiLine(1, 2_000) }).meta({ id: 'MeasureRequest' });

export const retractionRequest = z
  .strictObject({
    reason: multiLine(1, 2_000),
    suspend: z.boolean().optional(),
    /** Also those that withhold their issuer: called off at the same time they let others guess who that is. */
    withheld: z.boolean().optional(),
  })
  .meta({ id: 'RetractionRequest' });

export type Application = z.infer<typeof application>;
export type ApplicationForm = z.infer<typeof applicationRequest>;
export type ApplicationState = z.infer<typeof applicationState>;
export type RaiseLimits = z.infer<typeof raiseLimits>;
export type MemberOrganisation = z.infer<typeof memberOrganisation>;
export type Admission = z.infer<typeof admission>;

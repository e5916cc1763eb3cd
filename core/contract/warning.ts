import { z } from 'zod';
import { acknowledgement } from './acknowledgement.ts';
import { party, tlp } from './organisation.ts';
import {
  country,
  distinct,
  instant,
  language,
  multiLine,
  oneLine,
  sentInstant,
  subdivision,
  termText,
  uuid,
  webAddress,
} from './scalars.ts';
import {
  asks,
  certainties,
  codesOf,
  grounds,
  severities,
  statuses,
  termKinds,
  triggers,
  urgencies,
  warningStates,
} from './vocabularies.ts';

export const ground = z.enum(codesOf(grounds));
export const severity = z.enum(codesOf(severities));
export const status = z.enum(codesOf(statuses));
export const warningState = z.enum(codesOf(warningStates));

const term = z
  .strictObject({
    text: termText(1, 200),
    kind: z.enum(codesOf(termKinds)),
    language: language.optional(),
    meaning: multiLine(0, 500).optional(),
    caution: multiLine(0, 500).optional(),
  })
  .meta({ id: 'Term' });

const reference = z.strictObject({ url: webAddress, note: multiLine(0, 500).optional() }).meta({ id: 'Reference' });

const translation = z
  .strictObject({
    language,
    headline: oneLine(1, 160),
    description: multiLine(1, 10_000),
    instruction: multiLine(0, 4_000).optional(),
  })
  .meta({ id: 'Translation' });

const audience = z
  .strictObject({ only: distinct(uuid, 1, 500).optional(), except: distinct(uuid, 0, 500).optional() })
  .meta({ id: 'Audience' });

/** What its issuer writes, member by member. */
const written = {
  language,
  headline: oneLine(1, 160),
  description: multiLine(1, 10_000),
  instruction: multiLine(0, 4_000),
  asks: distinct(z.enum(codesOf(asks)), 0, 10),
  trigger: z.enum(codesOf(triggers)),
  countries: distinct(country, 0, 60),
  subdivisions: distinct(subdivision, 0, 200),
  languages: distinct(language, 1, 40),
  grounds: distinct(ground, 1, 20),
  severity,
  urgency: z.enum(codesOf(urgencies)),
  certainty: z.enum(codesOf(certainties)),
  onset: sentInstant,
  expires: sentInstant,
  terms: z.array(term).max(100),
  references: z.array(reference).max(50),
  translations: z.array(translation).max(24),
  audience,
  withholdIssuer: z.boolean(),
  tlp: tlp.meta({
    description: 'To write TLP:RED a key needs the scope warnings:red on top, or it could not read its own warning.',
  }),
};

/** Members that a raise may leave out; a revision returns them to their default with null. */
export const optionalMembers = [
  'instruction',
  'asks',
  'countries',
  'subdivisions',
  'onset',
  'terms',
  'references',
  'translations',
  'audience',
  'withholdIssuer',
] as const satisfies readonly (keyof typeof written)[];

const sent = z.strictObject({ status: status.optional(), ...written });

/** To raise. */
export const raiseRequest = sent
  .partial(
    Object.fromEntries(optionalMembers.map((name) => [name, true])) as Record<(typeof optionalMembers)[number], true>,
  )
  .meta({ id: 'RaiseRequest' });

const w = written;

/** To revise: what changes, whole; null returns an optional member to its default. */
export const revisionRequest = z
  .strictObject({
    language: w.language.optional(),
    headline: w.headline.optional(),
    description: w.description.optional(),
    instruction: w.instruction.nullish(),
    asks: w.asks.nullish(),
    trigger: w.trigger.optional(),
    countries: w.countries.nullish(),
    subdivisions: w.subdivisions.nullish(),
    languages: w.languages.optional(),
    grounds: w.grounds.optional(),
    severity: w.severity.optional(),
    urgency: w.urgency.optional(),
    certainty: w.certainty.optional(),
    onset: w.onset.nullish(),
    expires: w.expires.optional(),
    terms: w.terms.nullish(),
    references: w.references.nullish(),
    translations: w.translations.nullish(),
    audience: w.audience.nullish(),
    withholdIssuer: w.withholdIssuer.nullish(),
    tlp: w.tlp.optional(),
    status: status.optional().meta({ description: 'Never changes; only the present value is accepted.' }),
    correction: z.boolean().optional().meta({ description: 'For typing errors: asks or instruction do not reopen.' }),
  })
  .meta({ id: 'RevisionRequest' });

export const cancellationRequest = z.strictObject({ reason: multiLine(1, 2_000) }).meta({ id: 'CancellationRequest' });

/** Members of a revision that can be blanked. */
export const redactableMembers = [
  'headline',
  'description',
  'instruction',
  'terms',
  'references',
  'translations',
] as const;

export const redactionRequest = z
  .strictObject({ members: distinct(z.enum(redactableMembers), 1, 6), reason: multiLine(1, 2_000) })
  .meta({ id: 'RedactionRequest' });

/** A warning as answered. The coordinator outside a TLP:RED warning's audience gets the marked members alone. */
export const warning = z
  .object({
    id: uuid,
    revision: z.int(),
    state: warningState,
    status,
    issuer: party,
    language: z.string(),
    headline: z.string(),
    description: z.string(),
    instruction: z.string(),
    asks: z.array(z.enum(codesOf(asks))),
    trigger: z.enum(codesOf(triggers)),
    countries: z.array(z.string()),
    subdivisions: z.array(z.string()),
    languages: z.array(z.string()),
    grounds: z.array(ground),
    severity,
    urgency: z.enum(codesOf(urgencies)),
    certainty: z.enum(codesOf(certainties)),
    onset: instant,
    expires: instant,
    terms: z.array(z.object(term.shape)),
    references: z.array(z.object(reference.shape)),
    translations: z.array(z.object(translation.shape)),
    audience: z.object(audience.shape).optional(),
    withholdIssuer: z.boolean(),
    tlp,
    createdAt: instant,
    updatedAt: instant,
    cancellation: z.object({ reason: z.string(), at: instant, retracted: z.boolean().optional() }).nullable(),
    corroborations: z.object({ seen: z.int(), notSeen: z.int() }),
    redactions: z
      .array(z.object({ members: z.array(z.string()), reason: z.string(), at: instant }))
      .optional()
      .meta({ description: 'Present where members of this revision were blanked.' }),
    acknowledgement: acknowledgement.nullable().optional().meta({ description: 'Over HTTP only.' }),
  })
  .meta({ id: 'Warning' });

/** What a coordinator gets of a TLP:RED warning that it is not in the audience of. */
export const markedWarning = warning
  .pick({
    id: true,
    revision: true,
    state: true,
    status: true,
    issuer: true,
    tlp: true,
    audience: true,
    onset: true,
    expires: true,
    createdAt: true,
    updatedAt: true,
  })
  .meta({ id: 'MarkedWarning' });

export type Warning = z.infer<typeof warning>;
export type MarkedWarning = z.infer<typeof markedWarning>;
export type RaiseRequest = z.infer<typeof raiseRequest>;
export type RevisionRequest = z.infer<typeof revisionRequest>;
export type CancellationRequest = z.infer<typeof cancellationRequest>;
export type RedactionRequest = z.infer<typeof redactionRequest>;
export type Audience = z.infer<typeof audience>;

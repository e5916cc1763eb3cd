import { z } from 'zod';
import { after, country, distinct, language, sentInstant, uuid } from './scalars.ts';
import { faultSentences } from './sentences.ts';
import { ground, severity, status, warningState } from './warning.ts';

const limit = (max: number, standard: number) =>
  z
    .int()
    .min(1)
    .max(max)
    .optional()
    .meta({ description: `1–${max}, default ${standard}` });

/** A filter's parameters: `country language ground severity status`; a repeated parameter means several values. */
export const filterQuery = {
  country: distinct(country, 0, 60).optional(),
  language: distinct(language, 0, 40).optional(),
  ground: distinct(ground, 0, 20).optional(),
  severity: severity.optional(),
  status: distinct(status, 1, 3).optional(),
};

export const listQuery = z.strictObject({ cursor: z.string().optional(), limit: limit(200, 50) });

const searched = z
  .string()
  .refine((text) => [...text].length >= 2 && [...text].length <= 200, faultSentences.search)
  .refine((text) => !text.includes('\0') && !/\p{Cs}/u.test(text), 'The text holds characters that are never kept.')
  .optional();

export const warningsQuery = z.strictObject({
  ...filterQuery,
  state: distinct(warningState, 1, 3).optional(),
  q: searched,
  issuer: z.enum(['own']).optional().meta({ description: 'own: those alone that your organisation raised.' }),
  since: sentInstant.optional(),
  until: sentInstant.optional(),
  ...listQuery.shape,
});

const { language: spoken, ground: concerned, severity: floor, status: kinds } = filterQuery;

/** As for warnings; unless asked for, neither exercises nor tests are among what is active somewhere. */
export const countriesQuery = z.strictObject({
  language: spoken,
  ground: concerned,
  severity: floor,
  status: kinds.meta({ description: 'Default: actual alone.' }),
  q: searched,
});

export const eventsQuery = z.strictObject({
  after: after.optional(),
  cursor: after
    .optional()
    .meta({ description: 'The `next` of the page before: goes on there, whatever `after` says.' }),
  limit: limit(1000, 100),
  ...filterQuery,
});

export const policyQuery = z.strictObject({ team: uuid.optional() });

export type WarningsQuery = z.infer<typeof warningsQuery>;
export type CountriesQuery = z.infer<typeof countriesQuery>;
export type EventsQuery = z.infer<typeof eventsQuery>;

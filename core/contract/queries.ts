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
  country: distinct(country, 0, 60)
    .optional()
    .meta({ description: 'Any of these; a warning that names no country matches each.' }),
  language: distinct(language, 0, 40)
    .optional()
    .meta({ description: 'Any of these that the hatred is expected in; `pt` matches `pt-BR`.' }),
  ground: distinct(ground, 0, 20).optional().meta({ description: 'Any of these grounds of hatred.' }),
  severity: severity.optional().meta({ description: 'This one or a higher one.' }),
  status: distinct(status, 1, 3).optional().meta({ description: 'Any of these; default actual and exercise.' }),
};

export const listQuery = z.strictObject({
  cursor: z.string().optional().meta({ description: 'The `next` of the page before, asked for with the same filter.' }),
  limit: limit(200, 50),
});

export const warningStates = distinct(warningState, 1, 3)
  .optional()
  .meta({ description: 'Any of these; default all.' });

const raisedQuery = {
  since: sentInstant.optional().meta({ description: 'Raised from here on, inclusive.' }),
  until: sentInstant.optional().meta({ description: 'Raised before this.' }),
};

const searched = z
  .string()
  .refine((text) => [...text].length >= 2 && [...text].length <= 200, faultSentences.search)
  .refine((text) => !text.includes('\0') && !/\p{Cs}/u.test(text), 'The text holds characters that are never kept.')
  .optional()
  .meta({ description: '2–200 characters, looked for in what you may read of the warnings.' });

export const warningsQuery = z.strictObject({
  ...filterQuery,
  state: warningStates,
  q: searched,
  issuer: z.enum(['own']).optional().meta({
    description:
      'own: those alone that your organisation raised, those without its name too; absent: whoever raised them.',
  }),
  ...raisedQuery,
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
  after: after.optional().meta({
    description:
      'A position: what comes behind it; `start`: from the oldest that is held; `now`. Absent: start as JSON, now as a stream.',
  }),
  cursor: after
    .optional()
    .meta({ description: 'The `next` of the page before: goes on there, whatever `after` says.' }),
  limit: limit(1000, 100),
  ...filterQuery,
});

export const policyQuery = z.strictObject({
  team: uuid.optional().meta({ description: 'One of your organisation’s; absent: its first.' }),
});

export type WarningsQuery = z.infer<typeof warningsQuery>;
export type CountriesQuery = z.infer<typeof countriesQuery>;
export type EventsQuery = z.infer<typeof eventsQuery>;

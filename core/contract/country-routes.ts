import { z } from 'zod';
import { read, type Operation } from './operation.ts';
import { countriesQuery } from './queries.ts';
import { severity } from './warning.ts';

/** What is active in one country. */
export const countryStanding = z
  .object({
    country: z.string().nullable().meta({ description: 'ISO 3166-1 alpha-2; null: of warnings that name no country.' }),
    active: z.int().meta({ description: 'How many warnings are active.' }),
    severity: severity.meta({ description: 'Of the gravest of them.' }),
    waiting: z.int().meta({ description: 'How many of them wait for the answer of one of your own teams.' }),
  })
  .meta({ id: 'CountryStanding' });

export type CountryStanding = z.infer<typeof countryStanding>;

/** Calls about where it burns. */
export const countryOperations = {
  listCountries: {
    method: 'GET',
    path: '/countries',
    summary: 'What is active in each country, of the warnings that you may read whole',
    description:
      'For maps. A warning of several countries counts in each; those of no particular country stand under null, first. A country in which nothing is active is left out. `waiting` counts what waits for one of your own teams.',
    ...read,
    query: countriesQuery,
    answers: { 200: z.object({ data: z.array(countryStanding) }) },
  },
} as const satisfies Record<string, Operation>;

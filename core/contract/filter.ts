import { z } from 'zod';
import { country, distinct, language } from './scalars.ts';
import { ground, severity, status } from './warning.ts';

/** Within a list any value may match, between lists all must; empty matches everything; severity is a floor. */
export const filterRequest = z
  .strictObject({
    countries: distinct(country, 0, 60).optional(),
    languages: distinct(language, 0, 40).optional(),
    grounds: distinct(ground, 0, 20).optional(),
    severity: severity.optional(),
    statuses: distinct(status, 1, 3).optional(),
  })
  .meta({ id: 'FilterRequest' });

/** As part of a JSON Merge Patch (RFC 7396): null returns a list or the floor to its default, lists are replaced whole. */
export const filterPatch = z.strictObject({
  countries: filterRequest.shape.countries.nullable(),
  languages: filterRequest.shape.languages.nullable(),
  grounds: filterRequest.shape.grounds.nullable(),
  severity: filterRequest.shape.severity.nullable(),
  statuses: filterRequest.shape.statuses.nullable(),
});

/** Whole and canonical: sorted, without repeats. */
export const filter = z
  .object({
    countries: z.array(z.string()),
    languages: z.array(z.string()),
    grounds: z.array(ground),
    severity,
    statuses: z.array(status),
  })
  .meta({ id: 'Filter' });

export type Filter = z.infer<typeof filter>;
export type FilterRequest = z.infer<typeof filterRequest>;
export type FilterPatch = z.infer<typeof filterPatch>;

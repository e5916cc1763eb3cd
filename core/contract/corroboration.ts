import { z } from 'zod';
import { party } from './organisation.ts';
import { country, distinct, instant, language, multiLine, uuid } from './scalars.ts';

export const sighting = z.enum(['seen', 'not_seen']).meta({ description: 'not_seen: looked, did not find.' });

export const corroborationRequest = z
  .strictObject({
    sighting: sighting.optional(),
    countries: distinct(country, 0, 60).optional(),
    languages: distinct(language, 0, 40).optional(),
    note: multiLine(0, 2_000).optional(),
    withhold: z.boolean().optional(),
  })
  .meta({ id: 'CorroborationRequest' });

export const corroboration = z
  .object({
    id: uuid,
    warning: uuid,
    organisation: party,
    sighting,
    countries: z.array(z.string()),
    languages: z.array(z.string()),
    note: z.string(),
    withhold: z.boolean(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Corroboration' });

export type Corroboration = z.infer<typeof corroboration>;
export type CorroborationRequest = z.infer<typeof corroborationRequest>;

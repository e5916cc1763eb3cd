import { z } from 'zod';
import { filterRequest } from './filter.ts';
import { limits } from './limits.ts';
import { instant, uuid } from './scalars.ts';
import { severity } from './warning.ts';

const count = z.int().min(0);

/** Filters that are saved or still being written. */
export const matchesRequest = z
  .strictObject({ filters: z.array(filterRequest).min(1).max(limits.countedFilters) })
  .meta({ id: 'MatchesRequest' });

/** How many of the warnings of late each filter would have brought, in the order of the filters. */
export const matches = z
  .object({
    since: instant.meta({
      description: '90 days ago; later where the network had more warnings since then than are looked through.',
    }),
    matches: z.array(
      z.object({
        count,
        bySeverity: z
          .object({ extreme: count, severe: count, moderate: count, minor: count })
          .meta({ description: 'As they are now; less than all of them where some may not be read.' }),
        newest: z
          .array(z.object({ id: uuid, headline: z.string(), language: z.string(), severity, createdAt: instant }))
          .max(3),
      }),
    ),
  })
  .meta({ id: 'Matches' });

export type Matches = z.infer<typeof matches>;
export type Match = Matches['matches'][number];

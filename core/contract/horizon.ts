import { z } from 'zod';
import { acknowledgement } from './acknowledgement.ts';
import { limits } from './limits.ts';
import { filterQuery, listQuery, warningStates } from './queries.ts';
import { sentInstant } from './scalars.ts';
import { markedWarning, warning } from './warning.ts';

export const horizonQuery = z.strictObject({
  ...filterQuery,
  state: warningStates,
  since: sentInstant.optional().meta({ description: 'Onset from here on, inclusive; default now.' }),
  until: sentInstant.optional().meta({
    description: `Onset before this; at most and by default ${limits.horizonDays} days after \`since\`.`,
  }),
  ...listQuery.shape,
});

/** How many teams stand where: of those that were asked, or answered unasked. */
const standing = z.object({ state: acknowledgement.shape.state, teams: z.int() });

/** A warning as it lies on the horizon: when, where, how severe, and what became of it. */
export const horizonEntry = warning
  .pick({
    id: true,
    revision: true,
    state: true,
    status: true,
    issuer: true,
    withholdIssuer: true,
    tlp: true,
    language: true,
    headline: true,
    trigger: true,
    countries: true,
    subdivisions: true,
    languages: true,
    grounds: true,
    severity: true,
    certainty: true,
    onset: true,
    expires: true,
    createdAt: true,
    updatedAt: true,
    cancellation: true,
    corroborations: true,
  })
  .extend({
    acknowledgement: acknowledgement
      .pick({ state: true, reason: true, measures: true })
      .nullable()
      .meta({ description: 'Of the caller’s own team; of several the least advanced.' }),
    answers: z.array(standing).optional().meta({
      description: 'How many teams stand where; answered to the issuer’s organisation and the coordinator alone.',
    }),
  })
  .meta({ id: 'HorizonEntry' });

/** What a coordinator outside a TLP:RED audience gets has the marking alone here too. */
export const listedOnHorizon = z.union([horizonEntry, markedWarning]);

export type HorizonQuery = z.infer<typeof horizonQuery>;
export type HorizonEntry = z.infer<typeof horizonEntry>;
export type ListedOnHorizon = z.infer<typeof listedOnHorizon>;

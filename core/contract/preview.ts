import { z } from 'zod';
import { party, tlp } from './organisation.ts';
import { instant, uuid } from './scalars.ts';
import { ground, raiseRequest, revisionRequest, severity } from './warning.ts';

/** The body of a raise, every member optional, or a revision of a warning. */
export const previewRequest = z
  .strictObject({ ...raiseRequest.partial().shape, ...revisionRequest.shape, revisionOf: uuid.optional() })
  .meta({ id: 'PreviewRequest' });

const count = z.int().min(0);

/**
 * Who has today what the revision would keep from them: all of the `text`, the name of its `issuer`, or the text under a looser
 * `marking`. Unlisted organisations are not named.
 */
const alreadyOut = z.array(party.extend({ has: z.array(z.enum(['text', 'issuer', 'marking'])).min(1) }));

export const preview = z
  .object({
    reach: z.object({
      organisations: count,
      byKind: z.object({ cso: count, platform: count, coordinator: count, observer: count }),
      platforms: z.array(z.object({ id: uuid, name: z.string(), follows: z.boolean() })).max(200),
      subscribers: z.enum(['0', '1-9', '10-99', '100-999', '1000+']),
    }),
    leftOut: z.array(z.object({ id: uuid, name: z.string() })),
    reads: z.object({ tlp, who: z.string(), issuerNamed: z.boolean(), alreadyOut }),
    reopens: count.optional(),
    similar: z
      .array(
        z.object({
          id: uuid,
          headline: z.string(),
          language: z.string(),
          countries: z.array(z.string()),
          grounds: z.array(ground),
          severity,
          onset: instant,
          expires: instant,
          issuer: party,
          corroborations: z.object({ seen: count, notSeen: count }),
          score: z.number().min(0).max(1),
        }),
      )
      .max(5),
    missing: z.array(z.string()),
  })
  .meta({ id: 'Preview' });

export type Preview = z.infer<typeof preview>;
export type PreviewRequest = z.infer<typeof previewRequest>;

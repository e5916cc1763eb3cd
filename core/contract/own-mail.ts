import { z } from 'zod';
import { hoursRequest } from './escalation-policy.ts';
import { filter, filterPatch } from './filter.ts';

const warnings = z.boolean().meta({ description: 'Whether warnings that match the filter are mailed to them.' });

/** What a member is mailed by their own choice. Whatever stands here, steps of escalation policies and channels of teams reach them as before. */
export const ownMail = z
  .object({
    warnings,
    filter,
    /** Of their own clock, which all their mails tell the time by; during its quiet hours warnings wait, but for extreme ones. */
    hours: hoursRequest.nullable(),
  })
  .meta({ id: 'OwnMail' });

/** JSON Merge Patch (RFC 7396): null returns a member to its default; hours are named whole. */
export const ownMailPatch = z
  .strictObject({ warnings: warnings.nullish(), filter: filterPatch.nullish(), hours: hoursRequest.nullish() })
  .meta({ id: 'OwnMailPatch' });

export type OwnMail = z.infer<typeof ownMail>;
export type OwnMailPatch = z.infer<typeof ownMailPatch>;

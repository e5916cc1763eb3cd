import { z } from 'zod';
import { filter, filterRequest } from './filter.ts';
import { limits } from './limits.ts';
import { instant, oneLine, uuid } from './scalars.ts';

const statusless = filterRequest.omit({ statuses: true }).meta({
  id: 'CalendarFilterRequest',
  description: 'Members left out take the defaults. Drills are in every calendar and say so; tests are in none.',
});

export const calendarRequest = z
  .strictObject({ name: oneLine(1, 80), filter: statusless.optional() })
  .meta({ id: 'CalendarRequest' });

/** An address that a member's calendar subscribes to: whoever has it reads there what the member may have in a calendar. */
export const calendar = z
  .object({
    id: uuid,
    name: z.string(),
    filter,
    createdAt: instant,
    expiresAt: instant.meta({ description: `${limits.calendarDays} days after it was made.` }),
    lastUsedAt: instant.nullable().meta({ description: 'When a calendar last read it, to the minute.' }),
  })
  .meta({ id: 'Calendar' });

export const issuedCalendar = z
  .object({
    calendar,
    address: z.string().nullable().meta({
      description: 'Answered this once and kept nowhere: a repeat under the same Idempotency-Key answers null.',
    }),
  })
  .meta({ id: 'IssuedCalendar' });

export type Calendar = z.infer<typeof calendar>;
export type CalendarRequest = z.infer<typeof calendarRequest>;
export type IssuedCalendar = z.infer<typeof issuedCalendar>;

import { z } from 'zod';
import { party, team, tlp } from './organisation.ts';
import { instant, sentInstant, timeZone, uuid } from './scalars.ts';
import { severity, status } from './warning.ts';

/** Actual warnings and drills are counted apart. */
const countedStatus = z.enum(['actual', 'exercise']);
const step = z.enum(['week', 'month']);

export const statisticsQuery = z.strictObject({
  since: sentInstant
    .optional()
    .meta({ description: 'Inclusive, of when warnings were raised; default a year before `until`.' }),
  until: sentInstant.optional().meta({ description: 'Exclusive; default now. At most three years after `since`.' }),
  by: step
    .optional()
    .meta({ description: 'What `over` counts by; default by the week up to four months, else by the month.' }),
  timeZone: timeZone.optional().meta({ description: 'Whose weeks and months; default UTC.' }),
  status: countedStatus.optional().meta({ description: 'Default actual; never both.' }),
  organisation: uuid.optional().meta({ description: 'For the coordinator: whose; absent, the whole network’s.' }),
});

const count = z.int().min(0);

/** How many have each code. */
const coded = z.array(z.object({ code: z.string(), count })).meta({ id: 'CodedCounts' });

const waits = z
  .object({
    count: count.meta({ description: 'Answers that the figures rest on.' }),
    median: z.number().nullable(),
    p90: z.number().nullable(),
  })
  .meta({ id: 'Waits', description: 'Seconds; null where there is nothing to count.' });

/** What became of the answers that warnings were to have; one for each warning and team that was expected to answer, or did. */
const answers = z.object({
  count,
  waiting: count.meta({ description: 'Of these, not answered, and the warning is still active.' }),
  unanswered: count.meta({ description: 'Of these, not answered before the warning was over.' }),
  states: coded.meta({ description: 'Of these, the answers given, as they stand.' }),
  reasons: coded.meta({ description: 'Why nothing was done, or the warning was declined.' }),
  measures: coded.meta({ description: 'What was done; one answer may name several.' }),
  usefulness: coded,
  escalations: count.meta({ description: 'Steps of escalation policies that fired.' }),
  times: z.object({ delivered: waits, seen: waits, acknowledged: waits, closed: waits }),
});

/** What one asks for who may have it, and nothing of which the parts of a warning are withheld from them. */
export const statistics = z
  .object({
    of: party.nullable().meta({ description: 'null: the whole network.' }),
    scope: z.enum(['raised', 'received', 'network']).meta({
      description:
        'What is counted: the warnings that it raised, those that its teams were expected to answer or did, or all that the caller may read.',
    }),
    since: instant,
    until: instant,
    by: step,
    timeZone: z.string(),
    status,
    madeAt: instant,
    warnings: z.object({
      count,
      red: count.nullable().meta({
        description:
          'For a coordinator: warnings beside these, marked TLP:RED, that it may not break down; null: not told.',
      }),
      states: coded,
      over: z.array(z.object({ from: instant, count })),
      transnational: count.meta({ description: 'Of no particular country.' }),
      countries: coded,
      languages: coded,
      grounds: coded,
      severities: coded,
      triggers: coded,
      corroborated: count.meta({ description: 'Those that another organisation said it sees too.' }),
      seen: count,
      notSeen: count,
    }),
    issuers: z
      .array(z.object({ organisation: party, count }))
      .nullable()
      .meta({ description: 'For the whole network alone. Withheld warnings are counted under nobody’s name.' }),
    answers,
    answering: z
      .array(answers.extend({ organisation: party, team: team.nullable() }))
      .meta({ description: 'The same by organisation; `received` by team.' }),
    waiting: z
      .array(
        z.object({
          warning: z.object({
            id: uuid,
            headline: z.string().nullable().meta({ description: 'null where it is marked TLP:RED.' }),
            language: z.string(),
            severity,
            tlp,
          }),
          organisation: party,
          team,
          waitingSince: instant,
        }),
      )
      .meta({ description: 'The hundred that wait longest.' }),
  })
  .meta({ id: 'Statistics' });

export type StatisticsQuery = z.infer<typeof statisticsQuery>;
export type Statistics = z.infer<typeof statistics>;

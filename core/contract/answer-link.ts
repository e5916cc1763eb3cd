import { z } from 'zod';
import { acknowledgementState } from './acknowledgement.ts';
import { tlp } from './organisation.ts';
import { instant, uuid } from './scalars.ts';
import { mailedToken } from './session.ts';
import { codesOf, triggers } from './vocabularies.ts';
import { severity, status } from './warning.ts';

/** What the link of an escalation's mail may answer: `acknowledged`, I take it; `pass`, not me: ask the next now. */
export const mailedAnswers = ['acknowledged', 'pass'] as const;

export const answerLinkView = z.strictObject({ token: mailedToken }).meta({ id: 'AnswerLinkView' });

export const answerLinkUse = z
  .strictObject({ token: mailedToken, state: z.enum(mailedAnswers) })
  .meta({ id: 'AnswerLinkUse' });

/** What a step's mail asks of whoever holds its link, and what they may read of the warning without signing in. */
export const answerLink = z
  .object({
    state: z.enum(['open', 'used', 'answered', 'over', 'signed-in']).meta({
      description:
        'open: may be answered; used: this link was; answered: the team has answered; over: the warning is, or a newer mail asks; signed-in: answered by those who have signed in alone',
    }),
    warning: uuid,
    tlp,
    status,
    organisation: z.string().meta({ description: 'That is to answer.' }),
    team: z.string(),
    waitingSince: instant,
    step: z.int(),
    of: z.int(),
    passes: z.boolean().meta({ description: 'Somebody is left to ask after this step.' }),
    says: z
      .object({
        severity,
        trigger: z.enum(codesOf(triggers)),
        countries: z.array(z.string()),
        onset: instant,
        expires: instant,
      })
      .nullable()
      .meta({ description: 'null: no more than that something waits.' }),
    headline: z.object({ text: z.string(), language: z.string() }).nullable(),
    answer: z
      .object({ state: acknowledgementState, since: instant, by: z.string().nullable() })
      .nullable()
      .meta({ description: 'How the team has answered, and who of it.' }),
  })
  .meta({ id: 'AnswerLink' });

export type AnswerLink = z.infer<typeof answerLink>;
export type MailedAnswer = (typeof mailedAnswers)[number];

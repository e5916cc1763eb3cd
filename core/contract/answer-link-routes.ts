import { answerLink, answerLinkUse, answerLinkView } from './answer-link.ts';
import type { Operation } from './operation.ts';

/** For whoever was mailed a step of an escalation: by the token of its link, without signing in. */
const mailed = { method: 'POST', public: true, answers: { 200: answerLink } } as const;

/** Calls by which an escalation's mail is answered. */
export const answerLinkOperations = {
  viewAnswerLink: {
    ...mailed,
    path: '/answer-link/view',
    summary: 'What the link of an escalation’s mail asks; changes nothing',
    body: answerLinkView,
  },
  useAnswerLink: {
    ...mailed,
    path: '/answer-link/use',
    summary: 'Answer by the link of an escalation’s mail: “I take it”, or “not me: ask the next now”; once',
    body: answerLinkUse,
  },
} as const satisfies Record<string, Operation>;

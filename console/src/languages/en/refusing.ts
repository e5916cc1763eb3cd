import { problems, type ProblemName } from '../../../../core/contract/problem-names.ts';
import { reasons } from '../../../../core/contract/reasons.ts';

const reload = 'Load the page again, and repeat it.';
const wait = 'Wait a moment, and try again.';

/** What was refused, by the name of the problem, as the contract says it. */
const title = Object.fromEntries(Object.entries(problems).map(([name, problem]) => [name, problem.title])) as {
  readonly [Name in ProblemName]: (typeof problems)[Name]['title'];
};

/** What can be done, where the network's own words are not in the reader's language. */
const way = {
  'invalid-json': reload,
  'invalid-request': 'Mend what is named, and send it again.',
  'position-invalid': reload,
  'cursor-invalid': reload,
  'channel-unavailable': 'Choose another channel.',
  unauthorized: 'Sign in again.',
  'scope-missing': 'Use another key, or ask an owner or manager of your organisation.',
  'role-missing': 'Ask an owner or manager of your organisation.',
  'kind-not-allowed': 'Ask the coordinator of the network if you think that yours should.',
  'not-issuer': 'Ask the issuer, in a comment say.',
  suspended: 'Ask the coordinator of the network.',
  'step-up-required': 'Show a passkey or a code, and repeat it.',
  'not-found': 'It may have been removed, or the link was not whole.',
  'method-not-allowed': reload,
  'not-acceptable': reload,
  'state-conflict': 'Something may have changed meanwhile: look at it anew.',
  'warning-not-active': 'Where it is needed again, raise a new warning.',
  'own-warning': 'Others can corroborate it; you can revise it.',
  'in-progress': wait,
  'consumer-in-use': reload,
  'log-truncated': reload,
  'log-restored': reload,
  'revision-stale': 'Somebody has revised it meanwhile: look at it anew.',
  'body-too-large': 'Shorten its texts, or leave translations out.',
  'unsupported-media-type': reload,
  'idempotency-mismatch': 'Load the page again, and look whether it has arrived already.',
  'nothing-changed': 'Change something first.',
  'if-match-required': reload,
  'rate-limited': wait,
  'raise-limit': 'Wait until the hour is over. Calling off stays possible.',
  internal: 'Try again later. If it stays so, tell whoever runs the network what stands below.',
  unavailable: 'Nothing is lost. Try again in a moment.',
} as const satisfies Record<ProblemName, string>;

/** What the network refuses. */
export const refusing = {
  refusals: { title, way, reason: reasons, original: 'In the network’s own words, in English:' },
} as const;

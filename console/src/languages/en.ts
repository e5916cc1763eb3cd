import { vocabularies } from '../../../core/contract/vocabularies.ts';
import type { answering } from './en/answering.ts';
import type { applying } from './en/applying.ts';
import type { auditing } from './en/auditing.ts';
import type { coordinating } from './en/coordinating.ts';
import type { mailing } from './en/mailing.ts';
import type { organisation } from './en/organisation.ts';
import { pages } from './en/pages.ts';
import type { people } from './en/people.ts';
import type { raising } from './en/raising.ts';
import { sections } from './en/sections.ts';
import { warnings } from './en/warnings.ts';

/** The English catalogue as every page begins with it. Codes have the labels and definitions that the contract gives them. */
export const english = {
  codes: vocabularies,
  ...pages,
  ...warnings,
  ...sections,
} as const;

/** The whole of it, with what comes along with the pages that are loaded later. */
export type English = typeof english &
  typeof people &
  typeof raising &
  typeof organisation &
  typeof coordinating &
  typeof answering &
  typeof applying &
  typeof mailing &
  typeof auditing;

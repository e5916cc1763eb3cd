import { vocabularies } from '../../../core/contract/vocabularies.ts';
import { applying, applyingMembers } from './en/applying.ts';
import { coordinating } from './en/coordinating.ts';
import { organisation, organisationMembers } from './en/organisation.ts';
import { pages } from './en/pages.ts';
import type { people } from './en/people.ts';
import type { raising } from './en/raising.ts';
import { warnings } from './en/warnings.ts';

/** The English catalogue as every page begins with it. Codes have the labels and definitions that the contract gives them. */
export const english = {
  codes: vocabularies,
  ...pages,
  ...warnings,
  ...organisation,
  ...coordinating,
  ...applying,
  members: { ...warnings.members, ...organisationMembers, ...applyingMembers },
} as const;

/** The whole of it, with what comes along with the pages that are loaded later. */
export type English = typeof english & typeof people & typeof raising;

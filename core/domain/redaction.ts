import type { RedactionRequest } from '../contract/warning.ts';
import type { WarningContent } from './warning.ts';

/** What each member is once it is blanked. */
const blank = {
  headline: '',
  description: '',
  instruction: '',
  terms: [],
  references: [],
  translations: [],
} as const satisfies { [Name in RedactionRequest['members'][number]]: WarningContent[Name] };

/** A revision's content with these members blanked; null where they are blank already. */
export function redacted(content: WarningContent, members: RedactionRequest['members']): WarningContent | null {
  if (members.every((name) => content[name].length === 0)) return null;
  return { ...content, ...blanked(members) };
}

/** These members as they are once blanked. */
export function blanked(members: RedactionRequest['members']): Partial<typeof blank> {
  return Object.fromEntries(members.map((name) => [name, blank[name]]));
}

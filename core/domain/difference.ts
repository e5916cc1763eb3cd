import type { WarningContent } from './warning.ts';
import { same } from './same.ts';

const codes = ['severity', 'urgency', 'certainty', 'trigger', 'onset', 'expires'] as const;
const lists = ['countries', 'languages', 'grounds', 'asks'] as const;
const texts = ['headline', 'description', 'instruction', 'terms', 'references', 'translations'] as const;

/** What of a warning is another one than before, member by member, in no language. */
export type Difference =
  | { readonly type: 'code'; readonly member: (typeof codes)[number]; readonly from: string; readonly to: string }
  | {
      readonly type: 'list';
      readonly member: (typeof lists)[number];
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  | { readonly type: 'text'; readonly member: (typeof texts)[number] };

/** The differences that a reader is told of, in the order of the form. Marking and audience are not told: they are who reads it. */
export function differencesBetween(before: WarningContent, after: WarningContent): Difference[] {
  return [
    ...codes.flatMap((member): Difference[] =>
      before[member] === after[member] ? [] : [{ type: 'code', member, from: before[member], to: after[member] }],
    ),
    ...lists.flatMap((member): Difference[] => {
      const [was, is]: readonly (readonly string[])[] = [before[member], after[member]];
      const added = (is ?? []).filter((one) => !was?.includes(one));
      const removed = (was ?? []).filter((one) => !is?.includes(one));
      return added.length + removed.length === 0 ? [] : [{ type: 'list', member, added, removed }];
    }),
    ...texts.flatMap((member): Difference[] => (same(before[member], after[member]) ? [] : [{ type: 'text', member }])),
  ];
}

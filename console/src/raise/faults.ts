import type { z } from 'zod';
import { faultSentences, sentenceOf } from '../../../core/contract/sentences.ts';

/** What is wrong with the form, by JSON pointer: `/headline`, `/terms/0/text`; as the contract says it, in English. */
export type Faults = ReadonlyMap<string, string>;

export const noFaults: Faults = new Map();

/** What the contract's own schema finds. @param error found with `reportInput` */
export function faultsOf(error: z.ZodError | undefined): Faults {
  const faults = new Map<string, string>();
  for (const issue of error?.issues ?? []) {
    const pointer = `/${issue.path.join('/')}`;
    const said = isEmptyList(issue) ? faultSentences.required : sentenceOf(issue);
    if (!faults.has(pointer)) faults.set(pointer, said);
  }
  return faults;
}

/** A list that names nobody yet. */
function isEmptyList(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'too_small' && issue.origin === 'array' && issue.minimum === 1;
}

/** What the network found (RFC 9457 `errors`). */
export function faultsOfProblem(errors: readonly { pointer: string; message: string }[] | undefined): Faults {
  return new Map((errors ?? []).map(({ pointer, message }) => [pointer, message]));
}

/** The id of the control that a pointer names. */
export function fieldId(pointer: string): string {
  return `field${pointer.replaceAll('/', '-')}`;
}

/** The control to go to for a fault: its own, or that of the nearest member around it that has one. */
export function fieldFor(pointer: string, exists: (id: string) => boolean): string | undefined {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    if (exists(fieldId(at))) return fieldId(at);
  }
  return undefined;
}

/** The fault of a member or of anything inside it that has no control of its own. */
export function faultAt(faults: Faults, pointer: string): string | undefined {
  return faults.get(pointer) ?? [...faults].find(([at]) => at.startsWith(`${pointer}/`))?.[1];
}

/** The faults that are left once these members of the form were changed. */
export function mended(faults: Faults, names: readonly string[]): Faults {
  const changed = new Set(names.map((name) => (name === 'sharing' || name === 'organisations' ? 'audience' : name)));
  return new Map([...faults].filter(([pointer]) => !changed.has(pointer.split('/')[1] ?? '')));
}

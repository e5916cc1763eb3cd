import type { z } from 'zod';

/*
 * What is said of a member that cannot be taken as it was sent. It goes over the wire in English; whoever shows it in another
 * language hears which sentence it is, and says it in theirs.
 */

/** By name, with a blank for what differs from case to case. The last ones are those of zod. */
export const faultSentences = {
  required: 'This is required.',
  empty: 'This may not be empty.',
  tooLong: 'This has {{length}} characters: at most {{max}} are allowed.',
  tooShort: 'This has {{length}} characters: at least {{min}} are needed.',
  lineBreak: 'A line break stands at character {{position}}: this must be one line.',
  nul: 'The character {{position}} is NUL (U+{{code}}), which cannot be kept.',
  surrogate: 'The character {{position}} is half a surrogate pair (U+{{code}}), which cannot be kept.',
  control: 'The character {{position}} is a control character (U+{{code}}), which cannot be kept.',
  direction: 'The character {{position}} is a control of the direction of writing (U+{{code}}), which cannot be kept.',
  blank: 'This is white space alone.',
  search: 'Search for 2 to 200 characters.',
  noTime: 'Write the time as RFC 3339, e.g. 2026-05-09T18:30:00Z or with an offset.',
  noSuchTime: 'There is no such time between the years 1 and 9999.',
  noLocalTime: 'Write the time as YYYY-MM-DDThh:mm, by the clocks of the time zone.',
  noClockTime: 'Write the time as HH:MM, 00:00 to 23:59.',
  noTimeZone: 'This is not a time zone of the IANA database, such as Europe/Berlin.',
  addressSpaces: 'The address holds white space or control characters.',
  addressPart: 'Write a whole address, e.g. https://example.org/page.',
  addressScheme: 'Only http and https addresses are kept.',
  addressPassword: 'The address holds a user name or a password; leave them out.',
  domain: 'Write a domain, e.g. example.org.',
  range: 'Write a range of addresses, e.g. 192.0.2.0/24 or 2001:db8::/32, or one address.',
  rangeBits: 'The address has bits beyond its first {{bits}}: the range that it lies in is {{range}}.',
  noCode: 'This is not an {{standard}} code.',
  lowerCase: '{{code}} is not in upper case: write {{upper}}.',
  unknownCode: '{{code}} is not an {{standard}} code.',
  greece: '{{code}} is not an {{standard}} code: Greece is GR.',
  kingdom: '{{code}} is not an {{standard}} code: the United Kingdom is GB.',
  userAssigned: '{{code}} is not an {{standard}} code: it is user-assigned.',
  elsewhere: '{{code}} lies in none of the named countries.',
  expiresPast: 'A warning expires in the future; this moment has passed.',
  expiresFar: 'A warning expires within {{days}} days.',
  expiresEarly: 'A warning expires after its onset.',
  textAlready: 'There is a text in {{language}} already.',
  redOpen: 'TLP:RED names the organisations that may have it.',
  noOrganisation: 'No organisation has the id {{id}}.',
  noTeam: 'Your organisation has no such team.',
  noMember: 'Your organisation has no such member.',
  severalTeams: 'Several of your teams are to answer this; say which: {{names}}.',
  reasonNeeded: 'Say why: {{answer}} needs a reason.',
  noteNeeded: 'The reason `other` needs a note that says which.',
  keyPast: 'A key expires in the future; this moment has passed.',
  keyFar: 'A key expires within two years, or never: {{latest}} at the latest.',
  keyLater: 'A key never ends later than it was made to: at {{at}}. Rotate it, or make a new one.',
  pauseEnd: 'A pause ends in the future, within {{days}} days.',
  addressTaken: 'This is the address of a member already.',
  sixDigits: 'This is the six digits that the app shows.',
  wrongCode: 'This code is wrong, was used already or is too old. Each counts once.',
  coordinatorLast: 'The coordinator is told by the last step of an escalation policy alone.',
  narrower: '{{narrow}} misses warnings whose language is given as {{language}}. Name {{language}} to hear of both.',
  periodOrder: 'The period begins before it ends.',
  periodLong: 'The period is of three years at most.',
  noMailAddress: 'Invalid email address.',
  stringLong: 'Too big: expected string to have <={{max}} characters.',
  itemsMany: 'Too big: expected array to have <={{max}} items.',
  itemsFew: 'Too small: expected array to have >={{min}} items.',
  numberBig: 'Too big: expected number to be <={{max}}.',
  numberSmall: 'Too small: expected number to be >={{min}}.',
  noNumber: 'Invalid input: expected number, received NaN.',
  noWholeNumber: 'Invalid input: expected int, received number.',
} as const;

/** What a device is called that somebody signed in on; the more particular comes first. */
export const deviceNames = {
  unknown: 'An unknown device',
  system: 'A browser on {{system}}',
  both: '{{browser}} on {{system}}',
} as const;

export type FaultName = keyof typeof faultSentences;

/** The names of the blanks of a sentence. */
type BlankOf<Text extends string> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | BlankOf<Rest>
  : never;

/** A sentence with its blanks filled in. */
export function filled<Text extends string>(
  sentence: Text,
  blanks: Readonly<Record<BlankOf<Text>, string | number>>,
): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: BlankOf<Text>) => String(blanks[name]));
}

/** A sentence that was said, by its name, with what stood in its blanks. */
export interface Heard<Name extends string> {
  readonly name: Name;
  readonly blanks: Readonly<Record<string, string>>;
}

/** Hears which of some sentences it is that was said; undefined: none of them. */
export function listener<Name extends string>(
  sentences: Readonly<Record<Name, string>>,
): (said: string) => Heard<Name> | undefined {
  const patterns = Object.entries<string>(sentences).map(([name, text]) => ({
    name: name as Name,
    pattern: patternOf(text),
  }));
  return (said) => {
    for (const { name, pattern } of patterns) {
      const found = pattern.exec(said);
      if (found) return { name, blanks: { ...found.groups } };
    }
    return undefined;
  };
}

/** A blank that stands twice holds the same both times. */
function patternOf(text: string): RegExp {
  const plain = text.replace(/[.?()[\]*+^$|\\]/g, '\\$&');
  const seen = new Set<string>();
  const blanks = plain.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    if (seen.has(name)) return `\\k<${name}>`;
    seen.add(name);
    return `(?<${name}>[^]+)`;
  });
  return new RegExp(`^${blanks}$`);
}

/** What is said of an issue. @param issue found with `reportInput` */
export function sentenceOf({ input, message }: Pick<z.core.$ZodIssue, 'input' | 'message'>): string {
  if (input === undefined) return faultSentences.required;
  return message.endsWith('.') ? message : `${message}.`;
}

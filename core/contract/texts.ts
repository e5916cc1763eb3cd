import { faultSentences as said, filled } from './sentences.ts';

/** What a text may hold (contract.md, "Text"). Lengths and positions are in Unicode code points; positions from 1. */

/** How many code points a text may have. */
export type Length = { min: number; max: number };

const unfitForOneLine = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E]/u;
const unfitForLines = /(?![\t\n\r\u0085])[\p{Cc}\p{Cs}]/u;
const unfitForTerm = /[\p{Cs}\p{Zl}\p{Zp}\n\r\0\u0085]/u;
const lineBreak = /[\n\r\u0085\u2028\u2029]/;

/** Why `text` cannot be a one-line member, as a sentence; undefined when it can. */
export function oneLineRefusal(text: string, length: Length): string | undefined {
  return lengthRefusal(text, length) ?? characterRefusal(text, unfitForOneLine) ?? blankRefusal(text);
}

/** Why `text` cannot be a member of several lines, as a sentence; undefined when it can. */
export function multiLineRefusal(text: string, length: Length): string | undefined {
  return lengthRefusal(text, length) ?? characterRefusal(text, unfitForLines) ?? blankRefusal(text);
}

/** Why `text` cannot be a term, as a sentence; undefined when it can. Terms are evidence: white space may be one. */
export function termRefusal(text: string, length: Length): string | undefined {
  return lengthRefusal(text, length) ?? characterRefusal(text, unfitForTerm);
}

/** Why `text` is too short or too long, as a sentence; undefined when it is neither. */
export function lengthRefusal(text: string, { min, max }: Length): string | undefined {
  // A code point is one or two units: most texts need no counting.
  if (text.length <= max && text.length >= 2 * min) return undefined;
  const length = codePoints(text);
  if (length > max) return filled(said.tooLong, { length, max });
  if (length >= min) return undefined;
  return length === 0 ? said.empty : filled(said.tooShort, { length, min });
}

function characterRefusal(text: string, unfit: RegExp): string | undefined {
  const found = unfit.exec(text);
  if (found === null) return undefined;
  const [character] = found;
  const position = codePoints(text.slice(0, found.index)) + 1;
  if (lineBreak.test(character)) return filled(said.lineBreak, { position });
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return filled(said[nature(character)], { position, code });
}

function nature(character: string): 'nul' | 'surrogate' | 'control' | 'direction' {
  if (character === '\0') return 'nul';
  if (/\p{Cs}/u.test(character)) return 'surrogate';
  return /\p{Cc}/u.test(character) ? 'control' : 'direction';
}

/** An empty text is a matter of its least length, never blank. */
function blankRefusal(text: string): string | undefined {
  return /^[\s\u0085]+$/.test(text) ? said.blank : undefined;
}

function codePoints(text: string): number {
  return Array.from(text).length;
}

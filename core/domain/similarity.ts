import type { WarningContent } from './warning.ts';

/** What two warnings are compared by; what a draft does not say yet is not compared. */
export type Compared = {
  readonly [Name in 'countries' | 'languages' | 'grounds' | 'trigger' | 'headline' | 'description']?:
    | WarningContent[Name]
    | undefined;
};

/** How much each comparison counts; those that can be made are weighed against each other. */
const weights = { countries: 0.25, languages: 0.15, grounds: 0.2, trigger: 0.1, text: 0.3 };

/** How alike two warnings are, 0 to 1, in steps of a hundredth. Texts are compared only where they share a script. */
export function similarity(draft: Compared, other: WarningContent): number {
  const parts: [weight: number, likeness: number][] = [];
  if (draft.countries) parts.push([weights.countries, sharedPlaces(draft.countries, other.countries)]);
  if (draft.languages)
    parts.push([weights.languages, shared(draft.languages.map(primary), other.languages.map(primary))]);
  if (draft.grounds) parts.push([weights.grounds, shared(draft.grounds, other.grounds)]);
  if (draft.trigger) parts.push([weights.trigger, draft.trigger === other.trigger ? 1 : 0]);
  const mine = trigrams(textOf(draft));
  if (mine.size > 0) parts.push([weights.text, bestText(mine, other)]);
  const whole = parts.reduce((sum, [weight]) => sum + weight, 0);
  if (whole === 0) return 0;
  const score = parts.reduce((sum, [weight, likeness]) => sum + weight * likeness, 0) / whole;
  return Math.round(score * 100) / 100;
}

/** A warning's own words or one of its translations, whichever is the nearest. */
function bestText(mine: ReadonlySet<string>, other: WarningContent): number {
  return Math.max(...[other, ...other.translations].map((text) => shared([...mine], [...trigrams(textOf(text))])));
}

const textOf = ({
  headline = '',
  description = '',
}: {
  headline?: string | undefined;
  description?: string | undefined;
}): string => `${headline} ${description.slice(0, 1_000)}`;

/** Transnational touches every country, but says little. */
function sharedPlaces(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 && other.length === 0) return 1;
  return one.length === 0 || other.length === 0 ? 0.3 : shared(one, other);
}

/** Of all that either names, the share that both name. */
function shared(one: readonly string[], other: readonly string[]): number {
  const mine = new Set(one);
  const both = new Set(other.filter((value) => mine.has(value))).size;
  const either = new Set([...one, ...other]).size;
  return either === 0 ? 0 : both / either;
}

const primary = (tag: string): string => tag.split('-', 1)[0] ?? tag;

/** Every three letters in a row, words padded by a space: near words have most of them in common, whatever the language. */
function trigrams(text: string): Set<string> {
  const words =
    text
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const found = new Set<string>();
  for (const word of words) {
    const letters = Array.from(` ${word} `);
    for (let start = 0; start + 3 <= letters.length; start += 1) found.add(letters.slice(start, start + 3).join(''));
  }
  return found;
}

import { parse, stringify, type Schema } from 'bcp-47';
import { extendedLanguages, regions, scripts, threeLetterLanguages, twoLetterLanguages, variants } from './tables.ts';

const LONGEST = 64;

type Judgement = { tag: string } | { refusal: string };

const MOST_JUDGED = 1_000;
const judged = new Map<string, Judgement>();

/** Registered, yet naming no language that a text could be in. */
const unspecific = ['und', 'mul', 'zxx'];

/**
 * The canonical form of a BCP 47 tag in any case, or why it is refused, as a sentence. Every subtag must stand in the
 * IANA registry; canonical is what `Intl.getCanonicalLocales` says (`iw` is `he`, `zh-yue` is `yue`). The extensions
 * -u- and -t- are kept; und, mul, zxx, private-use and grandfathered tags are refused.
 */
export function canonicalLanguage(tag: string): Judgement {
  const known = judged.get(tag);
  if (known) return known;
  const judgement = judge(tag);
  // Few languages come again and again; whoever sends many others makes the rest be judged anew, no more.
  if (judged.size >= MOST_JUDGED) judged.clear();
  if (tag.length <= LONGEST) judged.set(tag, judgement);
  return judgement;
}

function judge(tag: string): Judgement {
  if (tag.length > LONGEST) return { refusal: `A language tag has at most ${LONGEST} characters here.` };
  if (!/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/.test(tag)) return { refusal: 'This is not a BCP 47 language tag.' };
  const parts = parse(tag, { normalize: false });
  const refusal = formRefusal(tag, parts) ?? languageRefusal(parts) ?? subtagRefusal(parts);
  if (refusal !== undefined) return { refusal };
  try {
    return { tag: canonicalForm(parts) };
  } catch {
    return { refusal: `${tag} repeats a subtag or has a malformed extension.` };
  }
}

function canonicalForm(parts: Schema): string {
  // The preferred form of a language after its macrolanguage is that language alone.
  const [language = parts.language] = parts.extendedLanguageSubtags;
  // ICU reads a variant such as baku1926 right after the language as the script Baku: hold that place.
  const misread = !parts.script && !parts.region && parts.variants.some((variant) => /^[a-z]{4}\d/i.test(variant));
  const script = misread ? 'Zzzz' : parts.script;
  const tag = stringify({ ...parts, language, extendedLanguageSubtags: [], script });
  // In upper case, because V8 takes two lower-case letters for canonical, and `bh` is not.
  const [canonical = tag] = Intl.getCanonicalLocales(tag.toUpperCase());
  return misread ? canonical.replace('-Zzzz', '') : canonical;
}

function formRefusal(tag: string, parts: Schema): string | undefined {
  if (parts.regular || parts.irregular) return `${tag} is a grandfathered tag.`;
  if (parts.privateuse.length > 0) return `${tag} is for private use.`;
  if (!parts.language) return `${tag} is not a BCP 47 language tag.`;
  const extension = parts.extensions.find(({ singleton }) => !/^[ut]$/i.test(singleton));
  return extension && `-${extension.singleton}- is not a registered extension of language tags.`;
}

function languageRefusal(parts: Schema): string | undefined {
  const language = parts.language?.toLowerCase() ?? '';
  if (unspecific.includes(language)) return `${language} does not name a language.`;
  if (/^q[a-t][a-z]$/.test(language)) return `${language} is for private use.`;
  if (!isLanguage(language)) return `${language} is not a language of ISO 639.`;
  const [extended, ...more] = parts.extendedLanguageSubtags.map((subtag) => subtag.toLowerCase());
  if (extended === undefined) return undefined;
  const known = extendedLanguages.split(';').some((entry) => {
    const [prefix, ...following] = entry.split(' ');
    return prefix === language && following.includes(extended);
  });
  return known && more.length === 0 ? undefined : `${extended} may not follow ${language} in a language tag.`;
}

function subtagRefusal({ script, region, variants: named }: Schema): string | undefined {
  if (script && !has(scripts, script)) return `${script} is not a script of ISO 15924.`;
  if (region && !has(regions, region)) return `${region} is not a region of ISO 3166-1 or UN M.49.`;
  const variant = named.find((each) => !has(variants, each));
  return variant && `${variant} is not a registered variant of a language.`;
}

/** Whether a list of words between spaces has `word`, in any case. */
function has(list: string, word: string): boolean {
  return ` ${list.toLowerCase()} `.includes(` ${word.toLowerCase()} `);
}

function isLanguage(word: string): boolean {
  if (!/^[a-z]{2,3}$/.test(word)) return false;
  const bits = atob(word.length === 2 ? twoLetterLanguages : threeLetterLanguages);
  const index = [...word].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 97, 0);
  return ((bits.charCodeAt(index >> 3) >> (index & 7)) & 1) === 1;
}

import { faultSentences as said, filled } from '../sentences.ts';
import { countries } from './tables.ts';

const entries = /* @__PURE__ */ countries.split(';');

/** Every ISO 3166-1 alpha-2 code, sorted. */
export const countryCodes: readonly string[] = /* @__PURE__ */ entries.map((entry) => entry.slice(0, 2));

/** Codes in common use that ISO 3166-1 does not assign, and what is said of them. */
const misnomers = { EL: said.greece, UK: said.kingdom, XK: said.userAssigned } as const;

let subdivisions: Set<string> | undefined;

/** Why `code` is no ISO 3166-1 alpha-2 code in upper case, as a sentence; undefined when it is one. */
export function countryRefusal(code: string): string | undefined {
  if (countryCodes.includes(code)) return undefined;
  return refusal(code, 'ISO 3166-1', (upper) => countryCodes.includes(upper));
}

/** Why `code` is no ISO 3166-2 code in upper case, as a sentence; undefined when it is one. */
export function subdivisionRefusal(code: string): string | undefined {
  subdivisions ??= new Set(
    entries.flatMap((entry) => {
      const [country, ...parts] = entry.split(' ');
      return parts.map((part) => `${country}-${part}`);
    }),
  );
  const known = subdivisions;
  return known.has(code) ? undefined : refusal(code, 'ISO 3166-2', (upper) => known.has(upper));
}

/** The country part of an ISO 3166-2 code: `DE-BY` is in DE. Checks nothing. */
export function countryOfSubdivision(code: string): string {
  return code.slice(0, 2);
}

function refusal(code: string, standard: string, known: (upper: string) => boolean): string {
  if (!/^[A-Za-z0-9-]{1,10}$/.test(code)) return filled(said.noCode, { standard });
  const upper = code.toUpperCase();
  if (known(upper)) return filled(said.lowerCase, { code, upper });
  const [country = ''] = upper.split('-');
  return filled(isMisnomer(country) ? misnomers[country] : said.unknownCode, { code, standard });
}

function isMisnomer(country: string): country is keyof typeof misnomers {
  return Object.hasOwn(misnomers, country);
}

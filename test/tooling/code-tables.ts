/**
 * Prints the tables of core/contract/codes: `npx tsx test/tooling/code-tables.ts > core/contract/codes/tables.ts`.
 * The registries weigh two megabytes as published and some thirty kilobytes packed, and the SDK carries them.
 */
import { createRequire } from 'node:module';
import { iso31661, iso31662 } from 'iso-3166';

type Subtag = { Type: string; Subtag?: string; Prefix?: string[]; Description: string[] };

const data = createRequire(import.meta.url)('language-subtag-registry/data/json/registry.json') as Subtag[];

/** The single subtags of one type; ranges and codes for private use are left out. */
function subtags(type: string): string[] {
  return data
    .filter((entry) => entry.Type === type && entry.Description[0]?.toLowerCase() !== 'private use')
    .map((entry) => entry.Subtag ?? '')
    .filter((subtag) => !subtag.includes('..'));
}

/** One bit for each of aaa … zzz (or aa … zz) in alphabetical order, the lowest bit of a byte first; base64. */
function bitmap(words: string[], length: number): string {
  const bytes = new Uint8Array(Math.ceil(26 ** length / 8));
  for (const word of words.filter((each) => each.length === length)) {
    const index = [...word].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 97, 0);
    bytes[index >> 3]! |= 1 << (index & 7);
  }
  return Buffer.from(bytes).toString('base64');
}

function extlangs(): string {
  const byPrefix = new Map<string, string[]>();
  for (const { Type, Subtag, Prefix } of data) {
    if (Type !== 'extlang') continue;
    const prefix = Prefix?.[0] ?? '';
    byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? [prefix]), Subtag ?? '']);
  }
  return [...byPrefix.values()].map((words) => words.join(' ')).join(';');
}

function countries(): string {
  return iso31661
    .map(({ alpha2 }) => [alpha2, ...subdivisions(alpha2)].join(' '))
    .toSorted()
    .join(';');
}

/** What follows the country in the codes of its subdivisions. */
function subdivisions(country: string): string[] {
  return iso31662.filter(({ code }) => code.startsWith(`${country}-`)).map(({ code }) => code.slice(3));
}

function declaration(name: string, comment: string, value: string): string {
  const lines = value.match(/.{1,112}/g) ?? [];
  return `\n/** ${comment} */\nexport const ${name} =\n${lines.map((line) => `  '${line}'`).join(' +\n')};\n`;
}

process.stdout.write(
  '// Printed by test/tooling/code-tables.ts from the IANA language subtag registry and ISO 3166: change that, not this.\n' +
    declaration('twoLetterLanguages', 'A bit for each of aa … zz.', bitmap(subtags('language'), 2)) +
    declaration('threeLetterLanguages', 'A bit for each of aaa … zzz.', bitmap(subtags('language'), 3)) +
    declaration('extendedLanguages', 'A prefix and what may follow it.', extlangs()) +
    declaration('scripts', 'ISO 15924.', subtags('script').join(' ')) +
    declaration('regions', 'ISO 3166-1 with what was withdrawn since, and UN M.49.', subtags('region').join(' ')) +
    declaration('variants', 'Registered variants.', subtags('variant').join(' ')) +
    declaration('countries', 'ISO 3166-1 alpha-2, each with what follows it in ISO 3166-2.', countries()),
);

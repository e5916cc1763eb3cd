import { InvalidArgumentError, Option } from 'commander';
import { canonicalLanguage, countryRefusal, subdivisionRefusal } from '../core/contract/codes.ts';
import { codesOf, grounds } from '../core/contract/vocabularies.ts';

/** Takes an option several times, or several values with commas between them. */
export function list(value: string, before: readonly string[] = []): string[] {
  return [...before, ...value.split(',').map((one) => one.trim())].filter((one) => one !== '');
}

type Refusal = (one: string) => string | undefined;

/** As `list`, of values that stand up to a rule. @throws InvalidArgumentError saying why the first one does not */
function listWithout(refusal: Refusal): typeof list {
  return (value, before) => {
    const values = list(value, before);
    for (const one of values) {
      const reason = refusal(one);
      if (reason !== undefined) throw new InvalidArgumentError(reason);
    }
    return values;
  };
}

/** As `list`, of codes that there are. */
export function listOf(codes: readonly string[]): typeof list {
  return listWithout((one) => (codes.includes(one) ? undefined : `"${one}" is none of ${codes.join(', ')}.`));
}

export const languageList = listWithout((one) => {
  const judged = canonicalLanguage(one);
  return 'refusal' in judged ? judged.refusal : undefined;
});

export const subdivisionList = listWithout(subdivisionRefusal);

export const jsonOption = new Option('--json', 'answer as JSON');

export const languageOption = new Option('--language <tag>', 'of their mails (default: English)');

export const yesOption = new Option('--yes', 'do not ask first');

export const countryOption = new Option('--country <codes>', 'ISO 3166-1 alpha-2, e.g. DE,AT').argParser(
  listWithout(countryRefusal),
);
export const groundOption = new Option(
  '--ground <codes>',
  `grounds of hatred: ${codesOf(grounds).join(', ')}`,
).argParser(listOf(codesOf(grounds)));

/** The members of an object that have a value. */
export function given<T extends object>(members: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as never;
}

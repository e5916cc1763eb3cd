import { Option } from 'commander';

/** Takes an option several times, or several values with commas between them. */
export function list(value: string, before: readonly string[] = []): string[] {
  return [...before, ...value.split(',').map((one) => one.trim())].filter((one) => one !== '');
}

export const jsonOption = new Option('--json', 'answer as JSON');

export const countryOption = new Option('--country <codes>', 'ISO 3166-1 alpha-2, e.g. DE,AT').argParser(list);
export const groundOption = new Option('--ground <codes>', 'grounds of hatred, e.g. antisemitism').argParser(list);

/** The members of an object that have a value. */
export function given<T extends object>(members: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as never;
}

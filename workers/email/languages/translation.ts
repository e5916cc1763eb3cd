export type { Translation } from '../../../core/contract/translation.ts';

/** What a text is filled with: the names between its double braces. */
export type Blanks<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Blanks<Rest> : never;

/** The path of every text, with dots between; a plural by its base. */
export type KeyOf<Part> = {
  [Name in keyof Part & string]: Part[Name] extends string
    ? Name extends `${infer Base}_${Intl.LDMLPluralRule}`
      ? Base
      : Name
    : `${Name}.${KeyOf<Part[Name]>}`;
}[keyof Part & string];

/** The text at a path; of a plural its widest form. */
export type TextAt<Part, Path> = Path extends keyof Part
  ? Part[Path]
  : `${Path & string}_other` extends keyof Part
    ? Part[`${Path & string}_other`]
    : Path extends `${infer Name}.${infer Rest}`
      ? Name extends keyof Part
        ? TextAt<Part[Name], Rest>
        : never
      : never;

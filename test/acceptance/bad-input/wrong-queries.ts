import { z } from 'zod';

/** A query with one parameter wrong, which the refusal must name. */
export interface WrongQuery {
  readonly name: string;
  readonly query: string;
}

const wrongValues: Record<string, string[]> = {
  limit: ['', '0', '-1', '1.5', '1e2', 'ten', '99999999999999999999', '5001'],
  country: ['', 'de', 'UK', 'ZZ', '%00'],
  language: ['', 'und', 'german', 'de_DE'],
  ground: ['', 'nothing', 'Antisemitism'],
  severity: ['', 'huge'],
  status: ['', 'draft'],
  state: ['', 'opened'],
  kind: ['', 'letter'],
  q: ['', 'x', 'x'.repeat(201), 'a%00b', '%ff'],
  since: ['', 'yesterday', '2026-05-09', '2026-02-30T00:00:00Z', '0000-01-01T00:00:00Z'],
  until: ['', 'tomorrow', '9999-12-31T23:59:59-23:59'],
  by: ['', 'day'],
  timeZone: ['', 'Mars/Olympus', '+02:00'],
  team: ['', 'x'],
  type: ['', 'Key', 'key.', '%25'],
  actor: ['', 'x'],
  organisation: ['', 'x'],
  warning: ['', 'x'],
  issuer: ['', 'others'],
};
/** Told apart later, by refusals of their own. */
const opaque = new Set(['cursor', 'after']);

/** Unknown parameters, known ones wrong, single ones given twice, lists too long. */
export function wrongQueries(schema: z.ZodObject = z.strictObject({})): WrongQuery[] {
  const shape: Record<string, z.ZodType> = schema.shape;
  const known = Object.entries(shape);
  return [
    ...['unknown', '__proto__', 'constructor', 'LIMIT'].map((name) => ({ name, query: `?${name}=x` })),
    ...known.flatMap(([name, member]) => {
      const values = wrongValues[name];
      if (!values && !opaque.has(name)) throw new Error(`Nobody said yet how the parameter ${name} is wrong.`);
      const inner = member instanceof z.ZodOptional ? member.unwrap() : member;
      const many =
        inner instanceof z.ZodArray ? Array.from({ length: 61 }, () => `${name}=x`) : [`${name}=a`, `${name}=b`];
      return [...(values ?? []).map((value) => `${name}=${value}`), many.join('&')].map((query) => ({
        name,
        query: `?${query}`,
      }));
    }),
  ];
}

import { z } from 'zod';
import type { FieldError } from '../../core/contract/problem.ts';
import { invalidRequest, queryFault, queryFaults } from '../faults.ts';

type Form = 'list' | 'number' | 'text';

/** Reads a query string as a schema wants it. @throws Refusal invalid-request naming the parameter */
export type QueryReader = (search: string) => Record<string, unknown>;

/** Made once for each operation; one without parameters refuses each by name. */
export function queryReader(schema: z.ZodObject = z.strictObject({})): QueryReader {
  const forms = new Map(Object.entries(schema.shape).map(([name, member]) => [name, formOf(member as z.ZodType)]));
  const empty = schema.parse({});
  return (search) => {
    if (search === '') return empty;
    const { values, faults } = parameters(search);
    const sent: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    for (const [name, all] of values) {
      const form = forms.get(name);
      if (form !== 'list' && all.length > 1) faults.push(queryFault(name, 'This parameter is given once.'));
      sent[name] = form === 'list' ? all : form === 'number' ? numberOf(all[0] as string) : all[0];
    }
    const parsed = schema.safeParse(sent, { reportInput: true });
    if (!parsed.success) faults.push(...queryFaults(parsed.error.issues));
    if (faults.length > 0 || !parsed.success) throw invalidRequest(faults);
    return parsed.data;
  };
}

function formOf(schema: z.ZodType): Form {
  const inner = schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
  if (inner instanceof z.ZodArray) return 'list';
  return inner instanceof z.ZodNumber ? 'number' : 'text';
}

function parameters(search: string): { values: Map<string, string[]>; faults: FieldError[] } {
  const values = new Map<string, string[]>();
  const faults: FieldError[] = [];
  for (const part of search.split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = decoded(equals === -1 ? part : part.slice(0, equals));
    const value = decoded(equals === -1 ? '' : part.slice(equals + 1));
    if (name === undefined || value === undefined) {
      faults.push(queryFault(name ?? part, 'This is not percent-encoded UTF-8.'));
    } else {
      values.set(name, [...(values.get(name) ?? []), value]);
    }
  }
  return { values, faults };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

/** Digits alone are a number; whatever else stays a text, for the schema to refuse. */
function numberOf(text: string): number | string {
  return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}

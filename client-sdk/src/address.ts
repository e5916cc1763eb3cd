import { calls, type OperationId } from './calls.ts';
import { InvalidRequest } from './errors.ts';

interface Asked {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, unknown>>;
}

/** Where a call is made. @param base ends in a slash @throws InvalidRequest where an id names nothing */
export function address(base: URL, id: OperationId, { path = {}, query = {} }: Asked): URL {
  const template = calls[id].slice(calls[id].indexOf('/') + 1);
  const filled = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => segment(name, path[name]));
  const url = new URL(`api/v1/${filled}`, base);
  for (const [name, value] of Object.entries(query)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined) url.searchParams.append(name, String(each));
    }
  }
  return url;
}

/** A dot segment would be resolved away, and the call reach another address. */
function segment(name: string, value: string | number | undefined): string {
  const text = String(value ?? '');
  if (/^\.{0,2}$/.test(text)) {
    const message = `The ${name} is ${JSON.stringify(text)}, which names nothing. Pass the id that the network answered.`;
    throw new InvalidRequest(message, { code: 'invalid-request' });
  }
  return encodeURIComponent(text);
}

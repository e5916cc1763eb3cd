export type Path = readonly (string | number)[];

/** As RFC 6901 writes it. */
export function pointerOf(path: Path): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** A copy with one member replaced, as own property whatever its name. */
export function replaced(body: unknown, path: Path, value: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (Array.isArray(body)) return body.map((item, index) => (index === name ? replaced(item, rest, value) : item));
  const members = Object.entries(body as object).filter(([key]) => key !== name);
  const before = (body as Record<string, unknown>)[name];
  const after = rest.length === 0 ? value : replaced(before, rest, value);
  const entries = after === undefined ? members : [...members, [name, after] as [string, unknown]];
  return Object.fromEntries(entries);
}

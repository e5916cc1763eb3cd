/** Whether two values say the same: lists of words are sets, whatever their order, and an empty one within is as good as none. */
export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(canonical(one)) === JSON.stringify(canonical(other));
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.every((item) => typeof item === 'string') ? value.toSorted() : value.map(canonical);
  }
  if (typeof value !== 'object' || value === null) return value;
  const filled = Object.entries(value).filter(([, member]) => !Array.isArray(member) || member.length > 0);
  return Object.fromEntries(filled.map(([name, member]) => [name, canonical(member)]));
}

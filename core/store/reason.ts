/** What of an error is logged: never its details, in which PostgreSQL repeats rows and its client itself. */
export function reasonOf(error: unknown): { message: string; code?: unknown; stack?: string | undefined } {
  if (typeof error !== 'object' || error === null) return { message: String(error) };
  const { message, code, stack } = error as Error & { code?: unknown };
  // A value that PostgreSQL cannot take (class 22) stands in its message, which the stack repeats.
  if (typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code)) return { message: 'PostgreSQL refused a value.', code };
  return { message, ...(code === undefined ? {} : { code }), stack };
}

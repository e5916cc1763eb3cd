/**
 * An address of PostgreSQL with more settings of the session. The driver lets those of the address take the place of its own,
 * so ours join them; where both name one, ours counts.
 * @param settings as `-c name=value -c …`
 */
export function withSession(databaseUrl: string, settings: string): string {
  const [, before = '', given, after = ''] = /^(.*?[?&]options=)([^&]*)(.*)$/.exec(databaseUrl) ?? [];
  const ours = encodeURIComponent(settings);
  if (given !== undefined) return `${before}${given}%20${ours}${after}`;
  return `${databaseUrl}${databaseUrl.includes('?') ? '&' : '?'}options=${ours}`;
}

/** What PostgreSQL says of a database that was never migrated: no role, no schema, no table. */
const unmigrated = /^(role "tocsin_app"|relation ".*"|schema ".*") does not exist$/;

/**
 * Why a database cannot be opened, in a sentence that says the way out. It names the server, never the password; what is
 * none of the usual reasons stays as it is.
 */
export function openingFailure(databaseUrl: string, error: unknown): Error {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  const at = `PostgreSQL at ${serverOf(databaseUrl)}`;
  const sentence = sentenceOf(at, code, message);
  if (sentence === undefined && error instanceof Error) return error;
  return new Error(sentence ?? `${at}: ${message || code}`, { cause: error });
}

function sentenceOf(at: string, code: string, message: string): string | undefined {
  if (unmigrated.test(message)) return 'The database was not migrated: run `tocsin migrate` first.';
  // Where a name has several addresses, Node.js gives the code alone.
  if (/^(E[A-Z_]+|08\w{3})$/.test(code) || /timeout/.test(message))
    return `${at} does not answer (${code || message}): start it, or mend DATABASE_URL.`;
  if (/^(28|3D)\w{3}$/.test(code)) return `${at} refuses us: ${message}. Mend DATABASE_URL.`;
  if (code === '42501' && message.includes('set role'))
    return `${at} refuses us: ${message}. Let who migrated run \`GRANT tocsin_app TO\` the user of DATABASE_URL.`;
  return undefined;
}

function serverOf(databaseUrl: string): string {
  const { hostname, port } = new URL(databaseUrl);
  return `${hostname || 'localhost'}:${port || 5432}`;
}

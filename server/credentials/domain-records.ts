import { NODATA, NOTFOUND } from 'node:dns';
import { Resolver } from 'node:dns/promises';

/** The TXT record that proves a domain. */
export function recordOf({ name, token }: { readonly name: string; readonly token: string }) {
  return { name: `_tocsin-challenge.${name}`, value: `tocsin-verification=${token}` };
}

/** What stands at a domain's record: what proves it, nothing, something else, or no name server that answers. */
export type FoundRecord = 'proves' | 'missing' | 'other' | 'unanswered';

/** Looks a domain's record up now. @param servers that are asked; none: those of this machine */
export async function lookUpRecord(
  domain: { readonly name: string; readonly token: string },
  servers: readonly string[],
): Promise<FoundRecord> {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 });
  if (servers.length > 0) resolver.setServers(servers);
  const { name, value } = recordOf(domain);
  try {
    const records = await resolver.resolveTxt(name);
    return records.some((parts) => parts.join('') === value) ? 'proves' : 'other';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === NOTFOUND || code === NODATA ? 'missing' : 'unanswered';
  }
}

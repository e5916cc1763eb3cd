import { Resolver } from 'node:dns/promises';

/** The TXT record that proves a domain. */
export function recordOf({ name, token }: { readonly name: string; readonly token: string }) {
  return { name: `_tocsin-challenge.${name}`, value: `tocsin-verification=${token}` };
}

/** Whether a domain's record stands now. @param servers that are asked; none: those of this machine */
export async function isProven(
  domain: { readonly name: string; readonly token: string },
  servers: readonly string[],
): Promise<boolean> {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 });
  if (servers.length > 0) resolver.setServers(servers);
  const { name, value } = recordOf(domain);
  const records = await resolver.resolveTxt(name).catch(() => []);
  return records.some((parts) => parts.join('') === value);
}

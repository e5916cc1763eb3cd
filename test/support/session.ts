import type { Member } from '../../core/domain/organisation.ts';
import { beginSession } from '../../core/store/commands/session.ts';
import type { Store } from '../../core/store/store.ts';

/** Signs a member in as a passkey would, or without a strong factor; answers the headers that their browser sends. */
export async function signIn(
  store: Store,
  member: Member,
  { strong = true }: { strong?: boolean } = {},
): Promise<{ id: string; headers: Record<string, string> }> {
  const { token, id } = await store.writer.run(async (unit) => {
    const device = { name: 'Chromium on Linux', before: null };
    return beginSession(unit, member, { method: strong ? 'passkey' : 'link', device, strong });
  });
  return { id, headers: { cookie: `tocsin_session=${token}`, 'sec-fetch-site': 'same-origin' } };
}

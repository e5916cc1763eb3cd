import type { OperationId } from '../../core/contract/routes.ts';
import { scopes, type OrganisationKind, type Role, type Scope } from '../../core/contract/vocabularies.ts';
import { addMember } from '../../core/store/commands/member.ts';
import type { TestServer } from '../support/server.ts';
import { signIn } from '../support/session.ts';
import { falling, kindNames, refusalOfKey, refusalOfMember } from './access-table.ts';
import type { Holder } from './things.ts';

/** Somebody who asks, as whom the headers say. */
export interface Asker {
  readonly headers: Record<string, string>;
  readonly holder: Holder;
  /** Why they may not make a call at all, by the table; null: they may. */
  refusal(id: OperationId): string | null;
}

export type AskerRole = Role | 'key';
export const askerRoles: readonly AskerRole[] = [...falling, 'key'];

/** A member of the organisation of a kind who just showed a passkey; or its key, with every scope. */
export async function askerOf(at: TestServer, kind: OrganisationKind, role: AskerRole): Promise<Asker> {
  const of = at.network.of(kindNames[kind]);
  if (role === 'key') {
    const all = Object.keys(scopes) as Scope[];
    const headers = { authorization: `Bearer ${of.token}` };
    return { headers, holder: { of, member: of.owner }, refusal: (id) => refusalOfKey(id, kind, all) };
  }
  const organisationId = of.organisation.id;
  const sent = { organisationId, name: role, address: `${role}@${organisationId}.example`, role };
  const member = await at.store.writer.run(addMember(sent));
  const { headers } = await signIn(at.store, member);
  return { headers, holder: { of, member }, refusal: (id) => refusalOfMember(id, kind, role, 'recent') };
}

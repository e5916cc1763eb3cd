import type { OrganisationKind, Scope } from '../../core/contract/vocabularies.ts';
import type { Key } from '../../core/domain/key.ts';
import type { Caller, Organisation } from '../../core/domain/organisation.ts';
import { addKey, revokeKey } from '../../core/store/commands/key.ts';
import { findKey, listKeys } from '../../core/store/keys.ts';
import type { Store } from '../../core/store/store.ts';
import { tokenDigest } from '../../core/store/token.ts';
import type { Persona } from './demo-file.ts';

const keyName = 'Demo';

/** All that its kind can use. */
const scopes: Record<OrganisationKind, Scope[]> = {
  cso: ['warnings:read', 'warnings:write', 'warnings:red', 'subscriptions:write', 'admin'],
  platform: ['warnings:read', 'warnings:red', 'acknowledgements:write', 'subscriptions:write', 'admin'],
  coordinator: ['warnings:read', 'warnings:write', 'warnings:red', 'subscriptions:write', 'admin'],
  observer: ['warnings:read', 'subscriptions:write', 'admin'],
};

export interface Actor {
  persona: Persona;
  caller: Caller;
}

/**
 * The organisation as a persona: with the key known from an earlier start while it is valid, else with a new one, the lost
 * one revoked.
 */
export async function actorOf(
  store: Store,
  organisation: Organisation,
  known: readonly Persona[] = [],
): Promise<Actor> {
  const { id, name, kind } = organisation;
  const token = known.find((one) => one.organisation.id === id)?.key;
  const kept = token === undefined ? undefined : await findKey(store.sql, tokenDigest(token));
  const { key, token: valid } =
    token !== undefined && kept?.revokedAt === null ? { key: kept, token } : await issue(store, organisation);
  return { persona: { organisation: { id, name, kind }, key: valid }, caller: callerOf(store, organisation, key) };
}

async function issue(store: Store, { id, kind }: Organisation): Promise<{ key: Key; token: string }> {
  const lost = (await listKeys(store.sql, id)).filter(({ name, revokedAt }) => name === keyName && revokedAt === null);
  for (const key of lost) await store.writer.run(revokeKey(key.id));
  return store.writer.run(addKey({ organisationId: id, name: keyName, scopes: scopes[kind] }));
}

function callerOf(store: Store, organisation: Organisation, key: Key): Caller {
  const { id, name, prefix, expiresAt } = key;
  const teams = store.directory().teams.get(organisation.id) ?? [];
  return { organisation, as: { type: 'key', id, name, prefix, expiresAt }, scopes: key.scopes, teams, everyTeam: true };
}

import type { Scope, Tlp } from '../../core/contract/vocabularies.ts';
import { scopes } from '../../core/contract/vocabularies.ts';
import type { Key } from '../../core/domain/key.ts';
import type { Caller, Member, Organisation, Team } from '../../core/domain/organisation.ts';
import { addKey } from '../../core/store/commands/key.ts';
import { addMember } from '../../core/store/commands/member.ts';
import { addOrganisation } from '../../core/store/commands/organisation.ts';
import type { Store } from '../../core/store/store.ts';

/** One organisation of a test network, with all that a test needs to act as it. */
export interface Inhabitant {
  organisation: Organisation;
  team: Team;
  /** Its owner, on its TLP:RED list. */
  owner: Member;
  key: Key;
  /** Of a key with every scope. */
  token: string;
  /** What that key is to a command. */
  caller: Caller;
}

export interface TestNetwork {
  /** The organisation of this name. @throws Error where there is none */
  of(name: string): Inhabitant;
  /** Another key of an organisation, with these scopes or limited to these teams. */
  key(name: string, sent?: { scopes?: Scope[]; teams?: Team[] }): Promise<Pick<Inhabitant, 'key' | 'token' | 'caller'>>;
}

interface Inhabitants {
  csos?: string[];
  platforms?: string[];
  observers?: string[];
  coordinator?: string;
}

/** Fills a store with organisations by name, each with its first team, an owner and a key, by the commands that admit real ones. */
export async function createNetwork(store: Store, wanted: Inhabitants): Promise<TestNetwork> {
  const inhabitants = new Map<string, Inhabitant>();
  const kinds = [
    ['cso', wanted.csos],
    ['platform', wanted.platforms],
    ['observer', wanted.observers],
    ['coordinator', wanted.coordinator === undefined ? [] : [wanted.coordinator]],
  ] as const;
  for (const [kind, names = []] of kinds) {
    for (const name of names) inhabitants.set(name, await settle(store, { name, kind }));
  }
  const of = (name: string): Inhabitant => {
    const found = inhabitants.get(name);
    if (!found) throw new Error(`The test network has no ${name}; it has ${[...inhabitants.keys()].join(', ')}.`);
    return found;
  };
  return { of, key: (name, sent) => issueKey(store, of(name), sent) };
}

/** Admits one organisation: for those that need more said than a name. */
export async function settle(
  store: Store,
  sent: Pick<Organisation, 'name' | 'kind'> & { clearance?: Tlp; listed?: boolean },
): Promise<Inhabitant> {
  const { organisation, team } = await store.writer.run(addOrganisation(sent));
  const owner = await store.writer.run(
    addMember({
      organisationId: organisation.id,
      name: `The owner of ${organisation.name}`,
      address: `owner@${organisation.id}.example`,
      role: 'owner',
      red: true,
    }),
  );
  return { organisation, team, owner, ...(await issueKey(store, { organisation, team })) };
}

async function issueKey(
  store: Store,
  { organisation, team }: Pick<Inhabitant, 'organisation' | 'team'>,
  sent: { scopes?: Scope[]; teams?: Team[] } = {},
): Promise<Pick<Inhabitant, 'key' | 'token' | 'caller'>> {
  const granted = sent.scopes ?? (Object.keys(scopes) as Scope[]);
  const { key, token } = await store.writer.run(
    addKey({
      organisationId: organisation.id,
      name: 'A test’s key',
      scopes: granted,
      teams: (sent.teams ?? []).map(({ id }) => id),
    }),
  );
  const { id, name, prefix, expiresAt } = key;
  const as = { type: 'key', id, name, prefix, expiresAt } as const;
  return {
    key,
    token,
    caller: { organisation, as, scopes: granted, teams: sent.teams ?? [team], everyTeam: !sent.teams },
  };
}

import { readConfig, type Config } from '../core/config/config.ts';
import type { Member, Organisation, Team } from '../core/domain/organisation.ts';
import type { Directory } from '../core/domain/directory.ts';
import { openStore, type Store } from '../core/store/store.ts';
import { findEmbedded } from './embedded/postgres.ts';
import { say } from './terminal.ts';

/**
 * The database that is meant: DATABASE_URL, else that of the embedded network running on this machine's data directory.
 * @throws Error saying how to get one
 */
export function databaseUrlOf({ databaseUrl, dataDir }: Config): string {
  const found = databaseUrl ?? findEmbedded(dataDir)?.databaseUrl;
  if (found) return found;
  throw new Error(
    `There is no database: DATABASE_URL is not set, and no embedded network runs on ${dataDir}. ` +
      'Set DATABASE_URL, start a network with `npm start`, or set TOCSIN_DATA_DIR to the directory where one runs.',
  );
}

/** Works on the store of the network that is meant, and closes it. */
export async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const databaseUrl = databaseUrlOf(readConfig(process.env));
  const store = await openStore({ databaseUrl, name: 'cli', poolSize: 2, log: (error) => say(error.message) });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** The organisation of this id or, whatever its case, this name. @throws Error naming those there are */
export function findOrganisation({ organisations }: Directory, wanted: string): Organisation {
  const all = [...organisations.values()];
  const found = all.filter(({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase());
  if (found.length === 1 && found[0]) return found[0];
  if (found.length > 1) {
    throw new Error(`Several organisations are called "${wanted}": name one by its id (\`tocsin org list\`).`);
  }
  throw new Error(`There is no organisation "${wanted}". \`tocsin org list\` names the ${all.length} there are.`);
}

/** An organisation's team by id or name; its first where none is named. */
export function findTeam({ teams }: Directory, { id, name }: Organisation, wanted?: string): Team {
  const own = teams.get(id) ?? [];
  const found = wanted === undefined ? own[0] : own.find((team) => team.id === wanted || team.name === wanted);
  if (found) return found;
  throw new Error(`${name} has no team "${wanted}"; it has ${own.map((team) => `"${team.name}"`).join(', ')}.`);
}

/** An organisation's member by id or, whatever its case, mail address. @throws Error saying how to name them */
export function findMember({ membersByOrganisation }: Directory, { id, name }: Organisation, wanted: string): Member {
  const own = membersByOrganisation.get(id) ?? [];
  const [found, ...others] = own.filter(
    (member) => member.id === wanted || member.address.toLowerCase() === wanted.toLowerCase(),
  );
  if (!found)
    throw new Error(`${name} has no member "${wanted}". \`tocsin member list\` names them by id and address.`);
  if (others.length > 0) throw new Error(`Several members of ${name} have the address "${wanted}": name one by id.`);
  return found;
}

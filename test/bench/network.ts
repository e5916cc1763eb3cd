import type { FilterRequest } from '../../core/contract/filter.ts';
import { addSubscription } from '../../core/store/commands/subscription.ts';
import { openStore, type Store } from '../../core/store/store.ts';
import { settle, type Inhabitant } from '../support/network.ts';
import type { Wish } from './subscriber.ts';

/** Platforms that follow Germany: about as many as there are very large online platforms in the European Union. */
export const platforms = 25;

/** Filters that all match the warning which is fanned out: what subscribers really ask for differs. */
const filters: FilterRequest[] = [
  {},
  { countries: ['DE'] },
  { languages: ['de'] },
  { countries: ['AT', 'CH', 'DE'], languages: ['de'] },
  { grounds: ['antisemitism', 'anti_muslim_hatred'], severity: 'moderate' },
];

export interface BenchNetwork {
  cso: Inhabitant;
  /** One for each platform and filter, and one that asks for its organisation's own subscription. */
  wishes: Wish[];
}

/** Opens the store, does something with it, and closes it again. */
export async function withStore<T>(databaseUrl: string, work: (store: Store) => Promise<T>): Promise<T> {
  const errors: Error[] = [];
  const store = await openStore({ databaseUrl, name: 'bench', log: (error) => errors.push(error) });
  try {
    return await work(store);
  } finally {
    await store.close();
    if (errors[0]) console.error(errors[0]);
  }
}

/** One CSO, and platforms that each follow Germany: every one is expected to answer what is raised there. */
export async function settleNetwork(store: Store): Promise<BenchNetwork> {
  const cso = await settle(store, { name: 'The CSO', kind: 'cso' });
  const wishes: Wish[] = [];
  for (let number = 1; number <= platforms; number += 1) {
    const { caller, token } = await settle(store, { name: `Platform ${number}`, kind: 'platform' });
    const filter: FilterRequest = { countries: ['DE'] };
    await store.writer.run(addSubscription(caller, { name: 'Germany', filter, channels: [{ type: 'live' }] }));
    wishes.push({ token }, ...filters.map((asked) => ({ token, filter: asked })));
  }
  return { cso, wishes };
}

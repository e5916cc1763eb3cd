import { readerOf } from '../../../core/domain/organisation.ts';
import { countryStandings } from '../../../core/store/countries.ts';
import type { Handlers } from '../call.ts';

export const countryRoutes: Handlers<'listCountries'> = {
  listCountries: async ({ caller, query }, { store }) => {
    const own = caller.teams.map(({ id }) => id);
    return { status: 200, body: { data: await countryStandings(store.sql, readerOf(caller), query, own) } };
  },
};

import type { Me } from '../../../core/contract/organisation.ts';
import { callable } from '../../../core/domain/access.ts';
import type { Caller, Member } from '../../../core/domain/organisation.ts';
import { party } from '../../../core/domain/presentation.ts';
import { listOrganisations } from '../../../core/store/organisations.ts';
import type { Handlers, Services } from '../call.ts';
import { markOf, pageEnd, pageRequest } from '../page.ts';

export const organisationRoutes: Handlers<'listOrganisations' | 'getMe'> = {
  listOrganisations: async ({ caller, query }, services) => {
    const page = pageRequest('organisations', caller, query, services);
    const found = await listOrganisations(services.store.sql, page.limit, pageEnd(page.mark));
    const data = found.data.map(({ id, name, kind, countries, languages }) => ({
      id,
      name,
      kind,
      countries,
      languages,
    }));
    return { status: 200, body: { data, next: page.next(markOf(found)) } };
  },

  getMe: ({ caller }, services) => ({ status: 200, body: presentMe(caller, services) }),
};

/** Who a credential is and what it may do. */
export function presentMe(caller: Caller, { store, version, retentionDays, now }: Services): Me {
  const { organisation, teams } = caller;
  return {
    organisation: party(store.directory(), organisation.id),
    as: asOf(caller, store.directory().members),
    teams: teams.map(({ id, name }) => ({ id, name })),
    clearance: organisation.clearance,
    may: callable(caller),
    network: { name: store.network.name, version, retentionDays },
    now: now().toISOString(),
  };
}

function asOf({ as, scopes }: Caller, members: ReadonlyMap<string, Member>): Me['as'] {
  if (as.type === 'key') return { ...as, scopes: [...scopes] };
  return { ...as, language: members.get(as.id)?.language ?? null };
}

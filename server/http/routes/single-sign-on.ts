import type { Domain, SingleSignOn } from '../../../core/contract/single-sign-on.ts';
import { apiRoot } from '../../../core/contract/routes.ts';
import { reasons } from '../../../core/contract/reasons.ts';
import { filled } from '../../../core/contract/sentences.ts';
import { domainOf } from '../../../core/domain/address.ts';
import { notFound, Refusal } from '../../../core/domain/refusal.ts';
import {
  addDomain,
  ownDomain,
  removeDomain,
  removeProvider,
  setProvider,
  verifiedDomain,
} from '../../../core/store/commands/single-sign-on.ts';
import {
  awaitReturn,
  domainsOf,
  providerFor,
  providerOf,
  type KeptDomain,
  type Provider,
} from '../../../core/store/single-sign-on.ts';
import { newSecret, tokenDigest } from '../../../core/store/token.ts';
import { lookUpRecord, recordOf, type FoundRecord } from '../../credentials/domain-records.ts';
import type { Handlers, Services } from '../call.ts';
import { createOnce } from '../once.ts';

type SingleSignOnCalls =
  | 'getSingleSignOn'
  | 'setSingleSignOn'
  | 'removeSingleSignOn'
  | 'listDomains'
  | 'addDomain'
  | 'verifyDomain'
  | 'removeDomain'
  | 'beginSingleSignOn';

export const singleSignOnRoutes: Handlers<SingleSignOnCalls> = {
  getSingleSignOn: async ({ caller }, services) => {
    const found = await providerOf(services.store.sql, caller.organisation.id);
    return { status: 200, body: presentSingleSignOn(found, services) };
  },

  setSingleSignOn: async ({ caller, body }, services) => {
    const { store, providers, providerSeal } = services;
    const { id } = caller.organisation;
    const kept = await providerOf(store.sql, id);
    const clientSecret = body.clientSecret ?? (kept ? providerSeal.open(kept.clientSecret, id) : '');
    await providers.check({ ...body, clientSecret });
    const provider = await store.writer.run(setProvider(caller, body, providerSeal));
    return { status: 200, body: presentSingleSignOn(provider, services) };
  },

  removeSingleSignOn: async ({ caller }, { store }) => {
    await store.writer.run(removeProvider(caller));
    return { status: 204 };
  },

  listDomains: async ({ caller }, { store }) => ({
    status: 200,
    body: { data: (await domainsOf(store.sql, caller.organisation.id)).map(presentDomain) },
  }),

  addDomain: (call, services) =>
    createOnce(call, services, async (unit) => {
      const domain = await addDomain(call.caller, call.body.name)(unit);
      return { status: 201, body: presentDomain(domain), location: `${apiRoot}/organisation/domains/${domain.id}` };
    }),

  verifyDomain: async ({ caller, params }, { store, dnsServers }) => {
    const domain = await ownDomain(store, caller, params['id'] as string);
    const found = domain.verifiedAt ? 'proves' : await lookUpRecord(domain, dnsServers);
    if (found !== 'proves') throw unproven(recordOf(domain).name, found);
    return { status: 200, body: presentDomain(await store.writer.run(verifiedDomain(caller, domain.id))) };
  },

  removeDomain: async ({ caller, params }, { store }) => {
    await store.writer.run(removeDomain(caller, params['id'] as string));
    return { status: 204 };
  },

  /** What is known of a domain is no secret of anybody's: whether an address exists is not looked at here. */
  beginSingleSignOn: async ({ body }, { store, providers, cookie }) => {
    const provider = await providerFor(store.sql, domainOf(body.address));
    if (!provider) throw notFound('identity provider for this address');
    const state = newSecret();
    const ticket = newSecret();
    const { url, awaited } = await providers.begin(provider, state).catch(() => {
      throw new Refusal(
        'unavailable',
        'Your organisation’s identity provider does not answer. Try again, or sign in another way.',
        {
          retryAfter: 30,
        },
      );
    });
    await awaitReturn(store.sql, tokenDigest(state), tokenDigest(ticket), awaited);
    return { status: 200, body: { url }, cookie: cookie.ticket(ticket) };
  },
};

function unproven(name: string, found: Exclude<FoundRecord, 'proves'>): Refusal {
  if (found === 'unanswered') {
    const detail = `No name server answers for ${name}, so nothing is decided. Try again in a minute; if it stays so, tell who runs your domain’s name servers.`;
    return new Refusal('unavailable', detail, { retryAfter: 60 });
  }
  const why = found === 'missing' ? reasons.recordMissing : reasons.recordOther;
  return new Refusal('state-conflict', filled(why, { name }));
}

function presentSingleSignOn(kept: Provider | undefined, { providers }: Services): SingleSignOn {
  const provider = kept && {
    issuer: kept.issuer,
    clientId: kept.clientId,
    enforced: kept.enforced,
    updatedAt: kept.updatedAt.toISOString(),
  };
  return { redirectUri: providers.redirectUri(), provider: provider ?? null };
}

function presentDomain(domain: KeptDomain): Domain {
  const { id, name, verifiedAt } = domain;
  return { id, name, record: recordOf(domain), verifiedAt: verifiedAt?.toISOString() ?? null };
}

import { z } from 'zod';
import { ownerAlone, type Operation } from './operation.ts';
import { domain, domainRequest, singleSignOn, singleSignOnRequest, singleSignOnStart } from './single-sign-on.ts';

const look = { people: true, role: 'manager' } as const;

/** Calls about signing in by an organisation's own identity provider (OpenID Connect). */
export const singleSignOnOperations = {
  getSingleSignOn: {
    method: 'GET',
    path: '/organisation/single-sign-on',
    summary: 'Your organisation’s identity provider, and where it sends people back to',
    ...look,
    answers: { 200: singleSignOn },
  },
  setSingleSignOn: {
    method: 'PUT',
    path: '/organisation/single-sign-on',
    summary: 'Sign in by your own identity provider; it is asked who it is first',
    ...ownerAlone,
    body: singleSignOnRequest,
    answers: { 200: singleSignOn },
  },
  removeSingleSignOn: {
    method: 'DELETE',
    path: '/organisation/single-sign-on',
    summary: 'Sign in by it no more',
    ...ownerAlone,
    answers: { 204: null },
  },
  listDomains: {
    method: 'GET',
    path: '/organisation/domains',
    summary: 'Domains whose addresses your organisation vouches for',
    ...look,
    answers: { 200: z.object({ data: z.array(domain) }) },
  },
  addDomain: {
    method: 'POST',
    path: '/organisation/domains',
    summary: 'Claim a domain; a TXT record proves it',
    ...ownerAlone,
    body: domainRequest,
    creates: true,
    answers: { 201: domain },
  },
  verifyDomain: {
    method: 'POST',
    path: '/organisation/domains/{id}/verification',
    summary: 'Look for the TXT record now',
    ...ownerAlone,
    answers: { 200: domain },
  },
  removeDomain: {
    method: 'DELETE',
    path: '/organisation/domains/{id}',
    summary: 'Vouch for a domain no more',
    ...ownerAlone,
    answers: { 204: null },
  },
  beginSingleSignOn: {
    method: 'POST',
    path: '/sign-in/single-sign-on',
    summary: 'Where to sign in with an address of a domain that has its own identity provider',
    public: true,
    body: singleSignOnStart,
    answers: { 200: z.object({ url: z.string() }) },
  },
} as const satisfies Record<string, Operation>;

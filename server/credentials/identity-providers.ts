import {
  allowInsecureRequests,
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretPost,
  customFetch,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  type Configuration,
  type CustomFetch,
} from 'openid-client';
import { Refusal } from '../../core/domain/refusal.ts';
import type { Seal } from '../../core/store/seal.ts';
import type { AwaitedReturn, Provider } from '../../core/store/single-sign-on.ts';
import { openGuardedFetch } from './guarded-fetch.ts';
import { isLoopbackHost } from '../loopback.ts';

/** Milliseconds that a provider has for one answer. */
const patience = 5_000;

/** OpenID Connect with the identity providers of organisations: authorization code, PKCE, state and nonce. */
export interface IdentityProviders {
  readonly redirectUri: () => string;
  /** Asks a provider who it is. @throws Refusal state-conflict with a sentence where it does not answer as one */
  check(provider: { issuer: string; clientId: string; clientSecret: string }): Promise<void>;
  /** Where to send somebody, and what to await them back with. */
  begin(provider: Provider, state: string): Promise<{ url: string; awaited: AwaitedReturn }>;
  /** Whom a provider says it is who came back to this address; or that they, or it, called it off; or that its answer does not hold. */
  finish(provider: Provider, awaited: AwaitedReturn, url: URL, state: string): Promise<Said | Unsaid>;
}

export interface Said {
  readonly address: string;
  readonly verified: boolean;
}

export interface Unsaid {
  readonly refused: 'cancelled' | 'not-held';
}

/** @param address where the network is reached from outside; known once the server listens */
export function openIdentityProviders(seal: Seal, address: { readonly publicUrl: string }): IdentityProviders {
  const redirectUri = (): string => `${address.publicUrl}/sign-in/single-sign-on/callback`;
  // A network that is on its owner's machine alone, for trying and for tests, may have its provider there too.
  const ask = (issuer: string, clientId: string, clientSecret: string): Promise<Configuration> =>
    configured({ issuer, clientId, clientSecret }, isLoopbackHost(new URL(address.publicUrl).hostname));
  const configurationOf = ({ issuer, clientId, clientSecret, organisationId }: Provider): Promise<Configuration> =>
    ask(issuer, clientId, seal.open(clientSecret, organisationId));
  return {
    redirectUri,
    async check({ issuer, clientId, clientSecret }) {
      await ask(issuer, clientId, clientSecret).catch((error: Error) => {
        const why = `${issuer} does not answer as an OpenID Connect provider: ${reasonIn(error)}.`;
        throw new Refusal('state-conflict', `${why} Check the issuer’s address.`);
      });
    },
    async begin(provider, state) {
      const verifier = randomPKCECodeVerifier();
      const nonce = randomNonce();
      const url = buildAuthorizationUrl(await configurationOf(provider), {
        redirect_uri: redirectUri(),
        scope: 'openid email',
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      const { organisationId, issuer } = provider;
      return { url: url.href, awaited: { organisationId, issuer, nonce, verifier } };
    },
    async finish(provider, awaited, url, state) {
      try {
        return await saidBy(await configurationOf(provider), awaited, url, state);
      } catch (error) {
        const isCancelled = error instanceof AuthorizationResponseError && error.error === 'access_denied';
        return { refused: isCancelled ? 'cancelled' : 'not-held' };
      }
    },
  };
}

/** @throws Error where the answer does not hold */
async function saidBy(configuration: Configuration, awaited: AwaitedReturn, url: URL, state: string): Promise<Said> {
  const tokens = await authorizationCodeGrant(configuration, url, {
    pkceCodeVerifier: awaited.verifier,
    expectedState: state,
    expectedNonce: awaited.nonce,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  // Many providers say the address at their UserInfo endpoint alone; it has to be the same person's.
  const told =
    claims === undefined || claims['email'] !== undefined
      ? claims
      : await fetchUserInfo(configuration, tokens.access_token, claims.sub);
  const email = told?.['email'];
  return { address: typeof email === 'string' ? email : '', verified: told?.['email_verified'] === true };
}

/** What a provider says of itself. @throws Error where it does not answer as one */
function configured(
  { issuer, clientId, clientSecret }: { issuer: string; clientId: string; clientSecret: string },
  atHome: boolean,
): Promise<Configuration> {
  const url = new URL(issuer);
  const insecure = url.protocol === 'http:' && isLoopbackHost(url.hostname) && atHome;
  if (url.protocol !== 'https:' && !insecure) {
    return Promise.reject(new Error('the issuer’s address does not begin with https://'));
  }
  return discovery(url, clientId, clientSecret, ClientSecretPost(clientSecret), {
    timeout: patience / 1_000,
    [customFetch]: openGuardedFetch(atHome, patience) as unknown as CustomFetch,
    ...(insecure ? { execute: [allowInsecureRequests] } : {}),
  });
}

/** What went wrong, without an address of ours. */
function reasonIn(error: Error): string {
  const cause = error.cause instanceof Error ? error.cause.message : undefined;
  return (cause ?? error.message).slice(0, 200);
}

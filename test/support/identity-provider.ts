import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider, type Configuration } from 'oidc-provider';

/** Who a provider says somebody is. */
export interface Account {
  readonly email: string;
  readonly verified?: boolean;
}

export interface IdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who is signed in there from now on. */
  account: Account;
  /** Where a browser that is sent to `url` comes back to, its forms filled in. */
  follow(url: string): Promise<string>;
  close(): Promise<void>;
}

/** A real OpenID Connect provider on loopback, whose one account signs in without being asked. */
export async function startIdentityProvider(redirectUri: string, first: Account): Promise<IdentityProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const current = { account: first };
  const provider = new Provider(
    issuer,
    configuration(redirectUri, () => current.account),
  );
  server.on('request', (request, response) => {
    const interaction = /^\/interaction\/([^/?]+)/.exec(request.url ?? '');
    if (!interaction) return void provider.callback()(request, response);
    return void agree(provider, request, response);
  });
  return {
    issuer,
    clientId: 'tocsin',
    clientSecret: 'a secret of the test',
    get account() {
      return current.account;
    },
    set account(account) {
      current.account = account;
    },
    follow: (url) => follow(url, redirectUri),
    close: () => close(server),
  };
}

function configuration(redirectUri: string, account: () => Account): Configuration {
  return {
    clients: [
      {
        client_id: 'tocsin',
        client_secret: 'a secret of the test',
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    pkce: { required: () => true },
    cookies: { keys: ['a key of the test'] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => {
        const { email, verified = true } = account();
        return { sub: id, email, email_verified: verified };
      },
    }),
  };
}

/** Says yes to whatever is asked. */
async function agree(
  provider: Provider,
  request: Parameters<Provider['interactionDetails']>[0],
  response: Parameters<Provider['interactionDetails']>[1],
): Promise<void> {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login') {
    await provider.interactionFinished(request, response, { login: { accountId: 'somebody' } });
    return;
  }
  const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId: String(params['client_id']) });
  grant.addOIDCScope('openid email');
  await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
}

/** As a browser does, with a jar of cookies, until it is sent back. */
async function follow(url: string, redirectUri: string): Promise<string> {
  const jar = new Map<string, string>();
  let next = url;
  for (let hop = 0; hop < 10; hop += 1) {
    if (next.startsWith(redirectUri)) return next;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`The provider answered ${answer.status}: ${await answer.text()}`);
    next = new URL(location, next).href;
  }
  throw new Error('The provider sends in circles.');
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

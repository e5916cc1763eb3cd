import { Router, type Request, type Response } from 'express';
import helmet from 'helmet';
import { enterByProvider, refuseReturn } from '../../core/store/commands/single-sign-on.ts';
import { providerOf, takeReturn } from '../../core/store/single-sign-on.ts';
import { tokenDigest } from '../../core/store/token.ts';
import { deviceName } from '../credentials/device.ts';
import type { Services } from './call.ts';
import { page } from './page-frame.ts';

const path = '/sign-in/single-sign-on/callback';

const refusals = {
  unknown: 'This sign-in was begun too long ago, in another browser, or was finished already. Begin again.',
  cancelled:
    'It was called off at your identity provider, or it does not let you in here. Begin again, or ask your IT.',
  'not-held': 'The answer of your identity provider does not hold. Begin again; if it stays so, tell your IT.',
  'not-verified': 'Your identity provider does not say that your mail address is verified. Tell your IT.',
  'foreign-domain':
    'Your identity provider answered an address of a domain that your organisation has not proven. Tell your IT.',
  'no-member':
    'You are signed in there, but no member here. Ask an owner or manager of your organisation for an invitation.',
  suspended: 'Your organisation is suspended. Ask the coordinator of the network.',
} as const;

/** Where an identity provider sends people back to. */
export function singleSignOnPage(services: Services): Router {
  const router = Router();
  router.use(
    path,
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: { defaultSrc: ["'none'"], styleSrc: ["'unsafe-inline'"], frameAncestors: ["'none'"] },
      },
      // The code in the address is nobody else's.
      referrerPolicy: { policy: 'no-referrer' },
    }),
  );
  router.get(path, async (request, response) => {
    await services.limiter.signIn(request.ip ?? 'unknown');
    const outcome = await finish(services, request);
    response.set('Cache-Control', 'no-store');
    if ('refused' in outcome) return refuse(response, outcome.refused);
    const { cookie } = services;
    response.append('Set-Cookie', cookie.set(outcome.session.token));
    response.append('Set-Cookie', cookie.dropTicket());
    // A redirection would go on as the provider's, and a strict cookie would not come along; a page of ours begins anew.
    response
      .type('html')
      .send(
        page(
          'You are signed in',
          `<meta http-equiv="refresh" content="0; url=/"><p><a href="/">Go on to Tocsin</a></p>`,
        ),
      );
  });
  return router;
}

type Refused = { readonly refused: keyof typeof refusals };

async function finish(services: Services, request: Request) {
  const { store, providers, cookie, address } = services;
  const url = new URL(request.originalUrl, address.publicUrl);
  const state = url.searchParams.get('state') ?? '';
  const unknown: Refused = { refused: 'unknown' };
  const awaited = await takeReturn(store.sql, tokenDigest(state), tokenDigest(cookie.readTicket(request) ?? ''));
  if (!awaited) return unknown;
  const { organisationId } = awaited;
  if (!awaited.sameBrowser) {
    await store.writer.run(refuseReturn(organisationId, 'other-browser'));
    return unknown;
  }
  const provider = await providerOf(store.sql, organisationId);
  // Another one was set meanwhile: what the former one answers counts no more.
  if (provider?.issuer !== awaited.issuer) return unknown;
  const said = await providers.finish(provider, awaited, url, state);
  if ('refused' in said) {
    await store.writer.run(refuseReturn(organisationId, said.refused));
    return said;
  }
  const device = { name: deviceName(request.headers['user-agent']), before: null };
  return store.writer.run(enterByProvider(organisationId, said, device));
}

function refuse(response: Response, reason: keyof typeof refusals): void {
  response
    .status(403)
    .type('html')
    .send(
      page(
        'You are not signed in',
        `<h1>You are not signed in</h1><p>${refusals[reason]}</p><p><a href="/">Back to sign in</a></p>`,
      ),
    );
}

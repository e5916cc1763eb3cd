import { timingSafeEqual } from 'node:crypto';
import type { Request, Response, Router as ExpressRouter } from 'express';
import { Router } from 'express';
import type { Registry } from 'prom-client';
import { Refusal } from '../../core/domain/refusal.ts';
import { tokenDigest } from '../../core/store/token.ts';
import { isFromThisMachine } from '../loopback.ts';

/** One thing that must be well for this process to serve. @throws Error with a sentence when it is not */
export type Check = () => Promise<void>;

/** For a load balancer and for Prometheus: not versioned, and nobody's business but the operator's. */
export function operatorRoutes(options: {
  readonly checks: Readonly<Record<string, Check>>;
  readonly registry: Registry;
  readonly metricsToken: string | null;
}): ExpressRouter {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'up' });
  });
  router.get('/readyz', async (_request, response) => {
    const states = await Promise.all(Object.entries(options.checks).map(([name, check]) => stateOf(name, check)));
    const unwell = states.filter(({ reason }) => reason !== undefined);
    if (unwell.length > 0) {
      const reasons = unwell.map(({ name, reason }) => `${name}: ${reason}`).join(' ');
      throw new Refusal('unavailable', `Not ready. ${reasons}`, { retryAfter: 1 });
    }
    const ready = Object.fromEntries(states.map(({ name }) => [name, 'ok']));
    response.set('Cache-Control', 'no-store').json({ status: 'ready', ...ready });
  });
  router.get('/metrics', async (request, response) => {
    admitScraper(request, options.metricsToken);
    response.set('Cache-Control', 'no-store').type(options.registry.contentType);
    await sendMetrics(response, options.registry);
  });
  router.all(['/healthz', '/readyz', '/metrics'], (request, response) => {
    response.set('Allow', 'GET, HEAD');
    throw new Refusal('method-not-allowed', `${request.method} is not offered here; GET is.`);
  });
  return router;
}

async function sendMetrics(response: Response, registry: Registry): Promise<void> {
  response.send(await registry.metrics());
}

/** `reason`: why it is not well; undefined: it is. */
export async function stateOf(name: string, check: Check): Promise<{ name: string; reason: string | undefined }> {
  try {
    await check();
    return { name, reason: undefined };
  } catch (error) {
    return { name, reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Loopback, unless a proxy there speaks for somebody else; or whoever has the token. */
function admitScraper(request: Request, token: string | null): void {
  if (isFromThisMachine(request)) return;
  const [, sent] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  // Digests are of one length, whatever was sent.
  if (token !== null && sent !== undefined && timingSafeEqual(tokenDigest(sent), tokenDigest(token))) return;
  throw new Refusal('unauthorized', 'Metrics are for loopback, or for whoever has TOCSIN_METRICS_TOKEN.');
}

import express, { type Express, type NextFunction, type Request, type Response, type Router } from 'express';
import type { Logger } from 'pino';
import { apiRoot } from '../../core/contract/routes.ts';
import { Refusal } from '../../core/domain/refusal.ts';
import type { Queues } from '../../core/queue/queue.ts';
import { addressPages } from './addresses.ts';
import { openApi } from './api.ts';
import type { Services } from './call.ts';
import type { Metrics } from './metrics.ts';
import { queueBoard } from './queue-board.ts';
import { observe } from './observation.ts';
import { operatorRoutes, type Check } from './operator.ts';
import { consolePages, documentPages } from './pages.ts';
import type { Addresses } from '../addresses.ts';
import { refusalOf } from '../problem.ts';
import { setSafeHeaders } from '../safe-headers.ts';
import { horizonFeed } from '../feeds/horizon-feed.ts';
import { sendProblem } from './replies.ts';
import { openAuditExport } from './audit-export.ts';
import { singleSignOnPage } from './single-sign-on-page.ts';
import { unsubscribePages } from './unsubscribe.ts';
import { openEventStream, type Follow } from './stream.ts';

interface HttpOptions {
  readonly services: Services;
  readonly follow: Follow;
  readonly checks: Readonly<Record<string, Check>>;
  readonly queues: Pick<Queues, 'board'> | undefined;
  readonly metrics: Metrics;
  readonly metricsToken: string | null;
  readonly addresses: Addresses;
  /** Where the console was built; null: there is none. */
  readonly consoleDirectory: string | null;
  /** More pages, by the path that they are mounted at. */
  readonly pages: Readonly<Record<string, Router>>;
  readonly log: Logger;
}

/** Below the API's root, and for people. */
const pages = /^\/(docs|problems)(\/|\?|$)/;

/** All that the server answers over HTTP. */
export function openHttp(options: HttpOptions): Express {
  const { services, log, metrics } = options;
  const http = express();
  http.disable('x-powered-by');
  http.set('etag', false);
  http.set('query parser', false);
  http.set('trust proxy', options.addresses.trust);
  const refusalIn = (error: unknown): Refusal => refusalOf(error, log);

  http.use((_request: Request, response: Response, next: NextFunction) => {
    setSafeHeaders(response);
    next();
  });
  http.use(observe(log, metrics));
  const api = openApi({
    services,
    streams: {
      listEvents: openEventStream(options.follow, services),
      listAudit: openAuditExport(services, refusalIn),
    },
    refusalOf: refusalIn,
  });
  http.use(apiRoot, (request, response, next) => (pages.test(request.url) ? next() : api(request, response)));
  http.use(documentPages());
  http.use(addressPages(services));
  http.use(unsubscribePages(services));
  http.use(singleSignOnPage(services));
  http.use(horizonFeed(services));
  http.use(operatorRoutes({ checks: options.checks, registry: metrics.registry, metricsToken: options.metricsToken }));
  if (options.queues) http.use(queueBoard(services, options.queues));
  for (const [path, router] of Object.entries(options.pages)) http.use(path, router);
  if (options.consoleDirectory !== null) http.use(consolePages(options.consoleDirectory));
  http.use((request: Request) => {
    throw new Refusal('not-found', `There is nothing at this address for ${request.method}.`);
  });
  // Express knows an error handler by its four parameters.
  http.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    sendProblem(response, thrownByExpress(error) ?? refusalIn(error));
  });
  return http;
}

/** What Express and its static files refuse: addresses that cannot be decoded, files that are not there. */
function thrownByExpress(error: unknown): Refusal | undefined {
  const status = error instanceof Error && 'status' in error && !(error instanceof Refusal) ? error.status : undefined;
  if (typeof status !== 'number' || status >= 500) return undefined;
  return new Refusal('not-found', 'There is nothing at this address.');
}

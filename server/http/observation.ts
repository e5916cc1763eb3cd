import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';
import type { RequestContext } from './call.ts';
import type { Metrics } from './metrics.ts';

/** Whatever is asked often by machines, and says nothing when all is well. */
const quiet = /^\/(healthz|readyz|metrics)$/;

/**
 * Gives each request an id, and says afterwards what became of it: route, status, duration and the key's id, never a token,
 * a body or a value of the query.
 */
export function observe(log: Logger, metrics: Metrics) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const began = performance.now();
    const context: RequestContext = Object.assign(response.locals as RequestContext, {
      id: randomUUID(),
      route: 'other',
    });
    const { path, method } = request;
    if (quiet.test(path)) context.route = path;
    response.setHeader('X-Request-Id', context.id);
    response.once('close', () => {
      const seconds = (performance.now() - began) / 1_000;
      const { id, route, caller } = context;
      const status = response.writableFinished ? response.statusCode : 499;
      metrics.request({ method, route, status }, seconds);
      const entry = {
        requestId: id,
        method,
        route,
        status,
        ms: Math.round(seconds * 1_000),
        ...(caller ? { key: caller } : {}),
      };
      if (quiet.test(path)) log.debug(entry, 'request');
      else log.info(entry, 'request');
    });
    next();
  };
}

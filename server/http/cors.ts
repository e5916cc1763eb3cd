import type { Response } from 'express';
import { Refusal } from '../../core/domain/refusal.ts';

const exposed = 'ETag, Location, Retry-After, Idempotency-Replayed';
const acceptedHeaders = 'Authorization, Content-Type, Accept, If-Match, Idempotency-Key, Last-Event-ID';
const day = '86400';

/** With a bearer token any origin may ask; credentials that browsers add by themselves count nowhere. */
export function allowOrigin(response: Response): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Expose-Headers', exposed);
}

/** Answers OPTIONS. @param allowed the methods that the path offers; undefined: there is no such path */
export function preflight(response: Response, allowed: string | undefined): void {
  if (allowed === undefined)
    throw new Refusal('not-found', 'There is no such call; see /api/v1/docs for all there are.');
  response.writeHead(204, {
    Allow: allowed,
    'Access-Control-Allow-Methods': allowed,
    'Access-Control-Allow-Headers': acceptedHeaders,
    'Access-Control-Max-Age': day,
  });
  response.end();
}

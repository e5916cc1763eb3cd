import type { Response } from 'express';
import type { Refusal } from '../../core/domain/refusal.ts';
import type { Reply, RequestContext } from './call.ts';
import { problemAnswer } from '../problem.ts';
import { setSafeHeaders } from '../safe-headers.ts';

/** Answers a call, unless it was given up meanwhile. */
export function sendReply(response: Response, { status, body, location, etag, replayed, cookie }: Reply): void {
  if (response.headersSent || response.destroyed) return;
  if (location !== undefined) response.setHeader('Location', location);
  if (etag !== undefined) response.setHeader('ETag', etag);
  if (cookie !== undefined) response.setHeader('Set-Cookie', cookie);
  if (replayed) response.setHeader('Idempotency-Replayed', 'true');
  response.setHeader('Cache-Control', 'no-store');
  if (body === undefined) {
    response.writeHead(status).end();
    return;
  }
  send(response, status, 'application/json', JSON.stringify(body));
}

/** Answers a refusal; an answer that has begun is cut off, so that nobody takes it for whole. */
export function sendProblem(response: Response, refusal: Refusal): void {
  if (response.writableEnded || response.destroyed) return;
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { body, headers } = problemAnswer(refusal, (response.locals as RequestContext).id);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  // Where a page was asked for, too.
  setSafeHeaders(response);
  response.setHeader('Cache-Control', 'no-store');
  // What is left of a body that was refused unread is not waited for.
  if (refusal.problem === 'body-too-large') response.setHeader('Connection', 'close');
  send(response, refusal.status, 'application/problem+json', JSON.stringify(body));
}

function send(response: Response, status: number, type: string, text: string): void {
  const bytes = Buffer.from(text);
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': bytes.length });
  response.end(bytes);
}

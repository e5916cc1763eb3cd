import type { Response } from 'express';
import type { Refusal } from '../../core/domain/refusal.ts';
import type { Reply, RequestContext } from './call.ts';
import { problemAnswer } from '../problem.ts';
import { packList } from './packed-answers.ts';
import { setSafeHeaders } from '../safe-headers.ts';

const json = 'application/json';

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
  send(response, status, json, JSON.stringify(body));
}

/** Answers a list packed by gzip; where that is not worth it, as any other. */
export async function sendPacked(response: Response, reply: Reply, takesGzip: boolean): Promise<void> {
  // A cache in between must not hand the packed one to whoever cannot read it.
  response.vary('Accept-Encoding');
  const packed = takesGzip ? await packList(reply.body as { data: unknown[] }) : undefined;
  if (packed === undefined) return sendReply(response, reply);
  if (response.headersSent || response.destroyed) return;
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Encoding', 'gzip');
  write(response, reply.status, json, packed);
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
  write(response, status, type, Buffer.from(text));
}

function write(response: Response, status: number, type: string, bytes: Buffer): void {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': bytes.length });
  response.end(bytes);
}

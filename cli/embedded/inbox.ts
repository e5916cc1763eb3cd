import { randomBytes } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { listPage, mailPage, missingPage } from './inbox-pages.ts';
import type { MailSink, ReceivedMail } from './mail-sink.ts';

/** A mail's HTML may look as it likes and open a link in a new tab, and nothing else: no script, form or request. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

/**
 * The demo's inbox, to be mounted at `/demo/inbox`: pages for people, and with `Accept: application/json`
 * at the same addresses `{ data }` for programs, `ReceivedMail[]` or one.
 */
export function inboxRouter(sink: MailSink): Router {
  const router = Router();

  router.get('/', (request, response) => {
    const mails = sink.list();
    answer(request, response, { json: { data: mails }, page: (nonce) => listPage(mails, request.baseUrl, nonce) });
  });

  router.get('/:id', (request, response) => {
    const mail = find(sink, request);
    if (!mail) return missing(request, response);
    return answer(request, response, { json: { data: mail }, page: (nonce) => mailPage(mail, request.baseUrl, nonce) });
  });

  router.get('/:id/html', (request, response) => {
    const mail = find(sink, request);
    if (!mail || mail.html === '') return missing(request, response);
    guard(response, MAIL_POLICY);
    // Inside the frame a link would replace the mail by a page that the policy leaves blank.
    response.type('html').send(`<!doctype html><base target="_blank">${mail.html}`);
  });

  router.get('/:id/raw', (request, response) => {
    const mail = find(sink, request);
    if (!mail) return missing(request, response);
    guard(response, "default-src 'none'; sandbox");
    response.type('text/plain').send(sink.raw(mail.id));
  });

  return router;
}

function find(sink: MailSink, request: Request<{ id: string }>): ReceivedMail | undefined {
  return sink.list().find(({ id }) => id === request.params.id);
}

interface Answer {
  json: object;
  mediaType?: string;
  page: (nonce: string) => string;
}

function answer(request: Request, response: Response, { json, mediaType = 'application/json', page }: Answer): void {
  response.vary('Accept');
  if (request.accepts(['html', 'json']) === 'json') {
    guard(response, "default-src 'none'");
    response.type(mediaType).send(JSON.stringify(json));
    return;
  }
  const nonce = randomBytes(16).toString('base64');
  guard(
    response,
    `default-src 'none'; style-src 'nonce-${nonce}'; img-src data:; frame-src 'self'; ` +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  response.type('html').send(page(nonce));
}

function missing(request: Request, response: Response): void {
  const detail = 'There is no such mail in the inbox: it keeps the newest 500.';
  response.status(404);
  answer(request, response, {
    json: { type: 'about:blank', title: 'Not Found', status: 404, detail },
    mediaType: 'application/problem+json',
    page: (nonce) => missingPage(request.baseUrl, nonce),
  });
}

function guard(response: Response, policy: string): void {
  response.set({
    'content-security-policy': policy,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
}

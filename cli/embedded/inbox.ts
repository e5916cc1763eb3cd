import { randomBytes } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { isFromThisMachine } from '../../server/loopback.ts';
import { listPage, mailPage, refusalPage } from './inbox-pages.ts';
import type { MailSink, ReceivedMail } from './mail-sink.ts';

/** A mail's HTML may look as it likes and open a link in a new tab, and nothing else: no script, form or request. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

/** What a browser calls this machine: a page from elsewhere that had its own name lead here says that name. */
const ownNames = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;

/**
 * The demo's inbox, to be mounted at `/demo/inbox`: pages for people, and with `Accept: application/json`
 * at the same addresses `{ data }` for programs, `ReceivedMail[]` or one. Mails say what markings withhold from others, and
 * the inbox asks nobody for a key: it opens to this machine alone.
 */
export function inboxRouter(sink: MailSink): Router {
  const router = Router();

  router.use((request, response, next) => {
    if (isFromThisMachine(request) && ownNames.test(request.headers.host ?? '')) next();
    else refuse(request, response, withheld);
  });

  router.get('/', (request, response) => {
    const mails = sink.list();
    answer(request, response, { json: { data: mails }, page: (nonce) => listPage(mails, request.baseUrl, nonce) });
  });

  router.get('/:id', (request, response) => {
    const mail = find(sink, request);
    if (!mail) return refuse(request, response, missing);
    return answer(request, response, { json: { data: mail }, page: (nonce) => mailPage(mail, request.baseUrl, nonce) });
  });

  router.get('/:id/html', (request, response) => {
    const mail = find(sink, request);
    if (!mail || mail.html === '') return refuse(request, response, missing);
    guard(response, MAIL_POLICY);
    // Inside the frame a link would replace the mail by a page that the policy leaves blank.
    response.type('html').send(`<!doctype html><base target="_blank">${mail.html}`);
  });

  router.get('/:id/raw', (request, response) => {
    const mail = find(sink, request);
    if (!mail) return refuse(request, response, missing);
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

interface Refused {
  status: number;
  title: string;
  detail: string;
}

const missing: Refused = {
  status: 404,
  title: 'No such mail',
  detail: 'There is no such mail in the inbox: it keeps the newest 500.',
};

const withheld: Refused = {
  status: 403,
  title: 'For its own machine alone',
  detail: 'The demo’s inbox opens on the machine that the network runs on, at http://localhost.',
};

function refuse(request: Request, response: Response, { status, title, detail }: Refused): void {
  response.status(status);
  answer(request, response, {
    json: { type: 'about:blank', title, status, detail },
    mediaType: 'application/problem+json',
    page: (nonce) => refusalPage({ title, detail, base: request.baseUrl, nonce }),
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

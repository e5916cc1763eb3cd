import express, { Router, type Response } from 'express';
import { endMailSubscriber } from '../../core/store/commands/mail-subscriber.ts';
import { endOwnWarnings } from '../../core/store/commands/own-mail.ts';
import type { Command } from '../../core/store/unit.ts';
import type { Services } from './call.ts';
import { formPolicy, page } from './page-frame.ts';

const unknown = 'This link is not whole. Open it from the mail again, or copy all of it.';

/** Mails that one click ends. */
interface Ending {
  readonly path: string;
  /** Whose mails a token ends, by id; undefined: nobody's. */
  readonly read: (token: string) => string | undefined;
  readonly end: (id: string) => Command<void>;
  /** What it means, before it is done and after. */
  readonly means: string;
  readonly done: string;
}

/**
 * Ends mails by the one click of a mail client (RFC 8058: a POST, without cookies), or by the button of a small page. A GET
 * changes nothing, because mail scanners follow links. Ended already is as good as ended.
 */
export function unsubscribePages(services: Services): Router {
  const router = Router();
  for (const ending of endings(services)) addEnding(router, services, ending);
  return router;
}

function endings({ subscriberLinks, unsubscribeLinks }: Services): Ending[] {
  return [
    {
      path: '/mail/unsubscribe/:token',
      read: (token) => subscriberLinks.readUnsubscribe(token),
      end: endMailSubscriber,
      means: 'Your address is erased, and nothing more is sent to it.',
      done: 'Your address is erased. You may close this page.',
    },
    {
      path: '/mail/unsubscribe/member/:token',
      read: (token) => unsubscribeLinks.read(token),
      end: endOwnWarnings,
      means:
        'Warnings no longer come to you by your own choice. Steps of an escalation that name you, and what a team has mailed to you, still do.',
      done: 'Steps of an escalation that name you, and what a team has mailed to you, still come. Under “Your account” you can have warnings mailed again. You may close this page.',
    },
  ];
}

function addEnding(router: Router, { store, limiter }: Services, { path, read, end, means, done }: Ending): void {
  router.use(path, formPolicy());
  router.get(path, ({ params }, response) => {
    if (read(tokenOf(params)) === undefined) return show(response, 404, 'This link does not work', unknown);
    return show(
      response,
      200,
      'End these mails?',
      means,
      '<form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click"><button>End these mails</button></form>',
    );
  });
  // Its body says nothing that its address does not: forms and multipart alike are read past.
  router.post(path, express.raw({ type: () => true, limit: '4kb' }), async (request, response) => {
    await limiter.stranger(request.ip ?? 'unknown');
    const id = read(tokenOf(request.params));
    if (id === undefined) return show(response, 404, 'This link does not work', unknown);
    await store.writer.run(end(id));
    show(response, 200, 'These mails have ended', done);
  });
}

function tokenOf(params: { readonly [name: string]: string | string[] }): string {
  return String(params['token']);
}

function show(response: Response, status: number, title: string, said: string, form = ''): void {
  response
    .status(status)
    .set('Cache-Control', 'no-store')
    .type('html')
    .send(page(title, `<h1>${title}</h1><p>${said}</p>${form}`));
}

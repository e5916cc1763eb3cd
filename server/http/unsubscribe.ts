import express, { Router, type Response } from 'express';
import { endMailSubscriber } from '../../core/store/commands/mail-subscriber.ts';
import type { Services } from './call.ts';
import { formPolicy, page } from './page-frame.ts';

const path = '/mail/unsubscribe/:token';
const unknown = 'This link is not whole. Open it from the mail again, or copy all of it.';

/**
 * Ends a subscriber's mails: by the one click of a mail client (RFC 8058: a POST, without cookies), or by the button of a small
 * page. A GET changes nothing, because mail scanners follow links. Ended already is as good as ended.
 */
export function unsubscribePages({ store, subscriberLinks, limiter }: Services): Router {
  const router = Router();
  router.use(path, formPolicy());
  router.get(path, ({ params: { token } }, response) => {
    if (subscriberLinks.readUnsubscribe(token) === undefined)
      return show(response, 404, 'This link does not work', unknown);
    return show(
      response,
      200,
      'End these mails?',
      'Your address is erased, and nothing more is sent to it.',
      '<form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click"><button>End these mails</button></form>',
    );
  });
  // Its body says nothing that its address does not: forms and multipart alike are read past.
  router.post(path, express.raw({ type: () => true, limit: '4kb' }), async (request, response) => {
    await limiter.stranger(request.ip ?? 'unknown');
    const id = subscriberLinks.readUnsubscribe(request.params.token);
    if (id === undefined) return show(response, 404, 'This link does not work', unknown);
    await store.writer.run(endMailSubscriber(id));
    show(response, 200, 'These mails have ended', 'Your address is erased. You may close this page.');
  });
  return router;
}

function show(response: Response, status: number, title: string, said: string, form = ''): void {
  response
    .status(status)
    .set('Cache-Control', 'no-store')
    .type('html')
    .send(page(title, `<h1>${title}</h1><p>${said}</p>${form}`));
}

import express, { Router, type Request, type Response } from 'express';
import { Refusal } from '../../core/domain/refusal.ts';
import { confirmAddress } from '../../core/store/commands/address.ts';
import { tokenDigest } from '../../core/store/token.ts';
import type { Services } from './call.ts';
import { formPolicy, page } from './page-frame.ts';

const path = '/addresses/confirm';
const tokenForm = /^[0-9a-f]{40}$/;

/** Where the link in a confirmation mail leads: a page with a button, because mail scanners follow links. */
export function addressPages({ store, limiter }: Services): Router {
  const router = Router();
  router.use(path, formPolicy());
  router.get(path, (request, response) => {
    const token = new URLSearchParams(request.url.split('?')[1] ?? '').get('token') ?? '';
    show(response, 200, 'Confirm your address', askToConfirm(tokenForm.test(token) ? token : ''));
  });
  router.post(path, express.urlencoded({ extended: false, limit: '4kb' }), async (request: Request, response) => {
    await limiter.stranger(request.ip ?? 'unknown');
    const { token } = (request.body ?? {}) as { token?: unknown };
    const done = await confirmed(store, typeof token === 'string' ? token : '');
    if (done instanceof Refusal) show(response, done.status, 'This link does not work', `<p>${done.message}</p>`);
    else
      show(
        response,
        200,
        'Your address is confirmed',
        '<p>You will be told at this address from now on. You may close this page.</p>',
      );
  });
  return router;
}

async function confirmed(store: Services['store'], token: string): Promise<Refusal | undefined> {
  try {
    await store.writer.run(confirmAddress(tokenDigest(token)));
    return undefined;
  } catch (error) {
    if (error instanceof Refusal && error.status < 500) return error;
    throw error;
  }
}

/** Only hexadecimal digits get this far. */
function askToConfirm(token: string): string {
  if (token === '') return '<p>This link is not whole. Open it from the mail again, or copy all of it.</p>';
  return `<p>An organisation of the network wants to have you told at your address when warnings of hatred online wait for its answer.</p>
<form method="post" action="${path}"><input type="hidden" name="token" value="${token}"><button>Yes, tell me at this address</button></form>
<p>If you do not expect this, close the page: nothing is sent to you.</p>`;
}

function show(response: Response, status: number, title: string, content: string): void {
  response
    .status(status)
    .set('Cache-Control', 'no-store')
    .type('html')
    .send(page(title, `<h1>${title}</h1>${content}`));
}

import { Router, type Request, type RequestHandler } from 'express';
import helmet from 'helmet';
import { mayCall } from '../../core/domain/access.ts';
import { Refusal } from '../../core/domain/refusal.ts';
import type { Queues } from '../../core/queue/queue.ts';
import type { Services } from './call.ts';

const root = '/network/queues';

/** What Bull Board's page needs beyond the console's policy, here alone: its own base address, and styles that it writes itself. */
const policy = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      connectSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      baseUri: ["'self'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
});

/** Bull Board, for the coordinator's managers with a strong factor shown: what waits in the queues, to be looked at alone. */
export function queueBoard(services: Services, queues: Pick<Queues, 'board'>): Router {
  const router = Router();
  let opening: Promise<RequestHandler> | undefined;
  router.use(root, async (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.set('Allow', 'GET, HEAD');
      throw new Refusal('method-not-allowed', 'The queues can be looked at here, and nothing else.');
    }
    await admit(services, request);
    response.set('Cache-Control', 'no-store');
    opening ??= openBoard(queues);
    // What failed to load is tried anew by whoever comes next.
    opening.catch(() => (opening = undefined));
    const board = await opening;
    policy(request, response, () => void board(request, response, next));
  });
  return router;
}

/** Who may call getHealth, in person: what is in a queue tells when whom is waited for. @throws Refusal */
async function admit({ authenticate, cookie, limiter }: Services, request: Request): Promise<void> {
  const token = cookie.read(request);
  if (token === undefined) throw new Refusal('unauthorized', 'Sign in on the console first.');
  const caller = await authenticate(token, request.ip ?? 'unknown');
  await limiter.request(caller.as.id);
  const refusal = mayCall(caller, 'getHealth');
  if (refusal) throw refusal;
}

async function openBoard(queues: Pick<Queues, 'board'>): Promise<RequestHandler> {
  const [{ createBullBoard }, { ExpressAdapter }, adapters] = await Promise.all([
    import('@bull-board/api'),
    import('@bull-board/express'),
    queues.board(),
  ]);
  const serverAdapter = new ExpressAdapter();
  serverAdapter.setBasePath(root);
  createBullBoard({
    queues: adapters,
    serverAdapter,
    options: { uiConfig: { boardTitle: 'Tocsin', hideRedisDetails: true } },
  });
  return serverAdapter.getRouter() as RequestHandler;
}

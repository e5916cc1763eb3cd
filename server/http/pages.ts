import { createRequire } from 'node:module';
import path from 'node:path';
import express, { Router, type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { mailLanguages } from '../../core/contract/mail-subscriber.ts';
import { problems, type ProblemName } from '../../core/contract/problem.ts';
import { apiRoot } from '../../core/contract/routes.ts';
import { notFound, Refusal } from '../../core/domain/refusal.ts';
import { allowOrigin, preflight } from './cors.ts';
import { page } from './page-frame.ts';
import { packedFiles } from './packed-files.ts';
import { waysOut } from './ways-out.ts';

const scalar = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@scalar/api-reference')),
  'browser',
  'standalone.js',
);

const offered = 'GET, HEAD, OPTIONS';

/** The pages that a developer meets: the reference, and what each problem means. */
export function documentPages(): Router {
  const router = Router();
  const root = `${apiRoot}/docs`;
  const described = ['/problems/:name', `${apiRoot}/problems/:name`];
  const all = [root, `${root}/start.js`, `${root}/scalar.js`, ...described];
  router.all(all, (_request, response, next) => {
    allowOrigin(response);
    next();
  });
  router.get(root, policy(["'self'"], ["'self'", "'unsafe-inline'"], ['blob:']), (_request, response) => {
    response.type('html').send(referencePage(root));
  });
  router.get(`${root}/start.js`, (_request, response) => {
    response.type('js').set('Cache-Control', 'no-cache').send(startReference);
  });
  router.get(`${root}/scalar.js`, (_request, response) => {
    response.sendFile(scalar, { maxAge: '1h' });
  });
  router.get(described, policy(["'none'"], ["'unsafe-inline'"]), describeProblem);
  router.all(all, (request, response) => {
    if (request.method === 'OPTIONS') return preflight(response, offered);
    response.set('Allow', offered);
    throw new Refusal('method-not-allowed', `${request.method} is not offered here; GET is.`);
  });
  return router;
}

/** The console, where it was built: its files, and its one page for whatever path it shows. */
export function consolePages(directory: string): Router {
  const router = Router();
  router.use(policy(["'self'"], ["'self'"]));
  router.get('/manifest.webmanifest', manifestInTheirs);
  router.use(packedFiles(directory, freshness));
  router.use(
    express.static(directory, { index: 'index.html', fallthrough: true, redirect: false, setHeaders: freshness }),
  );
  router.get('/{*path}', (request, response, next) => {
    const isPage = request.accepts(['json', 'html']) === 'html' && path.extname(request.path) === '';
    if (!isPage) return next();
    return response.set('Cache-Control', 'no-cache').sendFile('index.html', { root: directory });
  });
  return router;
}

/** The names under which the console is installed, in the reader's language: it asks for one manifest, and each language has its own. */
function manifestInTheirs(request: Request, response: Response, next: NextFunction): void {
  const language = request.acceptsLanguages([...mailLanguages]) || 'en';
  request.url = `/manifest.${language}.webmanifest`;
  response.vary('Accept-Language');
  next();
}

/** Built files bear their digest in their name; the page that names them is asked for anew. */
function freshness(response: Response, file: string): void {
  const immutable = file.includes(`${path.sep}assets${path.sep}`);
  response.setHeader('Cache-Control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
}

/** What a page may load and whom it may ask: this network alone. A page that holds a key cannot be made to tell others. */
function policy(scripts: string[], styles: string[], made: string[] = []): ReturnType<typeof helmet> {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: scripts,
        styleSrc: styles,
        connectSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', ...made],
        fontSrc: ["'self'", 'data:'],
        workerSrc: ["'self'", ...made],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
  });
}

function describeProblem(request: Request, response: Response): void {
  const name = String(request.params['name']);
  if (!Object.hasOwn(problems, name)) throw notFound('problem');
  const { status, title } = problems[name as ProblemName];
  const wayOut = waysOut[name as ProblemName];
  response.set('Cache-Control', 'public, max-age=3600').vary('Accept');
  if (request.accepts(['json', 'html']) === 'html')
    response.type('html').send(problemPage(name, status, title, wayOut));
  else response.json({ type: `/problems/${name}`, title, status, detail: wayOut });
}

function problemPage(name: string, status: number, title: string, wayOut: string): string {
  return page(
    title,
    `<p><code>${status} ${name}</code></p><h1>${title}</h1><p>${wayOut}</p>
<p><a href="${apiRoot}/docs">All calls and their problems</a></p>`,
  );
}

function referencePage(root: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Tocsin API</title><div id="reference"></div>
<script src="${root}/scalar.js"></script><script src="${root}/start.js"></script></html>`;
}

const startReference = `Scalar.createApiReference('#reference', ${JSON.stringify({
  url: `${apiRoot}/openapi.json`,
  withDefaultFonts: false,
  telemetry: false,
  hideClientButton: true,
  showDeveloperTools: 'never',
  agent: { disabled: true },
  mcp: { disabled: true },
})});
`;

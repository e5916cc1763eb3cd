import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Parser } from '@asyncapi/parser';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { operations } from '../../core/contract/routes.ts';
import { startTestServer, type TestServer } from '../../test/support/server.ts';
import { aRaise } from '../../test/support/warnings.ts';

let served: TestServer;

interface Described {
  readonly description?: string;
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly description?: string }[];
}

/** The calls that a document describes, by method and path. */
function calls({ paths }: { paths: Record<string, Record<string, Described>> }): [string, Described][] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]): [string, Described] => [`${method} ${path}`, described]),
  );
}

/** In a process of its own: the validator looks at prototypes, and Jest's are others. */
const validator = `import { validate } from '@scalar/openapi-parser';
let text = '';
for await (const chunk of process.stdin) text += chunk;
const { valid, errors } = await validate(text);
console.log(JSON.stringify({ valid, errors }));`;

function validated(document: unknown): unknown {
  const input = JSON.stringify(document);
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', validator], { input }).toString());
}

beforeAll(async () => {
  served = await startTestServer({ csos: ['Amal'] });
});

afterAll(() => served.close());

describe('the OpenAPI document', () => {
  test('is OpenAPI 3.1 and holds every operation', async () => {
    const { status, body } = await served.ask(null, 'GET /openapi.json');
    expect(status).toBe(200);
    expect(validated(body)).toMatchObject({ valid: true, errors: [] });
    const ids = Object.values(body.paths as Record<string, Record<string, { operationId: string }>>)
      .flatMap((path) => Object.values(path))
      .map(({ operationId }) => operationId);
    expect(ids.toSorted()).toEqual(Object.keys(operations).toSorted());
    expect(body.servers).toEqual([{ url: '/api/v1' }]);
    const parameters = body.paths['/warnings/{id}/revisions'].post.parameters.map(({ name }: { name: string }) => name);
    expect(parameters.toSorted()).toEqual(['Idempotency-Key', 'If-Match', 'id']);
  });

  test('says of each parameter of a query what it is', async () => {
    const { body } = await served.ask(null, 'GET /openapi.json');
    const silent = calls(body).flatMap(([call, { parameters = [] }]) =>
      parameters
        .filter(({ in: place, description = '' }) => place === 'query' && description.length < 10)
        .map(({ name }) => `${call} ${name}`),
    );
    expect(silent).toEqual([]);
  });

  test.each([
    'get /countries',
    'get /horizon',
    'get /me/calendars',
    'post /me/calendars',
    'post /me/calendars/{id}/replacement',
    'get /statistics',
    'get /network/health',
    'post /subscriptions/matches',
    'get /escalation-policy',
    'put /escalation-policy',
    'delete /escalation-policy',
    'post /escalation-policy/rehearsal',
  ])('says more of %s than its summary', async (call) => {
    const { body } = await served.ask(null, 'GET /openapi.json');
    const told = new Map(calls(body)).get(call)?.description ?? '';
    expect(told.replace(/(A key needs|A member needs|For organisations) .*$/s, '').length).toBeGreaterThan(60);
  });
});

test('every schema of it is JSON Schema 2020-12', async () => {
  const { body } = await served.ask(null, 'GET /openapi.json');
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'https://tocsin.example/openapi.json', components: body.components });
  for (const name of Object.keys(body.components.schemas)) {
    expect(ajv.getSchema(`https://tocsin.example/openapi.json#/components/schemas/${name}`)).toBeDefined();
  }
  const raise = ajv.getSchema('https://tocsin.example/openapi.json#/components/schemas/RaiseRequest');
  expect(raise?.(aRaise())).toBe(true);
  expect(raise?.({ ...aRaise(), colour: 'red' })).toBe(false);
});

test('the AsyncAPI document is AsyncAPI 3, and says what a socket is told', async () => {
  const { status, body } = await served.ask(null, 'GET /asyncapi.json');
  expect(status).toBe(200);
  const { document, diagnostics } = await new Parser().parse(JSON.stringify(body));
  expect(diagnostics.filter(({ severity }) => [0, 1].includes(severity))).toEqual([]);
  const names = document
    ?.channels()
    .get('socket')
    ?.messages()
    .all()
    .map((message) => message.id());
  expect(names).toEqual(expect.arrayContaining(['subscribe', 'subscribe.answer', 'event', 'caught-up', 'goodbye']));
});

describe('pages', () => {
  test('the reference loads nothing from elsewhere', async () => {
    const page = await served.ask(null, 'GET /docs');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(page.headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
    expect(page.body).not.toMatch(/https?:/);
    for (const script of ['/docs/scalar.js', '/docs/start.js']) {
      const { status, headers } = await served.ask(null, `GET ${script}`);
      expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('javascript')]);
    }
  });

  test.each(['/docs', '/docs/start.js', '/problems/internal', '//problems/internal'])(
    '%s is read, from any origin, and nothing else',
    async (path) => {
      const read = await served.ask(null, `HEAD ${path}`);
      expect([read.status, read.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
      const refused = await served.ask(null, `POST ${path}`);
      expect([refused.status, refused.body.type]).toEqual([405, '/problems/method-not-allowed']);
      expect(refused.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
      const asked = await served.ask(null, `OPTIONS ${path}`);
      expect([asked.status, asked.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
    },
  );

  test('each problem says what it means, to people and to programs', async () => {
    const page = await served.ask(null, 'GET //problems/raise-limit', { headers: { accept: 'text/html' } });
    expect(page.body).toContain('Too many warnings in an hour');
    const told = await served.ask(null, 'GET /problems/raise-limit');
    expect(told.body).toMatchObject({ type: '/problems/raise-limit', status: 429, detail: expect.any(String) });
    expect((await served.ask(null, 'GET /problems/constructor')).status).toBe(404);
  });
});

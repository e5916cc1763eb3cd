import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { problem, problems } from '../../../core/contract/problem.ts';
import { type Operation } from '../../../core/contract/operation.ts';
import { streamedTypes } from '../streamed.ts';
import { apiRoot, operation, operations, type OperationId } from '../../../core/contract/routes.ts';

const problemType = 'application/problem+json';

/** The OpenAPI 3.1 document of the contract. Its addresses are relative to where it was fetched. */
export function openApiDocument(version: string): object {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Tocsin',
      version,
      description:
        'The early-warning network against hatred online. A warning asks for attention; it is not a notice under Article 16 of the Digital Services Act.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: apiRoot }],
    security: [{ key: [] }],
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'An API key: `tocsin_…`.' } },
    },
    paths: paths(),
  });
}

function paths(): ZodOpenApiPathsObject {
  const all: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const id of Object.keys(operations) as OperationId[]) {
    const { path, method } = operation(id);
    all[path] = { ...all[path], [method.toLowerCase()]: described(id, operation(id)) };
  }
  return all;
}

function described(id: OperationId, wanted: Operation): ZodOpenApiOperationObject {
  const { path, summary, body, bodyOptional, method, query } = wanted;
  const json = { schema: body as z.ZodType };
  const content =
    method === 'PATCH'
      ? { 'application/json': json, 'application/merge-patch+json': json }
      : { 'application/json': json };
  return {
    operationId: id,
    summary,
    tags: [path.split('/')[1]?.replace('.json', '') ?? ''],
    description: [wanted.description ?? '', needs(wanted)].filter((part) => part !== '').join('\n\n'),
    ...(wanted.public ? { security: [] } : {}),
    requestParams: {
      ...(path.includes('{') ? { path: pathParameters(path) } : {}),
      ...(query ? { query } : {}),
      ...(wanted.creates || wanted.ifMatch ? { header: headers(wanted) } : {}),
    },
    ...(body ? { requestBody: { required: !bodyOptional, content } } : {}),
    responses: { ...answers(id, wanted), default: refusal },
  };
}

/** In words what a credential needs: OpenAPI has no place for kinds and roles. */
function needs({ scopes, kinds, role, roleIn = {} }: Operation): string {
  const other = Object.entries(roleIn).map(([kind, least]) => `, of the ${kind} ${least}`);
  return [
    scopes ? `A key needs the scope ${scopes.join(' or ')}.` : '',
    role ? `A member needs the role ${role} at least${other.join('')}.` : '',
    kinds ? `For organisations of the kind ${kinds.join(' or ')}.` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function pathParameters(path: string): z.ZodObject {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  return z.object(Object.fromEntries(names.map((name) => [name, name === 'n' ? z.int().min(1) : z.guid()])));
}

function headers({ creates, ifMatch }: Operation): z.ZodObject {
  const key = z
    .string()
    .min(1)
    .max(255)
    .optional()
    .meta({ description: 'Makes a repeat harmless: it gets the first answer again, for 24 hours at least.' });
  const match = z.string().meta({ description: 'The ETag of the revision that you revise, or *.' });
  return z.object({ ...(creates ? { 'Idempotency-Key': key } : {}), ...(ifMatch ? { 'If-Match': match } : {}) });
}

function answers(id: OperationId, { answers: answered }: Operation): ZodOpenApiOperationObject['responses'] {
  const other = streamedTypes[id];
  const stream = other ? { [other]: { schema: z.string() } } : {};
  return Object.fromEntries(
    Object.entries(answered).map(([status, schema]) => [
      status,
      schema
        ? { description: 'As asked.', content: { 'application/json': { schema }, ...stream } }
        : { description: 'Done.' },
    ]),
  );
}

const refusal = {
  id: 'Refusal',
  description: `A problem (RFC 9457), its type \`/problems/<name>\`: ${Object.keys(problems).join(', ')}.`,
  content: { [problemType]: { schema: problem } },
};

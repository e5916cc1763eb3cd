import { issuedKey, key, keyPatch, keyRequest, keyRotation } from './key.ts';
import { administer, page, type Operation } from './operation.ts';
import { listQuery } from './queries.ts';

const look = { scopes: ['admin'], role: 'manager' } as const;

/** Calls about an organisation's API keys. */
export const keyOperations = {
  listKeys: {
    method: 'GET',
    path: '/keys',
    summary: 'Your organisation’s API keys, those that ended too',
    ...look,
    query: listQuery,
    answers: { 200: page(key) },
  },
  addKey: {
    method: 'POST',
    path: '/keys',
    summary: 'Make an API key; its token is shown this once',
    ...administer,
    body: keyRequest,
    creates: true,
    answers: { 201: issuedKey },
  },
  getKey: {
    method: 'GET',
    path: '/keys/{id}',
    summary: 'One API key',
    ...look,
    answers: { 200: key },
  },
  changeKey: {
    method: 'PATCH',
    path: '/keys/{id}',
    summary: 'Rename a key, change its networks, let it end earlier (RFC 7396)',
    ...administer,
    body: keyPatch,
    answers: { 200: key },
  },
  rotateKey: {
    method: 'POST',
    path: '/keys/{id}/rotation',
    summary: 'Replace a key by a new one like it; both work while they overlap',
    ...administer,
    body: keyRotation,
    bodyOptional: true,
    creates: true,
    answers: { 201: issuedKey },
  },
  revokeKey: {
    method: 'DELETE',
    path: '/keys/{id}',
    summary: 'End a key for good, and its connections within a second',
    ...administer,
    answers: { 204: null },
  },
} as const satisfies Record<string, Operation>;

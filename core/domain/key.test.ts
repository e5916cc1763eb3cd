import { describe, expect, test } from '@jest/globals';
import { expiryAfter, keyState, presentKey, successorExpiry, type Key } from './key.ts';

const now = new Date('2026-05-09T12:00:00.000Z');
const inDays = (days: number): string => new Date(now.getTime() + days * 86_400_000).toISOString();

describe('how a key stands', () => {
  test.each([
    [null, null, 'active'],
    [null, inDays(15), 'active'],
    [null, inDays(14), 'expiring'],
    [null, inDays(0), 'expired'],
    [inDays(-1), inDays(15), 'revoked'],
  ])('revoked %s, expires %s: %s', (revokedAt, expiresAt, state) => {
    expect(keyState({ revokedAt, expiresAt }, now)).toBe(state);
  });
});

describe('a rotation', () => {
  test('lets the new key last as long as the old one was made to last', () => {
    expect(successorExpiry({ createdAt: inDays(-80), expiresAt: inDays(10) }, now)).toBe(inDays(90));
    expect(successorExpiry({ createdAt: inDays(-80), expiresAt: null }, now)).toBeNull();
  });

  test.each([
    [86_400, null, inDays(1)],
    [86_400, inDays(10), inDays(1)],
    [604_800, inDays(2), inDays(2)],
    [0, inDays(2), inDays(0)],
  ])('overlapping %d s, the old one ending at %s, ends it at %s', (overlap, expiresAt, end) => {
    expect(expiryAfter(overlap, { expiresAt }, now)).toBe(end);
  });
});

test('who made a key is named, and nobody who has left', () => {
  const key: Key = {
    id: 'k',
    organisationId: 'o',
    name: 'Desk',
    prefix: 'abc',
    scopes: ['warnings:read'],
    teams: [],
    networks: [],
    createdAt: inDays(-1),
    createdBy: 'm',
    expiresAt: null,
    revokedAt: null,
    lastUsedAt: null,
    replacedBy: null,
  };
  const mira = { id: 'm', organisationId: 'o', name: 'Mira', address: 'm@o.example', role: 'owner' as const };
  const members = new Map([['m', { ...mira, language: null, red: false, teams: [] }]]);
  expect(presentKey({ members }, key, now)).toMatchObject({ createdBy: { id: 'm', name: 'Mira' }, state: 'active' });
  expect(presentKey({ members: new Map() }, key, now).createdBy).toEqual({ id: 'm', name: 'A former member' });
  expect(presentKey({ members }, key, now)).not.toHaveProperty('organisationId');
});

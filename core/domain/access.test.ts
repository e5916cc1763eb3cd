import { describe, expect, test } from '@jest/globals';
import { operation, type OperationId } from '../contract/routes.ts';
import type { OrganisationKind, Role, Scope } from '../contract/vocabularies.ts';
import { callable, mayCall, mayHandOut, mayKeep } from './access.ts';
import type { Caller, Strength } from './organisation.ts';

const organisation = {
  id: '0198c0de-0000-7000-8000-000000000001',
  name: 'Amal',
  kind: 'cso' as OrganisationKind,
  countries: [],
  languages: [],
  clearance: 'TLP:AMBER' as const,
  listed: true,
  suspended: false,
  braked: false,
  raiseLimits: null,
};
const teams = [{ id: '0198c0de-0000-7000-8000-000000000002', organisationId: organisation.id, name: 'Amal' }];

function key(kind: OrganisationKind, scopes: Scope[]): Caller {
  const as = { type: 'key' as const, id: teams[0]?.id ?? '', name: 'k', prefix: 'abc', expiresAt: null };
  return { organisation: { ...organisation, kind }, as, scopes, teams, everyTeam: true };
}

function member(kind: OrganisationKind, role: Role, strength: Strength = 'recent'): Caller {
  const as = {
    type: 'member' as const,
    id: teams[0]?.id ?? '',
    name: 'Mira',
    role,
    session: organisation.id,
    strength,
  };
  return { organisation: { ...organisation, kind }, as, scopes: [], teams, everyTeam: true };
}

describe('a key may call what its scopes and its organisation’s kind allow', () => {
  test.each<[OrganisationKind, Scope[], OperationId, string | undefined]>([
    ['cso', ['warnings:write'], 'raiseWarning', undefined],
    ['coordinator', ['warnings:write'], 'raiseWarning', undefined],
    ['platform', ['warnings:write'], 'raiseWarning', 'kind-not-allowed'],
    ['cso', ['warnings:read'], 'raiseWarning', 'scope-missing'],
    ['cso', ['warnings:write'], 'listWarnings', 'scope-missing'],
    ['observer', ['warnings:read'], 'listWarnings', undefined],
    ['platform', ['acknowledgements:write'], 'acknowledgeWarning', undefined],
    ['cso', ['acknowledgements:write'], 'acknowledgeWarning', 'kind-not-allowed'],
    ['platform', ['acknowledgements:write'], 'addComment', undefined],
    ['observer', ['warnings:write'], 'addComment', 'kind-not-allowed'],
    ['cso', ['admin'], 'addTeam', undefined],
    ['cso', ['admin'], 'listWarnings', 'scope-missing'],
    ['cso', ['warnings:red'], 'listWarnings', 'scope-missing'],
    ['cso', [], 'getMe', undefined],
  ])('%s with %j: %s → %s', (kind, scopes, id, problem) => {
    expect(mayCall(key(kind, scopes), id)?.problem).toBe(problem);
  });
});

describe('a member may call what their role allows', () => {
  test.each<[OrganisationKind, Role, OperationId, string | undefined]>([
    ['cso', 'viewer', 'listWarnings', undefined],
    ['cso', 'viewer', 'raiseWarning', 'role-missing'],
    ['cso', 'responder', 'raiseWarning', undefined],
    ['cso', 'responder', 'addTeam', 'role-missing'],
    ['cso', 'manager', 'addTeam', undefined],
    ['platform', 'owner', 'setEscalationPolicy', undefined],
    ['platform', 'owner', 'raiseWarning', 'kind-not-allowed'],
  ])('%s %s: %s → %s', (kind, role, id, problem) => {
    expect(mayCall(member(kind, role), id)?.problem).toBe(problem);
  });
});

test('a suspended organisation calls nothing but what is public', () => {
  const caller = key('cso', ['warnings:read', 'warnings:write', 'admin']);
  const suspended = { ...caller, organisation: { ...caller.organisation, suspended: true } };
  expect(mayCall(suspended, 'getMe')?.problem).toBe('suspended');
  expect(callable(suspended).filter((id) => !operation(id).public)).toEqual([]);
});

test('every operation that is not public names a scope or is open to any credential', () => {
  const open = callable(key('platform', [])).filter((id) => !operation(id).public);
  expect(open).toEqual(['getMe']);
});

describe('a member shows a strong factor where much depends on it', () => {
  test.each<[OrganisationKind, Strength, OperationId, string | undefined]>([
    ['cso', 'none', 'listWarnings', undefined],
    ['cso', 'none', 'previewWarning', undefined],
    ['cso', 'none', 'raiseWarning', 'step-up-required'],
    ['cso', 'session', 'raiseWarning', undefined],
    ['cso', 'none', 'cancelWarning', 'step-up-required'],
    ['cso', 'session', 'addTeam', 'step-up-required'],
    ['cso', 'recent', 'addTeam', undefined],
    ['platform', 'none', 'acknowledgeWarning', undefined],
    ['coordinator', 'none', 'listWarnings', 'step-up-required'],
    ['coordinator', 'session', 'listWarnings', undefined],
    ['coordinator', 'none', 'getMe', undefined],
    ['coordinator', 'none', 'signOut', undefined],
  ])('%s, %s: %s', (kind, strength, id, problem) => {
    expect(mayCall(member(kind, 'owner', strength), id)?.problem).toBe(problem);
  });

  test('what only a strong factor is missing for is named among what they may do', () => {
    expect(callable(member('cso', 'owner', 'none'))).toContain('raiseWarning');
  });
});

test('what people do about themselves no key does', () => {
  expect(mayCall(key('cso', ['admin', 'warnings:read']), 'listSessions')?.problem).toBe('role-missing');
});

describe('a key that reads TLP:RED is handed out', () => {
  const red = { scopes: ['warnings:read', 'warnings:red'] as Scope[], teams: [] };
  test.each<[string, Caller, string | undefined]>([
    ['by an owner', member('cso', 'owner'), undefined],
    ['by no manager', member('cso', 'manager'), 'role-missing'],
    ['by no key, whatever it may', key('cso', ['admin', 'warnings:read', 'warnings:red']), 'scope-missing'],
  ])('%s', (_, caller, problem) => {
    expect(mayHandOut(caller, red)?.problem).toBe(problem);
    expect(mayHandOut(caller, { ...red, scopes: ['warnings:read'] })).toBeNull();
  });

  test('and ended by whoever may administer keys', () => {
    expect(mayKeep(key('cso', ['admin']), red)).toBeNull();
  });
});

describe('who is limited to teams hands out and changes keys', () => {
  const limited: Caller = { ...key('platform', ['admin']), everyTeam: false };
  const [own = ''] = limited.teams.map(({ id }) => id);
  test.each<[string, string[], string | undefined]>([
    ['of those teams', [own], undefined],
    ['not of all teams', [], 'scope-missing'],
    ['not of another one besides', [own, organisation.id], 'scope-missing'],
  ])('%s', (_, keyTeams, problem) => {
    const one = { scopes: ['warnings:read'] as Scope[], teams: keyTeams };
    expect(mayHandOut(limited, one)?.problem).toBe(problem);
    expect(mayKeep(limited, one)?.problem).toBe(problem);
    expect(mayKeep({ ...limited, everyTeam: true }, one)).toBeNull();
  });
});

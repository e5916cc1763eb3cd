import { expect, test } from '@jest/globals';
import type { Colleague } from '../../../core/contract/member.ts';
import type { Me } from '../../../core/contract/organisation.ts';
import type { Role } from '../../../core/contract/vocabularies.ts';
import { rulesFor } from './people-rules.ts';

const reader = (role: Role): Me =>
  ({
    as: { type: 'member', id: 'reader', name: 'Reader', role, language: null, session: 's', strength: 'recent' },
    may: ['changeMember', 'removeMember', 'resetFactors'],
  }) as unknown as Me;
const colleague = (id: string, role: Role): Colleague =>
  ({ id, role, factors: { passkeys: 1, totp: false } }) as unknown as Colleague;

test('a manager looks after everybody but owners', () => {
  const responder = rulesFor(reader('manager'), colleague('other', 'responder'), false);
  expect(responder).toEqual({ isSelf: false, change: true, role: true, red: false, reset: true, remove: true });
  const owner = rulesFor(reader('manager'), colleague('other', 'owner'), false);
  expect(owner).toMatchObject({ change: false, reset: false, remove: false });
});

test('an owner puts people on the TLP:RED list; nobody changes their own role, and the last owner stays', () => {
  expect(rulesFor(reader('owner'), colleague('other', 'owner'), false)).toMatchObject({ red: true, remove: true });
  expect(rulesFor(reader('owner'), colleague('reader', 'owner'), false)).toMatchObject({
    isSelf: true,
    change: true,
    role: false,
    reset: false,
    remove: false,
  });
  expect(rulesFor(reader('owner'), colleague('other', 'owner'), true)).toMatchObject({ role: false, remove: false });
});

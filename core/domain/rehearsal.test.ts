import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hours as anyHours, moment } from '../../test/support/arbitrary-hours.ts';
import type { Target } from '../contract/escalation-policy.ts';
import { severityOrder, type Role } from '../contract/vocabularies.ts';
import type { Directory } from './directory.ts';
import { completePolicy, ladder } from './escalation.ts';
import { momentOf } from './local-time.ts';
import type { Member, Organisation } from './organisation.ts';
import { presentRehearsal, rehearse, type Rehearsed } from './rehearsal.ts';

const organisation = (id: string, kind: Organisation['kind'], clearance: Organisation['clearance']): Organisation => ({
  id,
  name: id,
  kind,
  clearance,
  countries: [],
  languages: [],
  listed: true,
  suspended: false,
  braked: false,
  raiseLimits: null,
});
const agora = organisation('agora', 'platform', 'TLP:RED');
const hub = organisation('hub', 'coordinator', 'TLP:RED');

const member = (id: string, organisationId: string, role: Role, red = false): Member => ({
  id,
  organisationId,
  name: `Name of ${id}`,
  address: `${id}@example.org`,
  role,
  language: null,
  red,
  teams: [],
});

function directory(...members: Member[]): Directory {
  const of = (id: string): Member[] => members.filter(({ organisationId }) => organisationId === id);
  return {
    sequence: 1,
    organisations: new Map([agora, hub].map((one) => [one.id, one])),
    teams: new Map(),
    teamById: new Map(),
    members: new Map(members.map((one) => [one.id, one])),
    membersByOrganisation: new Map([agora, hub].map(({ id }) => [id, of(id)])),
    subscriptions: [],
    subscriptionsByOrganisation: new Map(),
    policies: new Map(),
    confirmedAddresses: new Map([['agora desk@agora.example', null]]),
    ownMail: new Map(),
  };
}

const ana = member('ana', 'agora', 'owner', true);
const ben = member('ben', 'agora', 'responder');
const cleo = member('cleo', 'hub', 'owner');
const everybody = directory(ana, ben, cleo);
const saturday: Rehearsed = { at: momentOf('2026-11-28T03:00', 'Europe/Berlin'), severity: 'severe', tlp: 'TLP:AMBER' };
const nights = {
  timeZone: 'Europe/Berlin',
  quiet: [{ days: ['fri' as const], from: '22:00', to: '08:00' }],
};
const told = (steps: Target[][], warning = saturday, suppressed?: ReadonlySet<string>) => {
  const policy = completePolicy({ steps: steps.map((to) => ({ after: 1_800, to })), hours: nights });
  return presentRehearsal(everybody, 'agora', rehearse(everybody, agora, policy, warning), warning.at, suppressed);
};

test('says when each step would have fired, what the night held, and whom it would have told', () => {
  const { firings, steps } = told([
    [{ type: 'role', role: 'responder' }],
    [{ type: 'email', address: 'desk@agora.example' }, { type: 'coordinator' }],
  ]);
  expect(firings).toEqual([
    {
      step: 2,
      repeat: 0,
      dueAt: '2026-11-28T03:00:00.000Z',
      firesAt: '2026-11-28T03:00:00.000Z',
      heldSince: null,
    },
    {
      step: 1,
      repeat: 0,
      dueAt: '2026-11-28T02:30:00.000Z',
      firesAt: '2026-11-28T07:00:00.000Z',
      heldSince: '2026-11-28T02:30:00.000Z',
    },
  ]);
  expect(steps.map(({ step, to }) => [step, to])).toEqual([
    [1, [{ type: 'member', member: { id: 'ben', name: 'Name of ben' } }]],
    [2, [{ type: 'email', address: 'desk@agora.example' }, { type: 'coordinator' }]],
  ]);
});

test('names nobody of another organisation', () => {
  const text = JSON.stringify(told([[{ type: 'coordinator' }], [{ type: 'member', id: 'cleo' }]]));
  expect(text).toContain('"coordinator"');
  expect(text).not.toMatch(/Name of cleo|cleo@/);
});

test('says who is left out and why, and who is told instead', () => {
  const { steps } = told([[{ type: 'email', address: 'new@agora.example' }], [{ type: 'member', id: 'gone' }]]);
  expect(steps).toMatchObject([
    { detour: 'nobody-left', missed: [{ reason: 'unconfirmed' }], to: [{ member: { id: 'ana' } }] },
    { detour: 'nobody-left', missed: [{ reason: 'nobody-left' }], to: [{ member: { id: 'ana' } }] },
  ]);
  const red = told([[{ type: 'role', role: 'responder' }]], { ...saturday, tlp: 'TLP:RED' });
  expect(red.steps).toMatchObject([{ missed: [{ reason: 'not-admitted' }], to: [{ member: { id: 'ana' } }] }]);
});

test('says where mail comes back from to those alone who may know', () => {
  const steps: Target[][] = [[{ type: 'member', id: 'ben' }]];
  expect(told(steps, saturday, new Set(['ben@example.org'])).steps[0]?.to).toMatchObject([{ comesBack: true }]);
  expect(told(steps, saturday, new Set()).steps[0]?.to).toMatchObject([{ comesBack: false }]);
  expect(told(steps).steps[0]?.to[0]).not.toHaveProperty('comesBack');
});

test('refuses a marking that the organisation is told nothing of', () => {
  const observer = { ...agora, clearance: 'TLP:GREEN' } as const;
  expect(() => rehearse(everybody, observer, completePolicy({ steps: [] }), saturday)).toThrow(/TLP:AMBER/);
});

test('fires what the workers’ ladder fires, at its moments, whenever the clocks change', () => {
  const step = fc.record({
    after: fc.integer({ min: 0, max: 604_800 }),
    to: fc.constant<Target[]>([{ type: 'coordinator' }]),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 4 }), anyHours, moment, fc.constantFrom(...severityOrder), (...any) => {
      const [steps, { timeZone, quiet }, at, severity] = any;
      const hours = { timeZone, quiet: quiet.map((one) => ({ ...one, days: [...one.days] })) };
      const policy = completePolicy({ steps, hours });
      const times = (firings: readonly { step: number; firesAt: Date }[]) =>
        firings.map((one) => `${one.firesAt.toISOString()} ${one.step}`).toSorted();
      const { firings } = rehearse(everybody, agora, policy, { at, severity, tlp: 'TLP:CLEAR' });
      expect(firings.map((one) => `${one.firesAt.toISOString()} ${one.step}`)).toEqual(
        times(ladder(policy, severity, at)),
      );
    }),
    { numRuns: 100 },
  );
});

import { expect, test } from '@jest/globals';
import { escalationPolicyRequest, type EscalationPolicy } from '../../../core/contract/escalation-policy.ts';
import { amountOf, draftOf, requestOf, secondsOf, withMoved, withStep } from './policy-draft.ts';

const policy: EscalationPolicy = {
  steps: [
    {
      after: 30,
      to: [
        { type: 'email', address: 'desk@agora.example', language: 'de' },
        { type: 'role', role: 'manager' },
        { type: 'member', id: '0198c0de-0000-7000-8000-000000000001' },
      ],
      severity: 'severe',
      quiet: 'ignore',
      repeat: { every: 900, times: 2 },
    },
    { after: 7_200, to: [{ type: 'coordinator' }], severity: 'minor', quiet: 'wait', repeat: null },
  ],
  hours: { timeZone: 'Europe/Berlin', quiet: [{ days: ['sat', 'sun'], from: '22:00', to: '07:00' }] },
  source: 'own',
  updatedAt: null,
};

test('a policy that is not changed is sent as it was, its addresses last', () => {
  const [first, second] = policy.steps;
  const [address, ...others] = first!.to;
  const sent = escalationPolicyRequest.parse(requestOf(draftOf(policy, 'UTC')));
  expect(sent).toEqual({ steps: [{ ...first, to: [...others, address] }, second], hours: policy.hours });
});

test('without quiet hours no clock is sent, and this device’s is proposed', () => {
  const draft = draftOf({ ...policy, hours: null }, 'Europe/Warsaw');
  expect(draft.timeZone).toBe('Europe/Warsaw');
  expect(requestOf(draft).hours).toBeNull();
});

test('waits are told in the largest whole unit, and typed with a comma too', () => {
  expect([0, 30, 900, 5_400, 7_200, 172_800].map(amountOf)).toEqual([
    { value: '0', unit: 'minute' },
    { value: '30', unit: 'second' },
    { value: '15', unit: 'minute' },
    { value: '90', unit: 'minute' },
    { value: '2', unit: 'hour' },
    { value: '2', unit: 'day' },
  ]);
  expect(secondsOf({ value: ' 1,5 ', unit: 'hour' })).toBe(5_400);
  expect(secondsOf({ value: 'soon', unit: 'hour' })).toBeUndefined();
});

test('a step keeps its key when it is moved, and a new one gets its own', () => {
  const draft = withStep(draftOf(policy, 'UTC'));
  expect(draft.steps.map(({ key }) => key)).toEqual([0, 1, 2]);
  expect(withMoved(draft, 2, 0).steps.map(({ key }) => key)).toEqual([2, 0, 1]);
  expect(escalationPolicyRequest.safeParse(requestOf(draft)).success).toBe(false);
});

import { describe, expect, test } from '@jest/globals';
import { escalationPolicyRequest } from '../../core/contract/escalation-policy.ts';
import { raiseRequest } from '../../core/contract/warning.ts';
import { requestOf } from './demo-warning.ts';
import { organisations } from './organisations.ts';
import { warnings } from './demo.ts';

const id = '01990000-0000-7000-8000-000000000001';
const now = new Date('2026-03-01T12:00:00.000Z');

describe.each(warnings.map((warning) => [warning.slug, warning] as const))('the warning "%s"', (_slug, warning) => {
  const request = requestOf(warning, now, () => id);

  test('is as the contract says, by an organisation that may raise it', () => {
    expect(raiseRequest.safeParse(request).error?.issues ?? []).toEqual([]);
    expect(Date.parse(request.expires)).toBeGreaterThan(Date.parse(request.onset ?? now.toISOString()));
    const by = organisations.find(({ name }) => name === warning.by);
    expect(by?.kind).toBe(request.status === 'exercise' ? 'coordinator' : 'cso');
  });

  test('says that it is a demo, in its headline and in every text', () => {
    for (const { headline, description } of [request, ...(request.translations ?? [])]) {
      expect(headline).toMatch(/^DEMO ?:/);
      expect(description).toMatch(/\n\nD[eé]mo ?: .+\.$/);
    }
  });
});

describe.each(organisations.filter(({ kind }) => kind === 'platform').map((one) => [one.name, one] as const))(
  'the policy of %s',
  (_name, { policy }) => {
    test('mails within a minute, at any hour', () => {
      const { steps, hours } = escalationPolicyRequest.parse(policy);
      expect(steps[0]?.after).toBeLessThanOrEqual(45);
      expect(steps[0]?.severity ?? 'minor').toBe('minor');
      if (hours) expect(steps[0]?.quiet).toBe('ignore');
    });
  },
);

test('everybody’s address is fictional and one’s own', () => {
  const addresses = organisations.flatMap(({ members }) => members.map(({ address }) => address));
  for (const address of addresses) expect(address).toMatch(/^[a-z.]+@[a-z]+\.example$/);
  expect(new Set(addresses).size).toBe(addresses.length);
});

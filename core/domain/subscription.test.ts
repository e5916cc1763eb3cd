import { describe, expect, test } from '@jest/globals';
import type { SubscriptionRequest } from '../contract/subscription.ts';
import { canonicalFilter } from './filter.ts';
import { adviceOn, checkChannels, chosenSubscription, patchedSubscription, sameSubscription } from './subscription.ts';

const sent: SubscriptionRequest = {
  name: 'Polish desk',
  filter: { countries: ['PL', 'DE', 'PL'], languages: ['pl'], severity: 'severe' },
  channels: [{ type: 'live' }],
};
const chosen = chosenSubscription(sent, 'first');

describe('a subscription', () => {
  test('takes the contract’s defaults, its filter whole, sorted and without repeats', () => {
    expect(chosen).toEqual({
      teamId: 'first',
      name: 'Polish desk',
      filter: {
        countries: ['DE', 'PL'],
        languages: ['pl'],
        grounds: [],
        severity: 'severe',
        statuses: ['actual', 'exercise'],
      },
      channels: [{ type: 'live' }],
      paused: false,
    });
  });

  test('keeps what a patch leaves out', () => {
    expect(patchedSubscription(chosen, {}, 'first')).toEqual(chosen);
    const patched = patchedSubscription(chosen, { filter: { languages: ['cs'] } }, 'first');
    expect(patched).toEqual({ ...chosen, filter: { ...chosen.filter, languages: ['cs'] } });
  });

  test('gets its defaults back by null, member by member or all at once', () => {
    const before = { ...chosen, teamId: 'second', paused: true };
    const patched = patchedSubscription(
      before,
      { team: null, paused: null, filter: { countries: null, severity: null } },
      'first',
    );
    expect(patched).toEqual({
      ...chosen,
      filter: { ...chosen.filter, countries: [], severity: 'minor' },
    });
    expect(patchedSubscription(before, { filter: null }, 'first').filter).toEqual(canonicalFilter());
  });

  test('is the same only when everything that is told of it is', () => {
    expect(sameSubscription(chosen, { ...chosen })).toBe(true);
    expect(sameSubscription(chosen, { ...chosen, paused: true })).toBe(false);
    expect(sameSubscription(chosen, { ...chosen, channels: [{ type: 'live' }, { type: 'live' }] })).toBe(false);
  });
});

describe('the channels of a subscription', () => {
  const nobody = (): boolean => false;

  test('are no webhooks yet, neither as channel nor as target', () => {
    const webhook = { type: 'webhook', url: 'https://example.org/in' } as const;
    expect(() => checkChannels([{ type: 'live' }, webhook], nobody)).toThrow(
      expect.objectContaining({
        problem: 'channel-unavailable',
        details: { errors: [expect.objectContaining({ in: 'body', pointer: '/channels/1' })] },
      }),
    );
    const target = { type: 'webhook', subscription: 'a' } as const;
    expect(() => checkChannels([{ type: 'email', to: [target] }], nobody)).toThrow(
      expect.objectContaining({
        problem: 'channel-unavailable',
        details: { errors: [expect.objectContaining({ pointer: '/channels/0/to/0' })] },
      }),
    );
  });

  test('mail one’s own members, roles and raw addresses, and never the coordinator', () => {
    const role = { type: 'role', role: 'owner' } as const;
    const raw = { type: 'email', address: 'night@desk.example' } as const;
    const own = { type: 'member', id: 'own' } as const;
    expect(() => checkChannels([{ type: 'email', to: [role, raw, own] }], (id) => id === 'own')).not.toThrow();
    const other = { type: 'member', id: 'other' } as const;
    expect(() => checkChannels([{ type: 'email', to: [role, other, { type: 'coordinator' }] }], nobody)).toThrow(
      expect.objectContaining({
        problem: 'invalid-request',
        details: {
          errors: [
            expect.objectContaining({ pointer: '/channels/0/to/1/id' }),
            expect.objectContaining({ pointer: '/channels/0/to/2' }),
          ],
        },
      }),
    );
  });
});

describe('advice', () => {
  test('names each range that misses its own language, unless that is named too', () => {
    expect(adviceOn(canonicalFilter({ languages: ['de-AT', 'pt', 'pt-BR', 'cs'] }))).toEqual([
      { pointer: '/filter/languages/1', message: expect.stringContaining('de-AT misses') },
    ]);
  });
});

import { expect, test } from '@jest/globals';
import { subscriptionPatch, subscriptionRequest, type Subscription } from '../../../core/contract/subscription.ts';
import { draftOf, filterOf, isEverything, newSubscription, requestOf } from './subscription-draft.ts';

const team = '0198c0de-0000-7000-8000-000000000001';
const subscription: Subscription = {
  id: '0198c0de-0000-7000-8000-000000000002',
  team,
  name: 'German, night shift',
  filter: { countries: ['DE'], languages: ['de'], grounds: [], severity: 'severe', statuses: ['actual', 'test'] },
  channels: [{ type: 'live' }, { type: 'email', to: [{ type: 'email', address: 'desk@agora.example' }] }],
  paused: true,
  advice: [],
  createdAt: '2026-05-09T18:30:00.000Z',
  updatedAt: '2026-05-09T18:30:00.000Z',
};

test('what is proposed asks for everything, live, and is sent once it has a name', () => {
  const draft = newSubscription(team);
  expect(subscriptionRequest.safeParse(requestOf(draft)).success).toBe(false);
  const sent = subscriptionRequest.parse(requestOf({ ...draft, name: 'All' }));
  expect(sent.channels).toEqual([{ type: 'live' }]);
  expect(isEverything({ ...subscription.filter, ...filterOf(draft) } as Subscription['filter'])).toBe(true);
});

test('what is not changed is sent as it was; a pause is not touched', () => {
  const { name, filter, channels } = subscription;
  expect(subscriptionPatch.parse(requestOf(draftOf(subscription)))).toEqual({ name, team, filter, channels });
});

test('mail to nobody is refused by the contract rather than left out', () => {
  const draft = { ...draftOf(subscription), to: { chosen: [], addresses: [] } };
  expect(subscriptionPatch.safeParse(requestOf(draft)).error?.issues[0]?.path).toEqual(['channels', 1, 'to']);
});

import { expect, test } from '@jest/globals';
import { mailSubscriberRequest, type MailSubscriber } from '../../../core/contract/mail-subscriber.ts';
import { draftOf, proposedDraft, wishesOf } from './mail-draft.ts';

test('what is proposed is what the contract takes: everything, in the first language of the browser that mails are written in', () => {
  const draft = proposedDraft('Europe/Warsaw', ['tr', 'pl-PL', 'en']);
  expect(draft.language).toBe('pl');
  expect(proposedDraft('UTC', ['tr']).language).toBe('en');
  expect(mailSubscriberRequest.parse({ address: 'ida@reader.example', ...wishesOf(draft) })).toMatchObject({
    filter: { countries: [], languages: [], grounds: [] },
    rhythm: { type: 'daily', hour: 8 },
    timeZone: 'Europe/Warsaw',
  });
});

test.each([{ type: 'instant' }, { type: 'daily', hour: 0 }, { type: 'weekly', day: 'sun', hour: 23 }] as const)(
  'what a subscriber has stays as it is where nothing is changed ($type)',
  (rhythm) => {
    const filter: MailSubscriber['filter'] = {
      countries: ['DE'],
      languages: ['de'],
      grounds: [],
      severity: 'severe',
      statuses: ['actual', 'test'],
    };
    const subscriber = { filter, rhythm, timeZone: 'UTC', language: 'el' } as MailSubscriber;
    expect(wishesOf(draftOf(subscriber), filter.statuses)).toEqual({ filter, rhythm, timeZone: 'UTC', language: 'el' });
  },
);

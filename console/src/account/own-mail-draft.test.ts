import { expect, test } from '@jest/globals';
import { ownMailPatch, type OwnMail } from '../../../core/contract/own-mail.ts';
import { draftOf, everyNight, patchOf } from './own-mail-draft.ts';

const filter: OwnMail['filter'] = {
  countries: ['DE'],
  languages: ['de'],
  grounds: [],
  severity: 'minor',
  statuses: ['actual', 'test'],
};

test('whoever never chose is proposed the clock of their device; what is sent is what the contract takes, and says nothing of statuses', () => {
  const draft = draftOf({ warnings: false, filter, hours: null }, 'Europe/Warsaw');
  const sent = ownMailPatch.parse(patchOf({ ...draft, warnings: true, quiet: [everyNight] }));
  const { statuses: _, ...rest } = filter;
  expect(sent).toEqual({
    warnings: true,
    filter: { ...rest, severity: null },
    hours: { timeZone: 'Europe/Warsaw', quiet: [everyNight] },
  });
});

test('what a member has stays as it is where nothing is changed', () => {
  const hours = { timeZone: 'Europe/Athens', quiet: [{ days: ['sat' as const], from: '00:00', to: '12:30' }] };
  const chosen: OwnMail = { warnings: true, filter: { ...filter, severity: 'severe' }, hours };
  expect(patchOf(draftOf(chosen, 'UTC'))).toMatchObject({ warnings: true, filter: { severity: 'severe' }, hours });
});

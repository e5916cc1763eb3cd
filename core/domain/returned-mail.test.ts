import { expect, test } from '@jest/globals';
import { asksToEnd, returnOf, type RecipientReport } from './returned-mail.ts';

const weight = (...recipients: Partial<RecipientReport>[]) =>
  returnOf({
    recipients: recipients.map((one) => ({ action: 'failed', status: null, diagnostic: null, ...one })),
    feedback: null,
  })?.weight ?? null;

test('what is said of the address is for good; of its mailbox, its server or the mail, it is not', () => {
  expect(['5.1.1', '5.1.10', '5.2.1', '5.4.4', '5.0.0'].map((status) => weight({ status }))).toEqual(
    Array(5).fill('hard'),
  );
  expect(['5.2.2', '5.2.3', '5.3.4', '5.6.0', '5.7.1', '4.4.7', '4.2.2'].map((status) => weight({ status }))).toEqual(
    Array(7).fill('soft'),
  );
  expect(weight({ action: 'delayed', status: '4.4.1' })).toBe('delayed');
  expect(['delivered', 'relayed', 'expanded'].map((action) => weight({ action, status: '2.0.0' }))).toEqual(
    Array(3).fill(null),
  );
});

test('a report without a status is read by its server’s words, and never for more than they say', () => {
  expect(weight({ diagnostic: 'smtp; 550 5.1.1 no such user' })).toBe('hard');
  expect(weight({ diagnostic: 'smtp;552-5.2.2 over quota' })).toBe('soft');
  expect(weight({ diagnostic: '550 unknown' })).toBe('hard');
  expect(weight({ diagnostic: 'we are sorry' })).toBe('soft');
  expect(weight({})).toBe('soft');
});

test('of several recipients the worst counts; an answer is one line of bounded length', () => {
  expect(weight({ status: '2.0.0', action: 'delivered' }, { status: '4.4.7' }, { status: '5.1.1' })).toBe('hard');
  const said = returnOf({
    recipients: [{ action: 'failed', status: '5.1.1', diagnostic: `a\r\n\u202e b\0${'x'.repeat(2_000)}` }],
    feedback: null,
  });
  expect(said?.answer).toHaveLength(1_000);
  expect(said?.answer.startsWith('a b x')).toBe(true);
});

test('whoever is away, and whoever found a mail wanted after all, says nothing against it', () => {
  expect(returnOf({ recipients: null, feedback: null })).toBeNull();
  expect(asksToEnd({ recipients: null, feedback: null, autoReplied: true })).toBe(false);
  expect(asksToEnd({ recipients: null, feedback: null, autoReplied: false })).toBe(true);
  expect(returnOf({ recipients: null, feedback: 'not-spam' })).toBeNull();
  expect(returnOf({ recipients: null, feedback: 'abuse' })).toEqual({
    weight: 'complaint',
    answer: 'Reported as abuse.',
  });
});

import { expect, test } from '@jest/globals';
import type { Event } from '../client-sdk/src/index.ts';
import { eventLine } from './event-line.ts';

const plain = (_style: unknown, text: string): string => text;
const issuer = { id: '01990000-0000-7000-8000-000000000001', name: 'Wacht', kind: 'cso' };
const warning = {
  id: '01990000-0000-7000-8000-000000000002',
  revision: 2,
  status: 'actual',
  headline: 'Aufrufe',
  severity: 'severe',
  countries: ['DE', 'AT'],
  languages: ['de'],
  tlp: 'TLP:AMBER',
  issuer,
};
const organisation = { id: '01990000-0000-7000-8000-000000000003', name: 'Agora', kind: 'platform' };

function line(type: string, data: object = {}, changes: object = {}): string {
  const event = { id: '', position: '', at: '2026-03-01T12:00:00.000Z', actor: { organisation }, type, data };
  return eventLine({ ...event, warning: { ...warning, ...changes } } as unknown as Event, plain).slice(
    '12:00:00'.length,
  );
}

const rest = '  severe  Aufrufe  DE AT · de · TLP:AMBER · Wacht · 01990000-0000-7000-8000-000000000002';

test.each([
  ['warning.raised', {}, 'raised'],
  ['warning.revised', { changed: [], reopened: true, correction: false }, 'revised to 2, reopened'],
  ['warning.cancelled', { reason: 'over' }, 'cancelled'],
  ['warning.corroborated', { edited: false, withdrawn: false }, 'corroborated by Agora'],
  [
    'acknowledgement.changed',
    { from: 'pending', acknowledgement: { organisation, team: { name: 'Agora' }, state: 'working' } },
    'Agora: pending → working',
  ],
  [
    'acknowledgement.changed',
    { from: 'working', acknowledgement: { organisation, team: { name: 'German desk' }, state: 'actioned' } },
    'Agora, German desk: working → actioned',
  ],
  ['escalation.fired', { organisation, step: 1, of: 3, notified: 2 }, 'Agora has not answered: step 1 of 3, 2 told'],
  ['comment.added', { comment: { author: issuer } }, 'comment by Wacht'],
  ['something.later', {}, 'something.later'],
])('%s is one line', (type, data, what) => {
  expect(line(type, data)).toBe(`  ${what}${rest}`);
});

test('a drill says that it is one, and what concerns every country says so', () => {
  expect(line('warning.raised', {}, { status: 'exercise', countries: [] })).toContain('  raised (exercise)  ');
  expect(line('warning.raised', {}, { countries: [] })).toContain('  everywhere · de · TLP:AMBER');
});

test('what a later version of the network tells is named, whatever it is about', () => {
  expect(eventLine({ position: 'p1', type: 'member.admitted', data: [] } as unknown as Event, plain)).toBe(
    'member.admitted',
  );
});

test('a warning that was withdrawn leaves its id alone', () => {
  const event = { at: '2026-03-01T12:00:00.000Z', type: 'warning.withdrawn', data: {}, warning: { id: 'abc' } };
  expect(eventLine(event as unknown as Event, plain)).toContain('withdrawn  abc (not for you any more)');
});

test('what steers a terminal never reaches it', () => {
  expect(line('warning.raised', {}, { headline: 'a\u001b]0;title\u0007\u202eb' })).toContain('  a]0;titleb  ');
});

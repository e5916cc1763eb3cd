import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { z } from 'zod';
import { deviceNames, faultSentences, filled, listener, sentenceOf, type FaultName } from './sentences.ts';
import { reasons } from './reasons.ts';
import { emailAddress } from './scalars.ts';
import { keyRequest } from './key.ts';

const heard = listener(faultSentences);
const reason = listener(reasons);

const all = [
  ...Object.entries<string>(faultSentences).map(([name, sentence]) => ({ name, sentence, hear: heard })),
  ...Object.entries<string>(reasons).map(([name, sentence]) => ({ name, sentence, hear: reason })),
];

describe.each(all)('$name', ({ name, sentence, hear }) => {
  test('is heard as itself, with what stands in its blanks', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[A-Za-z0-9:/.-]{1,20}$/), { minLength: 3, maxLength: 3 }), (values) => {
        const names = [...new Set([...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, blank = '']) => blank))];
        const blanks = Object.fromEntries(names.map((blank, at) => [blank, values[at] ?? '']));
        expect(hear(filled(sentence, blanks))).toEqual({ name, blanks });
      }),
    );
  });
});

test('a blank that stands twice is heard where it holds the same both times', () => {
  const twice = listener({ twice: '{{one}} is {{one}}.' });
  expect(twice('de is de.')).toEqual({ name: 'twice', blanks: { one: 'de' } });
  expect(twice('de is en.')).toBeUndefined();
});

test('devices are heard, the more particular name first', () => {
  const device = listener(deviceNames);
  expect(device('Firefox on Linux')).toEqual({ name: 'both', blanks: { browser: 'Firefox', system: 'Linux' } });
  expect(device('A browser on Linux')).toEqual({ name: 'system', blanks: { system: 'Linux' } });
  expect(device('An unknown device')).toEqual({ name: 'unknown', blanks: {} });
  expect(device('Firefox')).toBeUndefined();
});

test('what nobody foresaw is not heard', () => {
  for (const said of ['', 'This is required', 'No: this is required.', 'Something else.']) {
    expect(heard(said)).toBeUndefined();
  }
});

test.each<[FaultName, z.ZodType, unknown]>([
  ['required', z.string(), undefined],
  ['noMailAddress', emailAddress, 'nobody'],
  ['stringLong', emailAddress, `${'a'.repeat(60)}@${'b.'.repeat(120)}org`],
  ['itemsMany', z.array(z.string()).max(1), ['a', 'b']],
  ['itemsFew', z.array(z.string()).min(2), ['a']],
  ['numberBig', z.int().max(5), 6],
  ['numberSmall', z.int().min(5), 4],
  ['noNumber', z.number(), Number.NaN],
  ['noWholeNumber', z.int(), 1.5],
])('what zod says is heard: %s', (name, schema, sent) => {
  const issues = schema.safeParse(sent, { reportInput: true }).error?.issues ?? [];
  expect(issues.map((issue) => heard(sentenceOf(issue))?.name)).toEqual([name]);
});

test('what the contract says of a request is heard', () => {
  const { error } = keyRequest.safeParse({ name: '', scopes: [] }, { reportInput: true });
  const said = (error?.issues ?? []).map((issue) => [issue.path.join('/'), heard(sentenceOf(issue))?.name]);
  expect(Object.fromEntries(said)).toMatchObject({ name: 'empty', scopes: 'itemsFew' });
});

import { gunzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { isPacked, packList } from './packed-answers.ts';

const item = (text: string) => ({ headline: text, message: text.split('').toReversed().join('') });
const filler = 'A march is announced for Saturday, and posts call for violence against those who pray there. '.repeat(
  30,
);

test('a packed list reads as it was, its end too', async () => {
  for (const list of [
    { data: [item(filler), item('Ένα δεύτερο'), item('a')], next: null },
    { data: [item(filler)], next: 'x', position: { epoch: 'e', sequence: 3 } },
    { data: [item(filler)] },
  ]) {
    const packed = await packList(list);
    expect(JSON.parse(gunzipSync(packed as Buffer).toString())).toEqual(list);
    expect(packed?.length).toBeLessThan(JSON.stringify(list).length);
  }
});

test('what one item says makes none beside it shorter', async () => {
  const guess = item('Threat against the synagogue in Halle, seen in a closed channel this morning');
  const other = item('Rally before the town hall of Gdynia, called off by those who planned it, says mayor');
  const length = async (...data: object[]) =>
    (await packList({ data: [item(filler), ...data], next: null }))?.length ?? 0;
  const alone = (await length(guess)) - (await length());
  expect((await length(guess, guess)) - (await length(guess))).toBeGreaterThanOrEqual(alone);
  expect((await length(other, guess)) - (await length(other))).toBeGreaterThanOrEqual(alone);
});

test('short lists are left alone, and calls that show secrets are never packed', async () => {
  expect(await packList({ data: [item('a')], next: null })).toBeUndefined();
  expect(await packList({ data: [], next: null })).toBeUndefined();
  expect(isPacked('listWarnings')).toBe(true);
  for (const id of [
    'getMe',
    'addKey',
    'rotateKey',
    'listKeys',
    'listCalendars',
    'getFactors',
    'listSessions',
  ] as const) {
    expect(isPacked(id)).toBe(false);
  }
});

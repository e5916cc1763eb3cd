import { expect, test } from '@jest/globals';
import { openSignedIds } from './signed-ids.ts';

const secret = Buffer.alloc(32, 7);
const id = '01890a5d-ac96-774b-bcce-b302099a8057';

test('a token opens the id that it was made of, is the same each time, and survives mail clients', () => {
  const links = openSignedIds({ secret }, 'answer');
  expect(links.tokenOf(id)).toMatch(/^[0-9a-f]{72}$/);
  expect(links.tokenOf(id)).toBe(openSignedIds({ secret }, 'answer').tokenOf(id));
  expect(links.read(links.tokenOf(id))).toBe(id);
});

test('a token of another purpose, of another network, changed or cut short opens nothing', () => {
  const links = openSignedIds({ secret }, 'answer');
  const token = links.tokenOf(id);
  const foreign = [
    openSignedIds({ secret }, 'another').tokenOf(id),
    openSignedIds({ secret: Buffer.alloc(32, 8) }, 'answer').tokenOf(id),
    (token.startsWith('0') ? '1' : '0') + token.slice(1),
    token.slice(0, -1) + (token.endsWith('0') ? '1' : '0'),
    token.slice(0, -1),
    token.toUpperCase(),
    id,
    '',
  ];
  expect(foreign.map((one) => links.read(one))).toEqual(foreign.map(() => undefined));
});
